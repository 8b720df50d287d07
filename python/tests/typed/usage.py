"""What a strictly typed program writes; mypy reads it and nothing runs it."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass, field
from functools import partial
from typing import Callable

import signet
from signet.compat import IDType, UnifiedIdGenerator, get_id_manager
from signet.logging import ShortIDs


@dataclass
class Session:
    user: int | str | uuid.UUID
    id: str = field(default_factory=partial(signet.new, "session", form="compact"))
    key: uuid.UUID = field(default_factory=signet.uuid)


def begin(user_id: str | None, operation: str) -> tuple[str, str, str]:
    thread, run, request = signet.family("thread", "run", "req", operation=operation)
    session: str = signet.new("session", type="auth", owner=user_id)
    sibling: str = signet.new("run", sibling_of=signet.parse(thread), operation=operation)
    made = signet.family("session", "ws_conn", type="web", owner=user_id)
    named: str = made.ws_conn
    return session, sibling, named or run or request


def read(text: str) -> int | None:
    try:
        parsed: signet.ID = signet.parse(text, "session")
    except signet.IDError as error:
        code: str = error.code
        logging.getLogger(code).addFilter(ShortIDs())
        return error.offset
    owner: str | None = parsed.owner
    kept: dict[str, str] = parsed.slots
    return parsed.time if owner in kept else parsed.counter


def keep(ring: signet.KeyRing, secret: signet.Secret) -> bytes:
    tag: signet.OwnerTag = ring.owner_tag("user", tenant="a")
    text: str = signet.new("ws_conn", owner=tag)
    unsealed: signet.UnsealedID = ring.unseal(ring.seal(text, audience="api"), audience="api")
    return secret.digest if unsealed.id.is_sibling(signet.parse(text)) else b""


def test() -> str:
    with signet.testing.fixed(seed=1) as ids:
        ids.advance(5)
        return get_id_manager().generate_id(IDType.RUN, None, {"user_id": "u"})


factory: Callable[[], uuid.UUID] = signet.uuid
session_id: str = UnifiedIdGenerator.generate_session_id("user", "web")
