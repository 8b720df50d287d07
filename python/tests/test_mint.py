"""Making IDs: kinds, slots, owners, forms, families."""

import copy
import enum
import pickle
import re
import uuid

import pytest

import signet

READABLE = r"_[0-9]{13}_[0-9]{6}_[0-9a-f]{14}"


class Type(str, enum.Enum):
    AUTH = "auth"


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("readable", rf"session_auth_user123{READABLE}"),
        ("compact", r"session_[0-7][0-9a-hjkmnp-tv-z]{25}"),
        ("checked", r"session_[0-9a-hjkmnp-tv-z]{26}_[0-9a-hjkmnp-tv-z]{6}"),
        ("uuid", r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
        ("classic", r"session_auth_user123_[0-9]{13}_[0-9]{1,6}_[0-9a-f]{8}"),
    ],
)
def test_forms(form, pattern):
    text = signet.new("session", type="auth", owner="user123", form=form)
    assert type(text) is str
    assert re.fullmatch(pattern, text)
    assert signet.parse(text).form == form


def test_an_unknown_form_is_refused():
    with pytest.raises(ValueError, match="form is one of"):
        signet.new("run", form="short")
    with pytest.raises(ValueError, match="form is one of"):
        signet.family("run", form="short")


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("a_b", "a~5fb"),
        (".hidden", "~2ehidden"),
        ("Zoë", "Zo~c3~ab"),
        ("a.b-C", "a.b-C"),
        (105945141827451681156, "105945141827451681156"),
        (uuid.UUID(int=10), "00000000-0000-0000-0000-00000000000a"),
        (Type.AUTH, "auth"),
        ("日" * 16, "~e6~97~a5" * 16),
        ("\n", "~0a"),
    ],
)
def test_owners_are_written_whole(value, field):
    text = signet.new("ws_conn", owner=value)
    assert re.fullmatch(rf"ws_conn_{re.escape(field)}{READABLE}", text)
    assert signet.parse(text).owner == getattr(value, "value", None) or str(value)


def test_users_with_one_beginning_are_two_users():
    owners = ["usr_alice_smith", "usr_alice_jones"]
    assert [signet.parse(signet.new("ws_conn", owner=owner)).owner for owner in owners] == owners


@pytest.mark.parametrize(
    ("owner", "code"),
    [
        ("", "slot_empty"),
        ("alice@example.com", "owner_is_email"),
        ("+4915112345678", "owner_is_telephone"),
        ("x" * 49, "owner_too_long"),
        ("é" * 25, "owner_too_long"),
        ("\ud800", "slot_not_utf8"),
    ],
)
def test_owners_that_are_refused(owner, code):
    for make in (
        lambda: signet.new("ws_conn", owner=owner),
        lambda: signet.family("ws_conn", owner=owner),
        lambda: signet.new("invoice", owner=owner),
    ):
        with pytest.raises(signet.IDError) as caught:
            make()
        assert caught.value.code == code
        assert not owner or owner not in str(caught.value)


@pytest.mark.parametrize("owner", ["@alice", "alice@", "+123456", "+1234567890123456", "x" * 48])
def test_owners_that_look_alike_are_accepted(owner):
    assert signet.parse(signet.new("ws_conn", owner=owner)).owner == owner


@pytest.mark.parametrize("value", [True, 1.5, b"user", object(), ["user"]])
def test_slots_hold_text_numbers_and_uuids(value):
    for _ in range(2):
        with pytest.raises(TypeError):
            signet.new("ws_conn", owner=value)
        with pytest.raises(TypeError):
            signet.new("tool", name=value)
        assert signet.new("tool", name=1).startswith("tool_1_")


@pytest.mark.parametrize(
    ("kind", "slots", "code"),
    [
        ("session", {"type": "auth"}, "slot_missing"),
        ("session", {"owner": "u"}, "slot_missing"),
        ("error", {"owner": "u"}, "slot_missing"),
        ("user", {"owner": "u"}, "slot_unknown"),
        ("run", {"operation": "chat", "extra": "x"}, "slot_unknown"),
        ("run", {"operation": ""}, "slot_empty"),
        ("run", {"operation": "x" * 49}, "slot_too_long"),
        ("Run", {}, "upper_case"),
        ("", {}, "kind_missing"),
        ("run_", {}, "kind_malformed"),
        ("2run", {}, "kind_malformed"),
        ("a" * 33, {}, "kind_too_long"),
        ("rün", {}, "non_ascii"),
        ("user_profile", {}, "read_as_other_kind"),
        ("thread_message", {}, "read_as_other_kind"),
    ],
)
def test_what_is_refused(kind, slots, code):
    for _ in range(2):
        with pytest.raises(signet.IDError) as caught:
            signet.new(kind, **slots)
        assert caught.value.code == code


def test_slots_may_be_left_out_all_together():
    assert re.fullmatch(f"session{READABLE}", signet.new("session"))
    assert re.fullmatch(f"session{READABLE}", signet.new("session", type=None, owner=None))
    assert re.fullmatch(f"error_json{READABLE}", signet.new("error", type="json"))


def test_a_kind_is_a_str():
    for kind in (None, 7, b"run"):
        with pytest.raises(TypeError):
            signet.new(kind)


