"""`UnifiedIdGenerator`: names and argument orders of the earlier generator."""

import inspect
import re
import threading

import pytest

import signet
from signet.compat import (
    UnifiedIdGenerator,
    UnifiedIDManager,
    create_user_execution_context_factory,
)
from signet.compat._expiring import ExpiringTable

USER = "usr_alice_smith_2024"


class Classic(UnifiedIdGenerator):
    form = "classic"


@pytest.fixture(autouse=True)
def sessions(monkeypatch):
    table = ExpiringTable(100, 60.0, lambda: table.now)
    table.now = 0.0
    monkeypatch.setattr(UnifiedIdGenerator, "_sessions", table)
    return table


SINGLE = [
    ("generate_websocket_connection_id", (USER,), "ws_conn", {"owner": USER}),
    ("generate_websocket_client_id", (USER, 1757372478.7), "ws_client", {"owner": USER}),
    ("generate_agent_execution_id", ("triage", USER), "agent", {"type": "triage", "owner": USER}),
    ("generate_tool_execution_id", ("search", "agent_1"), "tool", {"name": "search"}),
    ("generate_message_id", ("user", USER, "t"), "msg", {"type": "user", "owner": USER}),
    ("generate_session_id", (USER, "web"), "session", {"type": "web", "owner": USER}),
    ("generate_error_context_id", ("json", USER), "error", {"type": "json", "owner": USER}),
    ("generate_base_id", ("thread_chat_room",), "thread", {"operation": "chat_room"}),
    ("generate_base_id", ("session_web_usr_a",), "session", {"type": "web", "owner": "usr_a"}),
]


@pytest.mark.parametrize("generator", [UnifiedIdGenerator, Classic])
@pytest.mark.parametrize(("name", "arguments", "kind", "slots"), SINGLE)
def test_owners_and_operations_are_whole(generator, name, arguments, kind, slots):
    text = getattr(generator, name)(*arguments)
    parsed = signet.parse(text, kind)
    assert (parsed.form, parsed.slots) == (generator.form, slots)
    if generator is Classic:
        assert re.fullmatch(rf"{kind}_.+_[0-9]{{13}}_[0-9]+_[0-9a-f]{{8}}", text)


@pytest.mark.parametrize("generator", [UnifiedIdGenerator, Classic])
@pytest.mark.parametrize(
    ("prefix", "beginning"),
    [
        ("order", "order_"),
        ("user_profile", "user_profile_"),
        ("agent_triage", "agent_triage_"),
        ("Demo-User", "demo_user_"),
        ("ws session", "ws_session_"),
        ("2fa", "n2fa_"),
        ("migration", "migration_"),
    ],
)
def test_whatever_the_prefix_is_it_parses(generator, prefix, beginning):
    ids = generator.generate_batch_ids(prefix, 50)
    assert all(text.startswith(beginning) for text in ids)
    assert len({*map(signet.parse, ids)}) == 50
    for text in ids:
        parts = generator.parse_id(text)
        assert parts.full_id == text
        assert parts.prefix == beginning[:-1]
        assert generator.is_valid_id(text, beginning[:-1])
        assert not generator.is_valid_id(text, "other")
        assert 0 <= generator.get_id_age(text) < 60_000


@pytest.mark.parametrize("generator", [UnifiedIdGenerator, Classic])
@pytest.mark.parametrize("operation", ["chat", "a_rather_long_operation_with_underscores", "x"])
def test_thread_and_run_are_found_for_each_other(generator, operation):
    thread, run, request = generator.generate_user_context_ids(USER, operation)
    assert [signet.parse(text).kind for text in (thread, run, request)] == ["thread", "run", "req"]
    assert UnifiedIDManager.extract_thread_id(run) == thread
    context = create_user_execution_context_factory(USER, operation)
    assert list(context) == ["user_id", "thread_id", "run_id", "request_id"]
    assert UnifiedIDManager.extract_thread_id(context["run_id"]) == context["thread_id"]


@pytest.mark.parametrize(
    ("text", "prefix", "time", "counter", "random"),
    [
        ("thread_chat_42_ab12cd34", "thread_chat", None, 42, "ab12cd34"),
        ("ws_ab12cd34", "ws", None, None, "ab12cd34"),
        ("event_1757927717565_2_b97ed28f", "event", 1757927717565, 2, "b97ed28f"),
        ("websocket_factory_1757372478799", "websocket_factory", 1757372478799, None, None),
    ],
)
def test_texts_of_earlier_generators_are_taken_apart(text, prefix, time, counter, random):
    parts = UnifiedIdGenerator.parse_id(text)
    assert (parts.prefix, parts.timestamp, parts.counter) == (prefix, time, counter)
    assert random in (None, parts.random)
    assert UnifiedIdGenerator.is_valid_id(text)
    assert (UnifiedIdGenerator.get_id_age(text) > 0) is (time is not None)


