from tests.support import ServerTest


class ChatTest(ServerTest):
    def texts(self, client, thread_id):
        answer = client.get(f"/threads/{thread_id}/messages")
        return [message["text"] for message in answer["messages"]]

    def test_messages_come_in_the_order_in_which_they_were_written(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        for number in range(10):
            writer = alice if number % 2 else bob
            writer.post(f"/threads/{thread_id}/messages", text=f"number {number}")
        expected = [f"number {number}" for number in range(10)]
        self.assertEqual(self.texts(alice, thread_id), expected)
        self.assertEqual(self.texts(bob, thread_id), expected)

    def test_a_thread_is_not_there_for_others(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice)
        alice.post(f"/threads/{thread_id}/messages", text="between us")
        self.assertEqual(bob.get("/threads"), {"threads": []})
        self.assertRefused(404, "GET", f"/threads/{thread_id}", bob)
        self.assertRefused(404, "GET", f"/threads/{thread_id}/messages", bob)
        self.assertRefused(404, "POST", f"/threads/{thread_id}/messages", bob, text="hello")
        self.assertRefused(404, "POST", f"/threads/{thread_id}/exports", bob)
        self.assertEqual(self.texts(alice, thread_id), ["between us"])

    def test_members_and_messages_name_their_users(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        self.assertEqual(
            alice.get(f"/threads/{thread_id}")["members"], [alice.user_id, bob.user_id]
        )
        message = bob.post(f"/threads/{thread_id}/messages", text="hello")
        self.assertEqual(message["author_id"], bob.user_id)
        self.assertFalse(message["by_agent"])

    def test_each_membership_has_an_id_of_its_own(self):
        alice, bob = self.user("alice"), self.user("bob")
        path = f"/threads/{self.thread(alice, bob)}"
        memberships = {client.get(path)["membership_id"] for client in (alice, bob)}
        self.assertEqual(len(memberships), 2)

    def test_an_invitation_works_once_and_comes_from_the_owner(self):
        alice, bob, carol = self.user("alice"), self.user("bob"), self.user("carol")
        thread_id = self.thread(alice)
        token = alice.post(f"/threads/{thread_id}/invites")["invite_token"]
        bob.post(f"/invites/{token}")
        self.assertRefused(404, "POST", f"/invites/{token}", carol)
        self.assertRefused(403, "POST", f"/threads/{thread_id}/invites", bob)

    def test_a_reply_names_a_message_of_the_same_thread(self):
        alice = self.user()
        first, second = self.thread(alice), self.thread(alice, title="Dinner")
        message = alice.post(f"/threads/{first}/messages", text="soup?")
        reply = alice.post(f"/threads/{first}/messages", text="yes", reply_to=message["id"])
        self.assertEqual(reply["reply_to"], message["id"])
        path = f"/threads/{second}/messages"
        self.assertRefused(400, "POST", path, alice, text="yes", reply_to=message["id"])

    def test_messages_keep_their_ids(self):
        alice = self.user()
        path = f"/threads/{self.thread(alice)}/messages"
        sent = [alice.post(path, text=f"number {number}")["id"] for number in range(5)]
        self.assertEqual(len(set(sent)), 5)
        self.assertEqual([message["id"] for message in alice.get(path)["messages"]], sent)

    def test_an_export_holds_all_messages_and_is_only_for_who_made_it(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        alice.post(f"/threads/{thread_id}/messages", text="soup at noon?")
        export_id = alice.post(f"/threads/{thread_id}/exports")["export_id"]
        export = alice.get(f"/exports/{export_id}")
        self.assertIn(f"{alice.user_id}: soup at noon?", export["text"])
        self.assertTrue(export["file_name"].endswith(".txt"))
        self.assertRefused(404, "GET", f"/exports/{export_id}", bob)

    def test_what_is_no_export_id_is_refused(self):
        body = self.assertRefused(400, "GET", "/exports/readme", self.user())
        self.assertEqual(body["error"], "this is no export ID")

    def test_equal_exports_have_equal_content_ids(self):
        alice = self.user()
        thread_id = self.thread(alice)
        found = []
        for _ in range(2):
            export_id = alice.post(f"/threads/{thread_id}/exports")["export_id"]
            found.append(alice.get(f"/exports/{export_id}")["content_id"])
        self.assertEqual(found[0], found[1])

    def test_empty_and_endless_texts_are_refused(self):
        alice = self.user()
        path = f"/threads/{self.thread(alice)}/messages"
        self.assertRefused(400, "POST", path, alice, text=" ")
        self.assertRefused(400, "POST", path, alice, text="x" * 4001)
