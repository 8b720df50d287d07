"""Short IDs in logs."""

import io
import logging

import pytest

import signet
from signet.logging import ShortIDs

TEXT = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (TEXT, "session~d4e5f607"),
        ("session_01j7nsj96je00838djrfaebxg7", "session~d4e5f607"),
        ("session_01j7nsj96je00838djrfaebxg7_jxfs5w", "session~d4e5f607"),
        ("0191eb99-24d2-7000-81a1-b2c3d4e5f607", "~d4e5f607"),
        ("ws_conn_usr_alice_1757927717565_7_b97ed28f", "ws_conn~b97ed28f"),
        (f"closed {TEXT}.", "closed session~d4e5f607."),
        (f"<{TEXT}>, ({TEXT})", "<session~d4e5f607>, (session~d4e5f607)"),
        (f"/sessions/{TEXT}?x=1", "/sessions/session~d4e5f607?x=1"),
        (f"X{TEXT}", f"X{TEXT}"),
        (f"{TEXT}x", f"{TEXT}x"),
        (f"{TEXT}~x", f"{TEXT}~x"),
        ("session_01j7nsj96je00838djrfaebxgi", "session_01j7nsj96je00838djrfaebxgi"),
        ("no ID at all, but a rather long sentence_with_underscores", None),
        ("", None),
    ],
)
def test_messages(message, expected):
    assert ShortIDs().shorten(message) == (message if expected is None else expected)


def test_short_texts_are_no_ids_and_stay_short():
    short = ShortIDs().shorten(TEXT)
    assert not signet.is_valid(short)
    assert ShortIDs().shorten(short) == short


def test_all_forms_are_shortened_to_one_text():
    parsed = signet.parse(signet.new("run", operation="chat"))
    forms = {ShortIDs(digits=14).shorten(parsed.text(form)) for form in ("readable", "compact")}
    assert forms == {f"run~{parsed.tail}"}


def test_as_a_filter():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(ShortIDs())
    logger = logging.getLogger("signet.test")
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.warning("opened %s for %d users", TEXT, 2)
        logger.warning("100%")
    finally:
        logger.removeHandler(handler)
    assert stream.getvalue() == "opened session~d4e5f607 for 2 users\n100%\n"


def test_other_loggers_are_left_alone():
    record = logging.LogRecord("other", logging.INFO, "", 0, TEXT, (), None)
    assert ShortIDs("app").filter(record)
    assert record.getMessage() == TEXT
    for digits in (3, 15):
        with pytest.raises(ValueError, match="digits"):
            ShortIDs(digits=digits)
