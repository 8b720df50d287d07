"""Secrets, and what keys are refused for."""

import copy
import pickle

import pytest

import signet
from conftest import KEY, vectors
from signet import _base32


def test_a_secret_shows_nothing_of_itself():
    secret = signet.Secret("session")
    text = secret.text
    for shown in (repr(secret), str(secret), f"{secret}", f"{secret!r}", repr([secret])[1:-1]):
        assert shown == "session_sk_(redacted)"
    for refuse in (pickle.dumps, copy.copy, copy.deepcopy, hash):
        with pytest.raises(TypeError):
            refuse(secret)
    assert not hasattr(secret, "__dict__")
    assert signet.Secret.parse(text) == secret
    assert secret.matches(signet.Secret.parse(text, "session").digest)
    assert not secret.matches(signet.Secret("session").digest)
    assert secret != signet.Secret("session")
    assert secret != text
    assert secret.kind == "session"


@pytest.mark.parametrize("change", ["kind", "digit", "check", "end", "first"])
def test_a_changed_secret_is_refused(change):
    text = signet.Secret.from_bytes("session", KEY).text
    place = {"digit": 20, "check": len(text) - 1, "first": 11}.get(change)
    if place is not None:
        changed = f"{text[:place]}{'8' if text[place] != '8' else '9'}{text[place + 1 :]}"
    else:
        changed = text[:-1] if change == "end" else f"user{text[7:]}"
    with pytest.raises(signet.SealError) as caught:
        signet.Secret.parse(changed)
    assert caught.value.code == "malformed"
    assert changed[15:30] not in str(caught.value)


def test_a_secret_of_too_many_bits_is_refused():
    digits = "2" + "0" * 51
    text = f"session_sk_{digits}{_base32.check('session_sk', digits)}"
    with pytest.raises(signet.SealError) as caught:
        signet.Secret.parse(text)
    assert (caught.value.code, caught.value.__cause__) == ("malformed", None)


def test_secrets_that_are_refused():
    text = signet.Secret("session").text
    with pytest.raises(signet.SealError, match="another kind"):
        signet.Secret.parse(text, "user")
    with pytest.raises(signet.SealError, match="not well-formed"):
        signet.Secret.parse(signet.new("session"))
    with pytest.raises(signet.SealError, match="32 bytes"):
        signet.Secret.from_bytes("session", b"short")
    with pytest.raises(signet.IDError):
        signet.Secret("Session")


@pytest.mark.parametrize(
    ("keys", "current", "code"),
    [
        ({}, None, "no_key"),
        ({32: KEY}, None, "bad_key_number"),
        ({-1: KEY}, None, "bad_key_number"),
        ({0: KEY}, 1, "unknown_key"),
        ({0: KEY[1:]}, None, "bad_key_length"),
    ],
)
def test_keys_that_are_refused(keys, current, code):
    with pytest.raises(signet.SealError) as caught:
        signet.KeyRing(keys, current)
    assert caught.value.code == code


def test_keys_show_nothing_of_themselves():
    ring = signet.KeyRing({0: KEY, 3: KEY})
    assert repr(ring) == "<KeyRing of 2 keys, current 3>"
    with pytest.raises(TypeError):
        pickle.dumps(ring)


def test_older_keys_still_verify():
    sealed = signet.KeyRing({1: KEY}).seal(signet.new("session"), audience="api")
    rotated = signet.KeyRing({1: KEY, 2: bytes(32)})
    assert rotated.current == 2
    assert rotated.unseal(sealed, audience="api").key == 1
    with pytest.raises(signet.SealError) as caught:
        signet.KeyRing({2: bytes(32)}).unseal(sealed, audience="api")
    assert caught.value.code == "unknown_key"


def test_seals_expire():
    case = next(case for case in vectors("seals") if "expiry" in case)
    ring = signet.KeyRing({case["key_id"]: bytes.fromhex(case["key"])})
    end = case["expiry"] // 60_000 * 60_000
    assert ring.unseal(case["sealed"], audience="api", now=end - 1).expiry == end
    for now in (end, None):
        with pytest.raises(signet.SealError, match="has expired"):
            ring.unseal(case["sealed"], audience="api", now=now)


def test_seals_that_are_refused():
    ring = signet.KeyRing({3: KEY})
    text = signet.new("session")
    for expiry in (0, 1577836800000, 1577836800000 + (1 << 30) * 60_000):
        with pytest.raises(signet.SealError) as caught:
            ring.seal(text, audience="api", expiry=expiry)
        assert caught.value.code == "expiry_out_of_range"
    with pytest.raises(signet.SealError, match="zero byte"):
        ring.seal(text, audience="a\0b")
    with pytest.raises(signet.SealError, match="carries no seal"):
        ring.unseal(text, audience="api")
    with pytest.raises(signet.SealError, match="not well-formed: byte 0"):
        ring.unseal("", audience="api")
    head, _, seal = ring.seal(text, audience="api").rpartition("_")
    assert ring.unseal(f"{head}_{seal}", audience="api").expiry is None
    with pytest.raises(signet.SealError) as caught:
        ring.unseal(f"{head}_{seal[0]}000000{seal[1:]}", audience="api")
    assert caught.value.code == "mismatch"
