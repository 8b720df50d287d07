"""Threads, messages, invitations and exports over HTTP."""

import uuid
from typing import Any, Dict

from chat_backend.chat.exports import ExportService
from chat_backend.chat.messages import MessageStore
from chat_backend.chat.models import Message, Thread
from chat_backend.chat.threads import ThreadStore
from chat_backend.realtime.events import EventBroker
from chat_backend.shared import validation
from chat_backend.shared.clock import iso
from chat_backend.shared.http import HTTPError, Request, Response, Router


class ChatRoutes:
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

    def add_to(self, router: Router) -> None:
        router.add("POST", "/threads", self.create)
        router.add("GET", "/threads", self.list)
        router.add("GET", "/threads/{thread_id}", self.show)
        router.add("POST", "/threads/{thread_id}/invites", self.invite)
        router.add("POST", "/invites/{invite_token}", self.redeem)
        router.add("POST", "/threads/{thread_id}/messages", self.send)
        router.add("GET", "/threads/{thread_id}/messages", self.messages)
        router.add("POST", "/threads/{thread_id}/exports", self.export)
        router.add("GET", "/exports/{export_id}", self.download)

    def create(self, request: Request) -> Response:
        title = validation.text(request.body, "title", 200)
        return Response(thread_body(self._threads.create(request.user.id, title)), 201)

    def list(self, request: Request) -> Response:
        threads = self._threads.of_user(request.user.id)
        return Response({"threads": [thread_body(thread) for thread in threads]})

    def show(self, request: Request, thread_id: str) -> Response:
        thread = self._visible(request, thread_id)
        body = thread_body(thread)
        body["members"] = self._threads.members(thread.id)
        body["membership_id"] = self._threads.membership(thread.id, request.user.id)
        return Response(body)

    def invite(self, request: Request, thread_id: str) -> Response:
        thread = self._visible(request, thread_id)
        if thread.owner_id != request.user.id:
            raise HTTPError(403, "only the owner invites")
        return Response({"invite_token": self._threads.invite(thread.id)}, 201)

    def redeem(self, request: Request, invite_token: str) -> Response:
        thread = self._threads.redeem(invite_token, request.user.id)
        if thread is None:
            raise HTTPError(404, "no such invitation")
        return Response(thread_body(thread))

    def send(self, request: Request, thread_id: str) -> Response:
        thread = self._visible(request, thread_id)
        reply_to = request.body.get("reply_to")
        if reply_to is not None and self._messages.find(thread.id, str(reply_to)) is None:
            raise HTTPError(400, "reply_to is no message of this thread")
        text = validation.text(request.body, "text")
        message = self._messages.add(Message(thread.id, request.user.id, text, reply_to))
        for member_id in self._threads.members(thread.id):
            self._events.publish(member_id, "message", message_body(message))
        return Response(message_body(message), 201)

    def messages(self, request: Request, thread_id: str) -> Response:
        thread = self._visible(request, thread_id)
        limit = int(validation.number(request.query.get("limit"), 100, 500))
        found = self._messages.of_thread(thread.id, limit)
        return Response({"messages": [message_body(message) for message in found]})

    def export(self, request: Request, thread_id: str) -> Response:
        export_id = self._exports.create(request.user.id, thread_id)
        if export_id is None:
            raise HTTPError(404, "no such thread")
        return Response({"export_id": export_id}, 201)

    def download(self, request: Request, export_id: str) -> Response:
        try:
            export_id = str(uuid.UUID(export_id))
        except ValueError:
            raise HTTPError(400, "this is no export ID") from None
        export = self._exports.read(request.user.id, export_id)
        if export is None:
            raise HTTPError(404, "no such export")
        file_name, text, content_id = export
        return Response({"file_name": file_name, "content_id": content_id, "text": text})

    def _visible(self, request: Request, thread_id: str) -> Thread:
        thread = self._threads.find(thread_id, request.user.id)
        if thread is None:
            raise HTTPError(404, "no such thread")
        return thread


def thread_body(thread: Thread) -> Dict[str, Any]:
    return {"id": thread.id, "title": thread.title, "owner_id": thread.owner_id}


def message_body(message: Message) -> Dict[str, Any]:
    return {
        "id": message.id,
        "thread_id": message.thread_id,
        "author_id": message.author_id,
        "by_agent": message.author_id.startswith("agent_"),
        "text": message.text,
        "reply_to": message.reply_to,
        "created_at": iso(message.created_at),
    }