@pytest.mark.parametrize("text", ["", "hello", "hello world", None, 7, "a_b_c"])
def test_what_is_no_id(text):
    assert UnifiedIdGenerator.parse_id(text) is None
    assert not UnifiedIdGenerator.is_valid_id(text)
    assert UnifiedIdGenerator.get_id_age(text) == -1


def test_argument_orders():
    expected = {
        "generate_base_id": ["prefix", "include_random", "random_length"],
        "generate_user_context_ids": ["user_id", "operation"],
        "generate_session_id": ["user_id", "session_type"],
        "generate_message_id": ["message_type", "user_id", "thread_id"],
        "generate_agent_execution_id": ["agent_type", "user_id"],
        "generate_batch_ids": ["prefix", "count", "include_random"],
        "is_valid_id": ["id_string", "expected_prefix"],
        "get_or_create_user_session": ["user_id", "thread_id", "run_id", "operation"],
        "cleanup_expired_sessions": ["max_age_hours"],
    }
    for name, names in expected.items():
        assert list(inspect.signature(getattr(UnifiedIdGenerator, name)).parameters) == names


def test_a_session_goes_on():
    first = UnifiedIdGenerator.get_or_create_user_session(USER)
    again = UnifiedIdGenerator.get_or_create_user_session(USER)
    named = UnifiedIdGenerator.get_or_create_user_session(USER, first["thread_id"])
    assert first["thread_id"] == again["thread_id"] == named["thread_id"]
    assert first["run_id"] == again["run_id"] == named["run_id"]
    assert len({session["request_id"] for session in (first, again, named)}) == 3
    assert UnifiedIDManager.extract_thread_id(first["run_id"]) == first["thread_id"]
    assert UnifiedIdGenerator.get_active_sessions_count() == 1


@pytest.mark.parametrize("thread", ["thread_chat_42_ab12cd34", "thread_" + "x" * 60])
def test_a_session_in_a_thread_that_exists(thread):
    session = UnifiedIdGenerator.get_or_create_user_session(USER, thread)
    assert session["thread_id"] == thread
    found = UnifiedIDManager.extract_thread_id(session["run_id"])
    assert found == thread if len(thread) <= 48 else signet.is_valid(found, "thread")
    assert UnifiedIdGenerator.get_existing_session(USER, thread)["run_id"] == session["run_id"]
    other = UnifiedIdGenerator.get_or_create_user_session(USER, thread, "run_2", "again")
    assert (other["thread_id"], other["run_id"]) == (thread, "run_2")
    assert UnifiedIdGenerator.get_or_create_user_session(USER, thread)["run_id"] == "run_2"


def test_users_never_meet():
    mine = UnifiedIdGenerator.get_or_create_user_session("a", "b:c")
    assert UnifiedIdGenerator.get_existing_session("a:b", "c") is None
    UnifiedIdGenerator.get_or_create_user_session("a:b", "c")
    UnifiedIdGenerator.get_or_create_user_session("ab", "c")
    assert UnifiedIdGenerator.invalidate_user_sessions("a:b") == 1
    assert UnifiedIdGenerator.get_existing_session("a", "b:c")["run_id"] == mine["run_id"]
    assert UnifiedIdGenerator.invalidate_user_sessions("a") == 1
    assert UnifiedIdGenerator.invalidate_user_sessions("ab") == 1
    assert UnifiedIdGenerator.get_active_sessions_count() == 0


def test_sessions_are_bounded_and_expire(sessions):
    for number in range(500):
        UnifiedIdGenerator.get_or_create_user_session(f"u{number}", "t")
    assert UnifiedIdGenerator.get_active_sessions_count() == 100
    assert UnifiedIdGenerator.get_existing_session("u0", "t") is None
    sessions.now = 50.0
    assert UnifiedIdGenerator.get_existing_session("u499", "t")
    sessions.now = 61.0
    assert UnifiedIdGenerator.get_active_sessions_count() == 1
    assert UnifiedIdGenerator.cleanup_expired_sessions(max_age_hours=10 / 3600) == 1
    assert UnifiedIdGenerator.get_active_sessions_count() == 0


def test_one_session_for_all_threads_of_a_program():
    found = []
    threads = [
        threading.Thread(
            target=lambda: found.append(UnifiedIdGenerator.get_or_create_user_session(USER))
        )
        for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({session["thread_id"] for session in found}) == 1
    assert len({session["request_id"] for session in found}) == 16
