"""The format's vectors, which the Swift implementation writes."""

import itertools
import uuid

import pytest

import signet
from conftest import KEY, vectors
from signet import _core, _generator, _legacy


def label(case):
    return str(next(iter(case.values())))[:40] if isinstance(case, dict) else None


@pytest.mark.parametrize("case", vectors("valid"), ids=label)
def test_valid(case):
    from_uuid = signet.parse(case["uuid"], case["kind"])
    for form in ("readable", "compact", "checked"):
        if form in case:
            parsed = signet.parse(case[form], case["kind"])
            assert parsed == from_uuid
            assert (parsed.form, parsed.kind) == (form, case["kind"])
            assert parsed.uuid == uuid.UUID(case["uuid"])
            assert parsed.text(form) == case[form]
            assert parsed.text("uuid") == case["uuid"]
            assert (parsed.compact, parsed.checked) == (case["compact"], case["checked"])
            assert parsed.version == case["version"]
            assert parsed.time == case.get("time")
            assert parsed.counter == case.get("counter")
    if "readable" not in case:
        with pytest.raises(signet.IDError, match="only a version 7 core"):
            _ = from_uuid.readable
        return
    parsed = signet.parse(case["readable"])
    assert parsed.slots == case.get("slots", {})
    assert list(parsed.slots) == list(case.get("slots", {}))
    slots = dict(case.get("slots", {}))
    owner = slots.pop("owner", None)
    if parsed.owner_tag is not None:
        assert str(parsed.owner_tag) == owner
        owner = parsed.owner_tag
    assert signet.new(case["kind"], owner=owner, sibling_of=parsed, **slots) == case["readable"]


@pytest.mark.parametrize("case", vectors("refused"), ids=label)
def test_refused(case):
    with pytest.raises(signet.IDError) as caught:
        signet.parse(case["text"])
    assert (caught.value.code, caught.value.offset) == (case["reason"], case["offset"])
    assert not signet.is_valid(case["text"])
    assert len(case["text"]) < 12 or case["text"] not in str(caught.value)


@pytest.mark.parametrize("case", vectors("derived"), ids=label)
def test_derived(case):
    assert _core.uuid_text(_legacy.derive(case["original"], case["kind"])) == case["uuid"]


@pytest.mark.parametrize("case", vectors("tags"), ids=label)
def test_tags(case):
    ring = signet.KeyRing({case["epoch"]: bytes.fromhex(case["key"])})
    tag = ring.owner_tag(case["owner"], tenant=case["tenant"])
    assert str(tag) == case["tag"]
    assert ring.is_tag(tag, case["owner"], tenant=case["tenant"])
    assert not ring.is_tag(tag, case["owner"] + "x", tenant=case["tenant"])
    assert not signet.KeyRing({7: KEY}).is_tag(tag, case["owner"], tenant=case["tenant"])
    text = signet.new("ws_conn", owner=tag)
    assert text.startswith(f"ws_conn_{case['tag']}_")
    assert signet.parse(text).owner_tag == tag


@pytest.mark.parametrize("case", vectors("seals"), ids=label)
def test_seals(case):
    ring = signet.KeyRing({case["key_id"]: bytes.fromhex(case["key"])})
    audience, expiry = case["audience"], case.get("expiry")
    assert ring.seal(case["compact"], audience=audience, expiry=expiry) == case["sealed"]
    unsealed = ring.unseal(case["sealed"], audience=audience, now=1577836800000)
    assert unsealed.id.compact == case["compact"]
    assert unsealed.key == case["key_id"]
    assert unsealed.expiry == (None if expiry is None else expiry // 60000 * 60000)
    with pytest.raises(signet.SealError, match="not one of these keys"):
        ring.unseal(case["sealed"], audience=audience + "x", now=0)


@pytest.mark.parametrize("case", vectors("secrets"), ids=label)
def test_secrets(case):
    secret = signet.Secret.from_bytes(case["kind"], bytes.fromhex(case["bytes"]))
    assert secret.text == case["text"]
    assert secret.digest.hex() == case["digest"]
    assert signet.Secret.parse(case["text"], case["kind"]) == secret


@pytest.mark.parametrize(
    "trace",
    [list(steps) for _, steps in itertools.groupby(vectors("generator"), lambda c: c["trace"])],
    ids=lambda steps: steps[0]["trace"],
)
def test_generator(trace):
    first = trace[0]
    with signet.testing.fixed(first["seed"], first["clock"], first["start_counter"]) as ids:
        for step in trace:
            ids.time = step["clock"]
            made = signet.parse(signet.new("user"))
            assert (made.time, made.counter) == (step["time"], step["counter"])
            assert str(made.uuid) == step["uuid"]
    assert isinstance(_generator.shared, _generator.Generator)
