"""The HTTP server: sockets, JSON, and what is the same for all requests."""

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict
from urllib.parse import parse_qsl, urlsplit

from chat_backend.auth.guard import Guard
from chat_backend.shared import ids
from chat_backend.shared.audit import AuditLog
from chat_backend.shared.config import Config
from chat_backend.shared.http import HTTPError, Request, Response, Router
from chat_backend.shared.validation import is_request_id

MAXIMUM_BODY = 1 << 20


class Server:
    """Runs the handlers, a thread for each connection."""

    def __init__(self, config: Config, router: Router, guard: Guard, audit: AuditLog):
        self._config = config
        self._router = router
        self._guard = guard
        self._audit = audit
        self._http = ThreadingHTTPServer((config.host, config.port), self._handler_class())
        self._http.daemon_threads = True
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def port(self) -> int:
        return self._http.server_address[1]

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def answer(self, request: Request) -> Response:
        """Finds the user and the handler; whatever goes wrong becomes an answer too."""
        started = time.time()
        try:
            route, arguments = self._router.find(request.method, request.path)
            self._guard.identify(request)
            if request.user is None and not route.public:
                raise HTTPError(401, "log in first")
            response = route.handler(request, **arguments)
        except HTTPError as error:
            response = Response({"error": error.message}, error.status)
        except Exception as error:
            response = self._internal_error(request, error)
        if self._config.log_requests:
            elapsed = f"{(time.time() - started) * 1000:.1f} ms"
            print(request.request_id, request.method, request.path, response.status, elapsed)
        return response

    def _internal_error(self, request: Request, error: Exception) -> Response:
        user_id = request.user.id if request.user else "unknown"
        error_id = ids.generate_error_id(user_id)
        print(f"{request.request_id} {error_id}: {error!r}", file=sys.stderr)
        self._audit.record(f"error.{type(error).__name__}", request.request_id, user_id)
        return Response({"error": "internal error", "error_id": error_id}, 500)

    def _handler_class(self) -> type:
        server = self

        class RequestHandler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _serve(self) -> None:
                try:
                    request = read_request(self)
                    response = server.answer(request)
                    request_id = request.request_id
                except HTTPError as error:
                    response = Response({"error": error.message}, error.status)
                    request_id = "req_rejected"
                    self.close_connection = True
                data = response.encoded()
                self.send_response(response.status)
                self.send_header("Content-Type", response.content_type)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("X-Request-ID", request_id)
                self.send_header("X-Instance", server._config.instance_id)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_DELETE = _serve

            def log_message(self, format: str, *args: Any) -> None:
                """Requests are logged by the server, with their IDs."""

        return RequestHandler


def read_request(handler: BaseHTTPRequestHandler) -> Request:
    """Reads headers and body; a request ID of a proxy in front of us is kept."""
    length = handler.headers.get("Content-Length", "0")
    if not length.isdigit() or int(length) > MAXIMUM_BODY:
        raise HTTPError(413, "the body is too long")
    body = parse_body(handler.rfile.read(int(length)))
    address = urlsplit(handler.path)
    request = Request(
        method=handler.command,
        path=address.path,
        query=dict(parse_qsl(address.query)),
        body=body,
        headers={name.lower(): value for name, value in handler.headers.items()},
    )
    given = request.headers.get("x-request-id")
    if given is not None and is_request_id(given):
        request.request_id = given
    return request


def parse_body(data: bytes) -> Dict[str, Any]:
    if not data:
        return {}
    try:
        body = json.loads(data)
    except ValueError:
        raise HTTPError(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise HTTPError(400, "the body is not an object")
    return body
