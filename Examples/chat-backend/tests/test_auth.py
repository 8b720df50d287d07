import time
from unittest import mock

from chat_backend.auth.sessions import SessionService
from chat_backend.client import Client, ClientError
from tests.support import PASSWORD, ServerTest


class AuthTest(ServerTest):
    def test_nobody_gets_in_without_a_token(self):
        self.assertRefused(401, "GET", "/me", Client(self.application.url))

    def test_a_made_up_token_is_refused(self):
        client = Client(self.application.url)
        client.token = "f" * 32
        self.assertRefused(401, "GET", "/threads", client)

    def test_a_user_sees_their_own_account(self):
        alice = self.user("alice")
        me = alice.get("/me")
        self.assertEqual(
            (me["user_id"], me["name"], me["email"]), (alice.user_id, "alice", alice.email)
        )

    def test_the_support_code_is_eight_characters_of_the_user_id(self):
        alice = self.user()
        self.assertEqual(alice.get("/me")["support_code"], alice.user_id[:8].upper())

    def test_an_address_registers_once(self):
        alice = self.user()
        body = {"email": alice.email, "name": "another", "password": PASSWORD}
        self.assertRefused(409, "POST", "/register", alice, **body)

    def test_a_wrong_password_is_refused(self):
        alice = self.user()
        body = {"email": alice.email, "password": "wrong horse"}
        self.assertRefused(401, "POST", "/login", alice, **body)

    def test_short_passwords_and_bad_addresses_are_refused(self):
        client = Client(self.application.url)
        short = {"email": "a@example.org", "name": "a", "password": "short"}
        self.assertRefused(400, "POST", "/register", client, **short)
        bad = {"email": "nobody", "name": "a", "password": PASSWORD}
        self.assertRefused(400, "POST", "/register", client, **bad)

    def test_logout_ends_the_session(self):
        alice = self.user()
        alice.post("/logout")
        self.assertRefused(401, "GET", "/me", alice)

    def test_logout_leaves_other_sessions_alone(self):
        alice = self.user()
        phone = Client(self.application.url)
        phone.login(alice.email, PASSWORD, device="phone")
        alice.post("/logout")
        self.assertEqual(phone.get("/me")["name"], "alice")
        self.assertEqual([one["device"] for one in phone.get("/sessions")["sessions"]], ["phone"])

    def test_devices_without_a_name_get_different_ones(self):
        alice = self.user()
        Client(self.application.url).login(alice.email, PASSWORD)
        devices = [one["device"] for one in alice.get("/sessions")["sessions"]]
        self.assertEqual(len(set(devices)), 2)

    def test_a_user_ends_another_session_of_theirs(self):
        alice = self.user()
        phone = Client(self.application.url)
        session_id = phone.login(alice.email, PASSWORD, device="phone")["session_id"]
        alice.send("DELETE", f"/sessions/{session_id}")
        self.assertRefused(401, "GET", "/me", phone)
        self.assertEqual(alice.get("/me")["name"], "alice")

    def test_a_user_cannot_end_the_session_of_somebody_else(self):
        alice, bob = self.user("alice"), self.user("bob")
        session_id = alice.get("/sessions")["sessions"][0]["id"]
        self.assertRefused(404, "DELETE", f"/sessions/{session_id}", bob)
        self.assertRefused(404, "DELETE", "/sessions/none", bob)
        self.assertEqual(alice.get("/me")["name"], "alice")

    def test_tokens_are_32_hexadecimal_digits(self):
        alice = self.user()
        self.assertRegex(alice.token, r"^[0-9a-f]{32}$")

    def test_a_session_expires(self):
        alice = self.user()
        sessions = SessionService(self.application.database, seconds=60)
        session = sessions.open(alice.user_id, "web")
        self.assertEqual(sessions.find(session.session_token), session)
        later = int(time.time() * 1000) + 61_000
        with mock.patch("chat_backend.auth.sessions.now_ms", return_value=later):
            self.assertIsNone(sessions.find(session.session_token))

    def test_what_a_user_did_is_in_their_audit_log_only(self):
        alice, bob = self.user("alice"), self.user("bob")
        bob.post("/logout")
        self.assertEqual(alice.get("/me/audit")["actions"], ["user.registered", "login"])
        with self.assertRaises(ClientError):
            bob.get("/me/audit")
