"""Reading: values, refusals, and a fuzz of them."""

import copy
import datetime
import pickle
import random
import uuid

import pytest

import signet
from conftest import vectors
from mutations import mutated, samples

TEXT = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"
COMPACT = "session_01j7nsj96je00838djrfaebxg7"
CLASSIC = "ws_conn_usr_alice_1757927717565_7_b97ed28f"


def test_what_an_id_says():
    parsed = signet.parse(TEXT)
    assert parsed.kind == "session"
    assert parsed.uuid == uuid.UUID("0191eb99-24d2-7000-81a1-b2c3d4e5f607")
    assert (parsed.time, parsed.counter, parsed.tail) == (1726234567890, 1, "a1b2c3d4e5f607")
    moment = datetime.datetime(2024, 9, 13, 13, 36, 7, 890000, tzinfo=datetime.timezone.utc)
    assert parsed.datetime == moment
    assert parsed.slots == {"type": "auth", "owner": "user123"}
    assert (parsed.owner, parsed.owner_tag) == ("user123", None)
    assert (parsed.form, parsed.version, parsed.is_declared) == ("readable", 7, True)
    assert (parsed.readable, parsed.compact, str(parsed)) == (TEXT, COMPACT, COMPACT)
    assert repr(parsed) == f"<signet.ID {COMPACT}>"


def test_kind_and_core_decide_equality_and_order():
    parsed, other = signet.parse(TEXT), signet.parse(COMPACT)
    assert parsed == other
    assert hash(parsed) == hash(other)
    assert parsed != signet.parse(f"user{COMPACT[7:]}")
    assert parsed != TEXT
    later = signet.parse("session_1726234567890_000002_00000000000000")
    assert parsed < later
    assert sorted([later, parsed]) == [parsed, later]
    assert max(parsed, later) is later


def test_an_id_never_changes():
    parsed = signet.parse(TEXT)
    with pytest.raises(AttributeError):
        parsed.kind = "user"
    with pytest.raises(AttributeError):
        del parsed.kind
    with pytest.raises(AttributeError):
        parsed.other = 1
    for same in (copy.deepcopy(parsed), pickle.loads(pickle.dumps(parsed))):
        assert same == parsed
        assert same.slots == parsed.slots


def test_a_uuid_has_the_kind_that_is_expected():
    text = "0191eb99-24d2-7000-81a1-b2c3d4e5f607"
    bare = signet.parse(text)
    assert (bare.kind, str(bare)) == (None, text)
    with pytest.raises(signet.IDError, match="no kind"):
        _ = bare.compact
    assert signet.parse(text, "session") == signet.parse(TEXT)
    assert bare.is_sibling(signet.parse(TEXT))
    with pytest.raises(signet.IDError):
        signet.parse(text, "Session")


def test_a_classic_text_gets_the_core_derived_from_it():
    parsed = signet.parse(CLASSIC)
    assert (parsed.form, parsed.kind, parsed.owner) == ("classic", "ws_conn", "usr_alice")
    assert (parsed.time, parsed.counter, parsed.tail) == (1757927717565, 7, "b97ed28f")
    assert str(parsed.uuid) == "01994ca8-3abd-853b-b6ba-dbd59d1590ff"
    assert parsed.compact == "ws_conn_01k56agenxgmxvdepvtpehb47z"
    assert parsed.version == 8


@pytest.mark.parametrize("kind", ["user", "sess", "session_auth", "other", "", "Session"])
def test_another_kind_is_refused(kind):
    for text in (TEXT, COMPACT):
        with pytest.raises(signet.IDError) as caught:
            signet.parse(text, kind)
        assert caught.value.code == "wrong_kind"
        assert not signet.is_valid(text, kind)
        assert signet.is_valid(text, "session")


@pytest.mark.parametrize("value", [None, 7, 1.5, b"run", uuid.UUID(int=7), ["run"]])
def test_an_id_is_a_str(value):
    with pytest.raises(TypeError):
        signet.parse(value)
    assert not signet.is_valid(value)


def test_errors_say_where_and_never_repeat_the_text():
    with pytest.raises(signet.IDError) as caught:
        signet.parse("session_auth_evil\n2026 admin logged in_1726234567890_000001_a1b2c3d4e5f607")
    assert str(caught.value) == (
        "byte 17: white space or a control character stands in the text; trim it"
    )
    with pytest.raises(signet.IDError) as caught:
        signet.parse("session_auth_1726234567890_000001_a1b2c3d4e5f607")
    assert str(caught.value).endswith("before one that is given (kind session)")
    assert isinstance(caught.value, ValueError)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.offset) == (str(caught.value), 12)


def test_a_text_has_at_most_255_bytes():
    slots = "_".join("a" * 48 for _ in range(4))
    longest = f"k_X_{slots}_bbbbbbbbbbbbbbbbbbb_1726234567890_000001_a1b2c3d4e5f607"
    assert len(longest) == 255
    assert signet.parse(longest).readable == longest
    with pytest.raises(signet.IDError) as caught:
        signet.parse(f"k{longest}")
    assert (caught.value.code, caught.value.offset) == ("too_long", 255)
    with pytest.raises(signet.IDError) as caught:
        signet.new("k", a="a" * 48, b="b" * 48, c="c" * 48, d="d" * 48, e="e" * 40)
    assert caught.value.code == "too_long"


def test_sealed_texts_and_secrets_are_no_ids():
    for case, key, code in (
        (vectors("seals")[0], "sealed", "seal_unverified"),
        (vectors("secrets")[0], "text", "secret_not_id"),
    ):
        with pytest.raises(signet.IDError) as caught:
            signet.parse(case[key])
        assert caught.value.code == code


@pytest.mark.parametrize("seed", range(8))
def test_fuzz(seed):
    """What is read is the one spelling of its value; what is not is refused with a place."""
    generator = random.Random(seed)
    texts = samples()
    accepted = 0
    for _ in range(4_000):
        text = mutated(generator, generator.choice(texts))
        kind = generator.choice([None, None, "session", "invoice"])
        try:
            parsed = signet.parse(text, kind)
        except signet.IDError as error:
            assert not signet.is_valid(text, kind)
            size = len(text.encode(errors="surrogatepass"))
            assert error.offset is not None
            assert 0 <= error.offset <= max(size, 32)
            assert str(error)
            continue
        accepted += 1
        assert signet.is_valid(text, kind)
        if parsed.form != "classic":
            assert parsed.text(parsed.form) == text
        if parsed.kind is not None:
            assert signet.parse(parsed.compact) == parsed
    assert accepted > 100
