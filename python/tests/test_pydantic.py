"""The type for Pydantic."""

import uuid
from functools import partial
from typing import Annotated

import pytest

import signet

pydantic = pytest.importorskip("pydantic")

from signet.pydantic import SignetID  # noqa: E402

TEXT = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"
COMPACT = "session_01j7nsj96je00838djrfaebxg7"


class Session(pydantic.BaseModel):
    id: Annotated[str, SignetID("session")]
    thread: Annotated[str, SignetID("thread", form="compact")]


def test_ids_are_validated():
    thread = signet.new("thread", operation="chat")
    session = Session(id=TEXT, thread=thread)
    assert session.id == TEXT
    assert session.thread == signet.parse(thread).compact
    assert Session.model_validate_json(session.model_dump_json()) == session


@pytest.mark.parametrize("value", ["user_01j7nsj96je00838djrfaebxg7", "session_1", 7, None])
def test_what_is_refused(value):
    with pytest.raises(pydantic.ValidationError) as caught:
        Session(id=value, thread=signet.new("thread"))
    assert [error["loc"] for error in caught.value.errors()] == [("id",)]


def test_makers_of_ids_are_default_factories():
    class Row(pydantic.BaseModel):
        key: uuid.UUID = pydantic.Field(default_factory=signet.uuid)
        id: Annotated[str, SignetID("run")] = pydantic.Field(
            default_factory=partial(signet.new, "run")
        )

    first, second = Row(), Row()
    assert type(first.key) is uuid.UUID
    assert first.key < second.key
    assert first.id < second.id
    assert signet.is_valid(first.id, "run")


def test_the_schema_describes_the_text():
    described = Session.model_json_schema()["properties"]["id"]
    assert described["type"] == "string"
    assert described["format"] == "signet-id"
    assert described["description"] == "an ID, kind session"


def test_mistakes_are_found_when_the_model_is_made():
    with pytest.raises(signet.IDError):
        SignetID("Session")
    with pytest.raises(ValueError, match="form is one of"):
        SignetID("session", form="short")
