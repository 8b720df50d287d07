"""What jobs do."""

import uuid
from collections import Counter
from datetime import datetime
from typing import Any, Dict

from chat_backend.chat.exports import ExportService
from chat_backend.chat.messages import MessageStore
from chat_backend.chat.threads import ThreadStore
from chat_backend.realtime.events import EventBroker


class TaskError(Exception):
    """A job cannot be done."""


class Tasks:
    """The kinds of jobs: digest, export and purge."""

    kinds = ("digest", "export", "purge")

    def __init__(
        self,
        threads: ThreadStore,
        messages: MessageStore,
        exports: ExportService,
        events: EventBroker,
    ):
        self._threads = threads
        self._messages = messages
        self._exports = exports
        self._events = events

    def perform(self, kind: str, context: Dict[str, Any]) -> Dict[str, Any]:
        if kind not in self.kinds:
            raise TaskError(f"there are no jobs of the kind {kind}")
        return getattr(self, kind)(context)

    def digest(self, context: Dict[str, Any]) -> Dict[str, Any]:
        """How many messages each author has written to a thread."""
        user_id = context.get("user_id", "unknown")
        if self._threads.find(context["thread_id"], user_id) is None:
            raise TaskError("no such thread")
        authors = Counter(
            message.author_id for message in self._messages.of_thread(context["thread_id"])
        )
        return {
            "report_id": f"report_{datetime.now().strftime('%Y%m%d_%H%M%S')}",
            "digest_id": f"{context['thread_id']}_{uuid.uuid4().hex[:8]}",
            "authors": dict(authors),
        }

    def export(self, context: Dict[str, Any]) -> Dict[str, Any]:
        export_id = self._exports.create(context["user_id"], context["thread_id"])
        if export_id is None:
            raise TaskError("no such thread")
        return {"export_id": export_id}

    def purge(self, context: Dict[str, Any]) -> Dict[str, Any]:
        """Removes events that a client has seen."""
        removed = self._events.forget(context["user_id"], int(context["position"]))
        return {"removed": removed}
