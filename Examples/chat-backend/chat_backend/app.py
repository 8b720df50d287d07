"""Puts the services together; the only place that knows all of them."""

from chat_backend.agents.registry import AgentRegistry
from chat_backend.agents.routes import AgentRoutes
from chat_backend.agents.runner import AgentRunner
from chat_backend.agents.store import RunStore
from chat_backend.auth.guard import Guard
from chat_backend.auth.routes import AuthRoutes
from chat_backend.auth.sessions import SessionService
from chat_backend.auth.users import UserStore
from chat_backend.chat.exports import ExportService
from chat_backend.chat.messages import MessageStore
from chat_backend.chat.routes import ChatRoutes
from chat_backend.chat.threads import ThreadStore
from chat_backend.jobs.queue import JobQueue
from chat_backend.jobs.routes import JobRoutes
from chat_backend.jobs.tasks import Tasks
from chat_backend.jobs.worker import Worker
from chat_backend.realtime.connections import ConnectionRegistry
from chat_backend.realtime.events import EventBroker
from chat_backend.realtime.routes import RealtimeRoutes
from chat_backend.shared.audit import AuditLog
from chat_backend.shared.config import Config
from chat_backend.shared.database import Database
from chat_backend.shared.http import Router
from chat_backend.shared.id_manager import IdManager
from chat_backend.shared.server import Server


class Application:
    """One process with all services, a database, a worker and an HTTP server."""

    def __init__(self, config: Config):
        self.config = config
        self.database = Database(config.database)
        self.ids = IdManager()
        self.audit = AuditLog(self.database)
        self.events = EventBroker(self.database)
        self.connections = ConnectionRegistry(self.ids, self.events)
        self.users = UserStore(self.database)
        self.sessions = SessionService(self.database, config.session_seconds)
        self.threads = ThreadStore(self.database)
        self.messages = MessageStore(self.database)
        self.exports = ExportService(self.database, self.threads, self.messages)
        self.runs = RunStore(self.database)
        self.agents = AgentRegistry(self.messages)
        self.runner = AgentRunner(
            self.agents, self.runs, self.threads, self.messages, self.events, self.ids
        )
        self.jobs = JobQueue(self.database)
        tasks = Tasks(self.threads, self.messages, self.exports, self.events)
        self.worker = Worker(self.jobs, tasks, self.events, self.ids)
        self.server = Server(config, self._router(), Guard(self.users, self.sessions), self.audit)

    @property
    def url(self) -> str:
        """Where the server listens, once it has been started."""
        return f"http://{self.config.host}:{self.server.port}"

    def start(self) -> None:
        self.worker.start()
        self.server.start()

    def stop(self) -> None:
        self.events.close()
        self.server.stop()
        self.runner.wait()
        self.worker.stop()
        self.database.close()

    def _router(self) -> Router:
        router = Router()
        AuthRoutes(self.users, self.sessions, self.connections, self.audit).add_to(router)
        ChatRoutes(self.threads, self.messages, self.exports, self.events).add_to(router)
        RealtimeRoutes(self.connections, self.events, self.database, self.ids).add_to(router)
        AgentRoutes(self.runner, self.runs, self.agents, self.threads).add_to(router)
        JobRoutes(self.jobs, self.threads).add_to(router)
        return router