def test_undeclared_kinds_take_what_they_are_given():
    text = signet.new("invoice", region="EU", number=7, owner="u_1")
    assert re.fullmatch(f"invoice_EU_7_u~5f1{READABLE}", text)
    parsed = signet.parse(text)
    assert (parsed.kind, parsed.is_declared) == ("invoice", False)
    assert parsed.slots == {"slot1": "EU", "slot2": "7", "slot3": "u_1"}


def test_the_expected_kind_ends_an_undeclared_one():
    text = signet.new("invoice", owner="alice")
    assert signet.parse(text).kind == "invoice_alice"
    assert signet.parse(text, "invoice").slots == {"slot1": "alice"}
    classic = signet.new("invoice", owner="alice", form="classic")
    assert signet.parse(classic, "invoice").slots == {"slot1": "alice"}


def test_undeclared_kinds_that_begin_with_a_declared_one_have_other_forms():
    text = signet.new("user_profile", form="compact")
    assert signet.parse(text).kind == "user_profile"
    assert signet.is_valid(signet.new("user_profile", form="uuid"))
    with pytest.raises(signet.IDError, match="read as another kind"):
        _ = signet.parse(text).readable


def test_siblings_share_their_core():
    thread = signet.new("thread", operation="chat")
    run = signet.new("run", operation="chat", sibling_of=thread)
    assert run == f"run{thread[6:]}"
    parsed = signet.parse(thread)
    for sibling in (thread, parsed, parsed.uuid, str(parsed.uuid), parsed.compact, parsed.checked):
        other = signet.new("run", form="compact", sibling_of=sibling)
        assert signet.parse(other).is_sibling(parsed)
        assert signet.parse(other) == signet.parse(run)
    with pytest.raises(signet.IDError):
        signet.new("run", sibling_of="thread_1")
    with pytest.raises(signet.IDError, match="nil UUID"):
        signet.new("run", sibling_of=uuid.UUID(int=0))
    with pytest.raises(TypeError):
        signet.new("run", sibling_of=7)


def test_siblings_of_adopted_uuids_have_no_readable_form():
    adopted = uuid.uuid4()
    with pytest.raises(signet.IDError) as caught:
        signet.new("run", sibling_of=adopted)
    assert caught.value.code == "no_readable_form"
    assert signet.parse(signet.new("run", form="compact", sibling_of=adopted)).uuid == adopted


def test_a_family_has_one_core():
    ids = signet.family("thread", "run", "req", operation="chat")
    thread, run, request = ids
    assert (ids.thread, ids.run, ids.req) == (thread, run, request) == tuple(ids)
    assert thread[6:] == run[3:] == request[3:]
    assert ids.of("run") == run
    assert (len(ids), ids[0], ids.kinds) == (3, thread, ("thread", "run", "req"))
    assert "thread=" in repr(ids)
    assert pickle.loads(pickle.dumps(ids)).run == copy.copy(ids).run == run
    with pytest.raises(AttributeError, match="session"):
        _ = ids.session
    with pytest.raises(KeyError):
        ids.of("session")


def test_each_of_a_family_takes_the_slots_of_its_shape():
    ids = signet.family("session", "run", "user", "job", type="auth", owner="u", operation="chat")
    assert re.fullmatch(f"session_auth_u{READABLE}", ids.session)
    assert re.fullmatch(f"run_chat{READABLE}", ids.run)
    assert re.fullmatch(f"user{READABLE}", ids.user)
    assert re.fullmatch(f"job_auth_chat_u{READABLE}", ids.job)
    assert {signet.parse(text).uuid for text in signet.family("run", "req", form="compact")}


@pytest.mark.parametrize(
    ("kinds", "slots", "code"),
    [
        (("thread", "run"), {"owner": "u"}, "slot_unknown"),
        (("thread", "run"), {"type": "u"}, "slot_unknown"),
        (("session", "ws_conn"), {"owner": "u"}, "slot_missing"),
        (("run", "user_profile"), {}, "read_as_other_kind"),
    ],
)
def test_families_that_are_refused(kinds, slots, code):
    for _ in range(2):
        with pytest.raises(signet.IDError) as caught:
            signet.family(*kinds, **slots)
        assert caught.value.code == code
    with pytest.raises(ValueError, match="each kind once"):
        signet.family("run", "run")


def test_uuids_are_nothing_but_uuids():
    made = [signet.uuid() for _ in range(1_000)]
    assert all(type(value) is uuid.UUID for value in made)
    assert made == sorted(set(made))
    assert {(value.version, value.variant) for value in made} == {(7, uuid.RFC_4122)}
    assert signet.uuid("session").version == 7
    with pytest.raises(signet.IDError):
        signet.uuid("Session")


def test_public_names_are_those_of_the_package():
    for thing in (signet.uuid, signet.new, signet.ID, signet.IDError, signet.Secret):
        assert thing.__module__ == "signet"
        assert pickle.loads(pickle.dumps(thing)) is thing
    assert set(signet.__all__) <= set(dir(signet)) | {"compat", "testing"}
    with pytest.raises(AttributeError):
        _ = signet.nothing
