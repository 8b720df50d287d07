"""Register, log in, log out, and what a user sees of their own account."""

import uuid

from chat_backend.auth.sessions import SessionService
from chat_backend.auth.users import EmailTaken, UserStore
from chat_backend.realtime.connections import ConnectionRegistry
from chat_backend.shared import validation
from chat_backend.shared.audit import AuditLog
from chat_backend.shared.http import HTTPError, Request, Response, Router


class AuthRoutes:
    def __init__(
        self,
        users: UserStore,
        sessions: SessionService,
        connections: ConnectionRegistry,
        audit: AuditLog,
    ):
        self._users = users
        self._sessions = sessions
        self._connections = connections
        self._audit = audit

    def add_to(self, router: Router) -> None:
        router.add("POST", "/register", self.register, public=True)
        router.add("POST", "/login", self.login, public=True)
        router.add("POST", "/logout", self.logout)
        router.add("GET", "/me", self.me)
        router.add("GET", "/me/audit", self.audit)
        router.add("GET", "/sessions", self.sessions)
        router.add("DELETE", "/sessions/{session_id}", self.end_session)

    def register(self, request: Request) -> Response:
        password = validation.text(request.body, "password", 200)
        if len(password) < 8:
            raise HTTPError(400, "a password has at least 8 characters")
        name = validation.text(request.body, "name", 80)
        try:
            user = self._users.register(validation.email(request.body), name, password)
        except EmailTaken:
            raise HTTPError(409, "this address is registered") from None
        self._audit.record("user.registered", request.request_id, user.id)
        return Response({"user_id": user.id, "name": user.name}, 201)

    def login(self, request: Request) -> Response:
        email = validation.email(request.body)
        user = self._users.check_password(email, validation.text(request.body, "password", 200))
        if user is None:
            self._audit.record("login.refused", request.request_id)
            raise HTTPError(401, "address or password is wrong")
        # Who does not name the device sees it under a name of its own in the list of sessions.
        device = request.body.get("device") or f"device-{str(uuid.uuid4())[:8]}"
        session = self._sessions.open(user.id, str(device))
        self._audit.record("login", request.request_id, user.id)
        return Response({"session_id": session.id, "token": session.session_token}, 201)

    def logout(self, request: Request) -> Response:
        self._sessions.close(request.session.id, request.user.id)
        closed = self._connections.close_all_of(request.user.id)
        self._audit.record("logout", request.request_id, request.user.id)
        return Response({"closed_connections": closed})

    def me(self, request: Request) -> Response:
        # Support asks for this short form on the phone.
        support_code = request.user.id[:8].upper()
        return Response(
            {
                "user_id": request.user.id,
                "name": request.user.name,
                "email": request.user.email,
                "support_code": support_code,
            }
        )

    def audit(self, request: Request) -> Response:
        return Response({"actions": self._audit.of_user(request.user.id)})

    def sessions(self, request: Request) -> Response:
        known = self._sessions.of_user(request.user.id)
        return Response({"sessions": [{"id": one.id, "device": one.device} for one in known]})

    def end_session(self, request: Request, session_id: str) -> Response:
        if not validation.is_session_id(session_id):
            raise HTTPError(404, "no such session")
        if not self._sessions.close(session_id, request.user.id):
            raise HTTPError(404, "no such session")
        return Response({"ended": session_id})
