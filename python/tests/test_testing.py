"""Predictable IDs, and the pytest plugin."""

import pytest

import signet
from signet import _generator

FIRST = "user_1726234567890_000001_910a2dec89025c"


def test_fixed_ids_are_known_beforehand():
    before = _generator.shared
    with signet.testing.fixed(seed=1) as ids:
        first = signet.new("user")
        assert first == FIRST
        second = signet.new("user")
        ids.advance(5)
        third = signet.new("user")
        assert [text.split("_")[1] for text in (second, third)] == [
            "1726234567890",
            "1726234567895",
        ]
        ids.reset()
        assert signet.new("user") == first
        assert signet.new("user") == second
    assert _generator.shared is before
    assert signet.new("user") > third
    with signet.testing.fixed(seed=2):
        assert signet.new("user") != first


def test_fixed_ids_end_with_an_error():
    before = _generator.shared
    with pytest.raises(KeyError), signet.testing.fixed():
        raise KeyError
    assert _generator.shared is before


def test_fixed_ids_nest():
    with signet.testing.fixed(seed=1):
        assert signet.new("user") == FIRST
        with signet.testing.fixed(seed=1) as inner:
            assert signet.new("user") == FIRST
        inner.reset()
        assert signet.new("user") > FIRST


def test_assertions():
    first, second = signet.new("run"), signet.new("run")
    signet.testing.assert_unique([second, first])
    signet.testing.assert_increasing([first, second])
    with pytest.raises(AssertionError, match="0 and 2 are the same"):
        signet.testing.assert_unique([first, second, signet.parse(first).compact])
    for ids in ([second, first], [first, first]):
        with pytest.raises(AssertionError, match="at 1 is not after"):
            signet.testing.assert_increasing(ids)


def test_the_plugin(pytester):
    pytester.makepyfile(
        f"""
        import signet

        def test_first(signet_ids):
            assert signet.new("user") == "{FIRST}"
            signet_ids.advance(1)
            assert signet.new("user").startswith("user_1726234567891_000001_")

        def test_second(signet_ids):
            assert signet.new("user") == "{FIRST}"

        def test_without():
            assert signet.new("user") != "{FIRST}"
        """
    )
    pytester.runpytest_subprocess("-q").assert_outcomes(passed=3)
