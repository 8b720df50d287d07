"""Exports of threads as text. (Edited on Windows; keep the line ends.)"""

import hashlib
import uuid
from datetime import datetime
from typing import Optional, Tuple

from chat_backend.chat.messages import MessageStore
from chat_backend.chat.threads import ThreadStore
from chat_backend.shared.clock import iso
from chat_backend.shared.database import Database


class ExportService:
    """Writes what a thread holds into a row, from which it is downloaded."""

    def __init__(self, database: Database, threads: ThreadStore, messages: MessageStore):
        self._database = database
        self._threads = threads
        self._messages = messages

    def create(self, user_id: str, thread_id: str) -> Optional[str]:
        """The ID of a new export; nothing if the user does not see the thread."""
        thread = self._threads.find(thread_id, user_id)
        if thread is None:
            return None
        lines = [f"# {thread.title}"]
        for message in self._messages.of_thread(thread_id, 10000):
            lines.append(f"{iso(message.created_at)} {message.author_id}: {message.text}")
        body = "\n".join(lines) + "\n"
        export_id = str(uuid.uuid4())
        file_name = f"{datetime.now():%Y%m%d_%H%M%S}_{uuid.uuid4().hex[:4]}.txt"
        self._database.execute(
            "INSERT INTO exports (id, owner_id, thread_id, file_name, body)"
            " VALUES (?, ?, ?, ?, ?)",
            export_id,
            user_id,
            thread_id,
            file_name,
            body,
        )
        return export_id

    def read(self, user_id: str, export_id: str) -> Optional[Tuple[str, str, str]]:
        """File name, text and the ID of exactly this text, for caches."""
        row = self._database.row(
            "SELECT file_name, body FROM exports WHERE id = ? AND owner_id = ?",
            export_id,
            user_id,
        )
        if row is None:
            return None
        content_id = hashlib.sha256(row["body"].encode("utf-8")).hexdigest()[:16]
        return row["file_name"], row["body"], content_id
