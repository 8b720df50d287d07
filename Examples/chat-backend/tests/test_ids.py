"""What the services rely on in identifiers, beyond their being different."""

import threading
import unittest

from chat_backend.agents.context import ExecutionContext
from chat_backend.chat.models import Message, Thread
from chat_backend.realtime.connections import Connection, new_client_id
from chat_backend.shared import ids
from chat_backend.shared.audit import AuditRecord
from chat_backend.shared.database import Database
from chat_backend.shared.http import Request, new_request_id
from chat_backend.shared.id_manager import IdManager
from chat_backend.shared.validation import is_request_id, is_session_id


class IdentifierTest(unittest.TestCase):
    def test_ids_made_by_many_threads_are_different(self):
        made, lock = set(), threading.Lock()

        def work():
            own = [ids.generate_event_id() for _ in range(500)]
            with lock:
                made.update(own)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(made), 2000)

    def test_instances_get_ids_of_their_own(self):
        for make in (
            lambda: Thread("a", "u").id,
            lambda: Message("t", "u", "text").id,
            lambda: AuditRecord("a", "u", "r").record_id,
            lambda: Request("GET", "/").request_id,
            lambda: Connection("c", "u").client_id,
        ):
            self.assertNotEqual(make(), make())

    def test_a_message_from_the_database_keeps_its_id(self):
        self.assertEqual(Message("t", "u", "text", id="msg_7").id, "msg_7")

    def test_a_fresh_context_has_a_thread_and_a_run(self):
        context = ExecutionContext.fresh("user-1", "req_1")
        self.assertEqual((context.user_id, context.request_id), ("user-1", "req_1"))
        self.assertTrue(context.thread_id.startswith("thread_"))
        self.assertTrue(context.run_id.startswith("run_"))
        self.assertIn("user-1", context.trace_id())

    def test_an_id_of_a_request_passes_its_validator(self):
        self.assertTrue(is_request_id(new_request_id()))
        self.assertFalse(is_request_id("req_1"))
        self.assertFalse(is_request_id(None))

    def test_what_is_too_short_is_no_session_id(self):
        self.assertFalse(is_session_id("1234"))

    def test_parts_of_an_event_id(self):
        parts = ids.describe(ids.generate_event_id())
        self.assertEqual(parts["kind"], "event")
        self.assertEqual(len(parts["made_at"]), 13)
        self.assertEqual(ids.describe("event_none")["made_at"], "")

    def test_client_ids_are_eight_characters(self):
        self.assertEqual(len(new_client_id()), 8)


class IdManagerTest(unittest.TestCase):
    def test_an_id_is_active_until_it_is_released(self):
        manager = IdManager()
        identifier = manager.generate_id("lease")
        self.assertTrue(manager.is_active("lease", identifier))
        self.assertEqual(manager.count_active(), {"lease": 1})
        self.assertTrue(manager.release_id("lease", identifier))
        self.assertFalse(manager.release_id("lease", identifier))
        self.assertEqual(manager.count_active(), {})


class DatabaseTest(unittest.TestCase):
    def setUp(self):
        self.database = Database(":memory:")
        self.addCleanup(self.database.close)

    def test_a_transaction_commits_all_or_nothing(self):
        insert = "INSERT INTO events (id, user_id, type, body) VALUES ('e', 'u', 't', '{}')"
        with self.assertRaises(ValueError):
            with self.database.transaction("fails"):
                self.database.execute(insert)
                raise ValueError
        self.assertEqual(self.database.rows("SELECT * FROM events"), [])
        with self.database.transaction("works"):
            self.database.execute(insert)
        self.assertEqual(len(self.database.rows("SELECT * FROM events")), 1)

    def test_a_transaction_inside_another_is_part_of_it(self):
        with self.database.transaction("outer") as outer:
            with self.database.transaction("inner") as inner:
                self.assertEqual(inner, outer)
