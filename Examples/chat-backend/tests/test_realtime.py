import threading

from tests.support import ServerTest


class RealtimeTest(ServerTest):
    def test_events_come_in_order_and_once(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        for number in range(20):
            bob.post(f"/threads/{thread_id}/messages", text=f"number {number}")
        events = alice.poll()
        texts = [event["body"]["text"] for event in events]
        self.assertEqual(texts, [f"number {number}" for number in range(20)])
        positions = [event["position"] for event in events]
        self.assertEqual(positions, sorted(set(positions)))
        self.assertEqual(len({event["id"] for event in events}), 20)
        self.assertEqual(alice.poll(), [])

    def test_no_event_reaches_another_user(self):
        alice, bob, carol = self.user("alice"), self.user("bob"), self.user("carol")
        thread_id = self.thread(alice, bob)
        alice.post(f"/threads/{thread_id}/messages", text="between us")
        self.assertEqual(carol.poll(), [])
        self.assertEqual(len(bob.poll()), 1)

    def test_a_long_poll_wakes_when_something_happens(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        found = []
        waiting = threading.Thread(target=lambda: found.extend(alice.poll(wait=5)))
        waiting.start()
        bob.post(f"/threads/{thread_id}/messages", text="awake?")
        waiting.join(5)
        self.assertEqual([event["body"]["text"] for event in found], ["awake?"])

    def test_a_connection_is_not_there_for_others(self):
        alice, bob = self.user("alice"), self.user("bob")
        self.assertRefused(404, "GET", f"/connections/{alice.connection_id}/events", bob)
        self.assertRefused(404, "DELETE", f"/connections/{alice.connection_id}", bob)
        self.assertEqual(alice.get("/connections")["connections"], [alice.connection_id])

    def test_logout_closes_the_connections_of_this_user_only(self):
        alice, bob = self.user("alice"), self.user("bob")
        alice.connect()
        self.assertEqual(alice.post("/logout"), {"closed_connections": 2})
        self.assertEqual(bob.get("/connections")["connections"], [bob.connection_id])
        self.assertEqual(self.application.connections.of_user(alice.user_id), [])

    def test_a_closed_connection_is_gone(self):
        alice = self.user()
        alice.send("DELETE", f"/connections/{alice.connection_id}")
        self.assertRefused(404, "GET", f"/connections/{alice.connection_id}/events", alice)

    def test_health_counts_what_is_active(self):
        before = self.user().get("/health")["active"]["connection"]
        bob = self.user("bob")
        self.assertEqual(bob.get("/health")["active"]["connection"], before + 1)
        bob.post("/logout")
        self.assertEqual(self.user().get("/health")["active"]["connection"], before + 1)

    def test_a_request_id_of_a_proxy_is_kept(self):
        alice = self.user()
        given = "req_" + "0123456789abcdef" * 2
        alice.send("GET", "/me", headers={"X-Request-ID": given})
        self.assertEqual(alice.last_request_id, given)

    def test_any_other_request_id_is_replaced(self):
        alice = self.user()
        alice.send("GET", "/me", headers={"X-Request-ID": "evil line"})
        self.assertNotEqual(alice.last_request_id, "evil line")
        self.assertTrue(alice.last_request_id.startswith("req_"))
