"""A server in a temporary directory, and clients for it."""

import tempfile
import unittest
import uuid
from pathlib import Path
from typing import Any, Dict

from chat_backend.app import Application
from chat_backend.client import Client, ClientError
from chat_backend.shared.config import Config

PASSWORD = "correct horse"


class ServerTest(unittest.TestCase):
    """Base of all tests: one server a class, new users for each test."""

    application: Application

    @classmethod
    def setUpClass(cls) -> None:
        cls._directory = tempfile.TemporaryDirectory()
        path = str(Path(cls._directory.name) / "chat.db")
        cls.application = Application(Config(database=path))
        cls.application.start()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.application.stop()
        cls._directory.cleanup()

    def user(self, name: str = "alice") -> Client:
        """A client who has registered, logged in and connected."""
        client = Client(self.application.url, timeout=10)
        email = f"{name}.{uuid.uuid4().hex[:8]}@example.org"
        client.register(email, name, PASSWORD)
        client.login(email, PASSWORD)
        client.connect()
        client.email = email
        return client

    def thread(self, *clients: Client, title: str = "Lunch") -> str:
        """A thread of the first of these users, which the others have joined."""
        thread_id = clients[0].post("/threads", title=title)["id"]
        for client in clients[1:]:
            token = clients[0].post(f"/threads/{thread_id}/invites")["invite_token"]
            client.post(f"/invites/{token}")
        return thread_id

    def assertRefused(
        self, status: int, method: str, path: str, client: Client, **body: Any
    ) -> Dict[str, Any]:
        """The request is answered with this status; what is answered."""
        with self.assertRaises(ClientError) as caught:
            client.send(method, path, **body)
        self.assertEqual(caught.exception.status, status)
        return caught.exception.body
