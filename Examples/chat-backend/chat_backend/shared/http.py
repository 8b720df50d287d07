"""Requests, responses and routes, without sockets."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional, Pattern, Tuple
from uuid import uuid4

from chat_backend.auth.models import Session, User


class HTTPError(Exception):
    """What is answered instead of a result."""

    def __init__(self, status: int, message: str):
        super().__init__(message)
        self.status = status
        self.message = message


def new_request_id() -> str:
    return "req_%s" % uuid4().hex


@dataclass
class Request:
    """A request, with the user it comes from if somebody is logged in."""

    method: str
    path: str
    query: Dict[str, str] = field(default_factory=dict)
    body: Dict[str, Any] = field(default_factory=dict)
    headers: Dict[str, str] = field(default_factory=dict)
    request_id: str = field(default_factory=new_request_id)
    user: Optional[User] = None
    session: Optional[Session] = None

    def bearer(self) -> Optional[str]:
        """The token of the Authorization header."""
        scheme, _, value = self.headers.get("authorization", "").partition(" ")
        return value.strip() if scheme.lower() == "bearer" and value else None


@dataclass
class Response:
    body: Any
    status: int = 200
    content_type: str = "application/json"

    def encoded(self) -> bytes:
        if isinstance(self.body, str):
            return self.body.encode("utf-8")
        return (json.dumps(self.body, sort_keys=True) + "\n").encode("utf-8")


Handler = Callable[..., Response]


@dataclass
class Route:
    method: str
    pattern: Pattern[str]
    handler: Handler
    public: bool


class Router:
    """Finds the handler of a path; parts in braces become arguments of the handler."""

    def __init__(self) -> None:
        self._routes: List[Route] = []

    def add(self, method: str, path: str, handler: Handler, public: bool = False) -> None:
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)
        self._routes.append(Route(method, re.compile(f"^{pattern}$"), handler, public))

    def find(self, method: str, path: str) -> Tuple[Route, Dict[str, str]]:
        known = False
        for route in self._routes:
            match = route.pattern.match(path)
            if match is None:
                continue
            if route.method == method:
                return route, match.groupdict()
            known = True
        raise HTTPError(405, "not allowed here") if known else HTTPError(404, "no such page")
