"""Connections and the long poll."""

from chat_backend.realtime.connections import Connection, ConnectionRegistry
from chat_backend.realtime.events import EventBroker
from chat_backend.shared import validation
from chat_backend.shared.database import Database
from chat_backend.shared.http import HTTPError, Request, Response, Router
from chat_backend.shared.id_manager import IdManager

LONGEST_WAIT = 25.0


class RealtimeRoutes:
    def __init__(
        self,
        connections: ConnectionRegistry,
        events: EventBroker,
        database: Database,
        ids: IdManager,
    ):
        self._connections = connections
        self._events = events
        self._database = database
        self._ids = ids

    def add_to(self, router: Router) -> None:
        router.add("GET", "/health", self.health, public=True)
        router.add("POST", "/connections", self.open)
        router.add("GET", "/connections", self.list)
        router.add("GET", "/connections/{connection_id}/events", self.events)
        router.add("DELETE", "/connections/{connection_id}", self.close)

    def health(self, request: Request) -> Response:
        return Response(
            {
                "status": "ok",
                "database": self._database.connection_id,
                "active": self._ids.count_active(),
            }
        )

    def open(self, request: Request) -> Response:
        connection = self._connections.open(request.user.id)
        body = {"connection_id": connection.connection_id, "client_id": connection.client_id}
        return Response(body, 201)

    def list(self, request: Request) -> Response:
        mine = self._connections.of_user(request.user.id)
        return Response({"connections": [one.connection_id for one in mine]})

    def events(self, request: Request, connection_id: str) -> Response:
        connection = self._mine(request, connection_id)
        position = int(validation.number(request.query.get("after"), 0, 2**53))
        seconds = validation.number(request.query.get("wait"), 0, LONGEST_WAIT)
        found = self._events.wait(request.user.id, position, seconds, connection.closed)
        last = found[-1]["position"] if found else position
        return Response({"events": found, "last": last, "closed": connection.closed.is_set()})

    def close(self, request: Request, connection_id: str) -> Response:
        self._connections.close(self._mine(request, connection_id).connection_id)
        return Response({"closed": connection_id})

    def _mine(self, request: Request, connection_id: str) -> Connection:
        connection = self._connections.find(connection_id, request.user.id)
        if connection is None:
            raise HTTPError(404, "no such connection")
        return connection
