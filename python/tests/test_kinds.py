"""Kinds of a project, as `signet kinds list --json` prints them."""

import json

import pytest

import signet
from signet import _kinds


def lines(*own):
    listed = [
        {"kind": "run", "slots": ["operation"], "owner": "none", "form": "readable"},
        {"kind": "user", "slots": [], "owner": "none", "form": "readable"},
        *own,
    ]
    for line in listed:
        line.setdefault("summary", "")
        line.setdefault("built_in", True)
    return "".join(f"{json.dumps(line)}\n" for line in listed)


@pytest.fixture
def load(tmp_path):
    def load(*own, text=None):
        path = tmp_path / "kinds.json"
        path.write_text(lines(*own) if text is None else text, encoding="utf-8")
        signet.load_kinds(path)

    return load


def kind(name, slots=(), owner="none"):
    return {"kind": name, "slots": list(slots), "owner": owner, "form": "readable"}


def test_from_then_on_undeclared_kinds_are_refused(load):
    assert signet.new("invoice", region="eu").startswith("invoice_eu_")
    load(kind("invoice", ["owner?", "region?"], "plain"))
    assert signet.new("invoice", owner="u_1").startswith("invoice_u~5f1_")
    assert signet.parse(signet.new("invoice", owner="alice")).slots == {"owner": "alice"}
    for make in (signet.new, signet.family, signet.uuid):
        with pytest.raises(signet.IDError) as caught:
            make("order")
        assert caught.value.code == "kind_undeclared"
        assert str(caught.value) == (
            "the kind is not declared; declare it in the catalog (kind order)"
        )
    with pytest.raises(signet.IDError, match="no slot of this name"):
        signet.new("invoice", number="7")
    assert signet.parse("order_01j7nsj96je00838djrfaebxg7").is_declared is False


def test_what_was_kept_of_other_kinds_is_forgotten(load):
    make = [lambda: signet.new("order"), lambda: signet.family("order", owner="u")]
    for one in make:
        one()
    load()
    for one in make:
        with pytest.raises(signet.IDError, match="not declared"):
            one()


def test_shapes_that_were_filled_are_forgotten(load):
    assert signet.new("invoice", region="eu")
    load(kind("invoice", ["number?"]))
    with pytest.raises(signet.IDError, match="no slot of this name"):
        signet.new("invoice", region="eu")


def test_a_declared_kind_may_begin_with_another(load):
    load(kind("user_profile"))
    text = signet.new("user_profile")
    assert signet.parse(text).kind == "user_profile"


def test_the_policy_of_owners(load):
    load(kind("invoice", ["owner?"], "tag"), kind("secretive", ["owner?"], "none"))
    with pytest.raises(signet.IDError) as caught:
        signet.new("invoice", owner="user123")
    assert caught.value.code == "owner_needs_tag"
    tag = signet.KeyRing({0: bytes(32)}).owner_tag("user123", tenant="a")
    assert signet.parse(signet.new("invoice", owner=tag)).owner_tag == tag
    with pytest.raises(signet.IDError) as caught:
        signet.new("secretive", owner="user123")
    assert caught.value.code == "owner_not_written"


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ([kind("run")], "kind_declared_twice"),
        ([kind("run_chat")], "kind_ambiguous"),
        ([kind("Order")], "upper_case"),
        ([kind("order", ["a", "a"])], "slot_declared_twice"),
        ([kind("order", ["a?", "b"])], "slot_order"),
        ([kind("order", ["a_b"])], "slot_name_malformed"),
        ([kind("order", [], "plain")], "policy_without_owner"),
        ([kind("order", [], "sometimes")], "catalog_malformed"),
        ([{"kind": "order"}], "catalog_malformed"),
    ],
)
def test_a_list_that_is_refused_changes_nothing(load, own, code):
    before = _kinds.current
    with pytest.raises(signet.IDError) as caught:
        load(*own)
    assert caught.value.code == code
    assert _kinds.current is before


@pytest.mark.parametrize("text", ["", "[]\n", "not json\n", '"text"\n'])
def test_another_file_is_refused(load, text):
    with pytest.raises(signet.IDError, match="is not what 'signet kinds list --json' prints"):
        load(text=text)


def test_a_file_that_is_not_there():
    with pytest.raises(FileNotFoundError):
        signet.load_kinds("/nowhere/kinds.json")


def test_a_confusable_kind_may_stand_beside_a_tag(load):
    load(kind("invoice", ["owner"], "tag"), kind("invoice_line"))
    assert signet.parse(signet.new("invoice_line")).kind == "invoice_line"


def test_names_of_kinds_do_not_pile_up():
    for number in range(3_000):
        signet.new(f"k{number}")
    assert len(signet._mint._heads) <= 1_024
