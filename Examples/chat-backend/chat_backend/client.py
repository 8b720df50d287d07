"""A client for the long poll, and a walk through all services when it is started.

    python3 -m chat_backend.client http://127.0.0.1:8080
"""

import argparse
import json
import time
import uuid
from http.client import HTTPConnection
from typing import Any, Dict, List, Optional
from urllib.parse import urlsplit


class ClientError(Exception):
    """An answer that is no success."""

    def __init__(self, status: int, body: Dict[str, Any]):
        super().__init__(f"{status}: {body.get('error')}")
        self.status = status
        self.body = body


class Client:
    """Talks to one server for one user."""

    def __init__(self, url: str, timeout: float = 30):
        self._host = urlsplit(url).netloc
        self._timeout = timeout
        self.token: Optional[str] = None
        self.user_id: Optional[str] = None
        self.last_request_id: Optional[str] = None
        self.connection_id: Optional[str] = None
        self._position = 0

    def send(self, method: str, path: str, headers: Any = None, **body: Any) -> Dict[str, Any]:
        """One request; the object of the answer."""
        all_headers = {"X-Request-ID": f"req_{uuid.uuid4().hex}", **(headers or {})}
        if self.token is not None:
            all_headers["Authorization"] = f"Bearer {self.token}"
        connection = HTTPConnection(self._host, timeout=self._timeout)
        try:
            connection.request(method, path, json.dumps(body) if body else None, all_headers)
            answer = connection.getresponse()
            result = json.loads(answer.read())
        finally:
            connection.close()
        self.last_request_id = answer.getheader("X-Request-ID")
        if answer.status >= 400:
            raise ClientError(answer.status, result)
        return result

    def get(self, path: str) -> Dict[str, Any]:
        return self.send("GET", path)

    def post(self, path: str, **body: Any) -> Dict[str, Any]:
        return self.send("POST", path, **body)

    def register(self, email: str, name: str, password: str) -> str:
        answer = self.post("/register", email=email, name=name, password=password)
        self.user_id = answer["user_id"]
        return answer["user_id"]

    def login(self, email: str, password: str, device: str = "") -> Dict[str, Any]:
        answer = self.post("/login", email=email, password=password, device=device)
        self.token = answer["token"]
        return answer

    def connect(self) -> str:
        answer = self.post("/connections")
        self.connection_id = answer["connection_id"]
        return answer["connection_id"]

    def poll(self, wait: float = 0) -> List[Dict[str, Any]]:
        """Events that have come since the last call."""
        path = f"/connections/{self.connection_id}/events?after={self._position}&wait={wait}"
        answer = self.get(path)
        self._position = answer["last"]
        return answer["events"]

    def events_until(self, *types: str, seconds: float = 5) -> List[Dict[str, Any]]:
        """All events up to the first of these types, or up to now when the time is over."""
        found: List[Dict[str, Any]] = []
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for event in self.poll(wait=1):
                found.append(event)
                if event["type"] in types:
                    return found
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Walks through all services of a server.")
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:8080")
    url = parser.parse_args().url
    alice, bob = Client(url), Client(url)
    for client, name in ((alice, "alice"), (bob, "bob")):
        email = f"{name}_{int(time.time())}@example.org"
        print(name, "is", client.register(email, name, "correct horse"))
        client.login(email, "correct horse")
        print("  connected as", client.connect())
    thread = alice.post("/threads", title="Lunch")
    invite = alice.post(f"/threads/{thread['id']}/invites")
    bob.post(f"/invites/{invite['invite_token']}")
    bob.post(f"/threads/{thread['id']}/messages", text="Soup at noon?")
    alice.post(f"/threads/{thread['id']}/messages", text="No soup today.")
    alice.post(f"/threads/{thread['id']}/runs", agent="researcher", prompt="soup")
    for event in alice.events_until("agent_completed", "agent_error"):
        print(event["position"], event["id"], event["type"], json.dumps(event["body"]))
    alice.post("/jobs", kind="digest", thread_id=thread["id"])
    for event in alice.events_until("job_done", "job_failed"):
        print(event["position"], event["id"], event["type"], json.dumps(event["body"]))
    alice.post("/logout")


if __name__ == "__main__":
    main()
