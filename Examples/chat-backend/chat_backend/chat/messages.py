"""Messages, in the order in which they were written."""

import sqlite3
from typing import List, Optional

from chat_backend.chat.models import Message
from chat_backend.shared.database import Database


class MessageStore:
    def __init__(self, database: Database):
        self._database = database

    def add(self, message: Message) -> Message:
        self._database.execute(
            "INSERT INTO messages (id, thread_id, author_id, text, reply_to, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            message.id,
            message.thread_id,
            message.author_id,
            message.text,
            message.reply_to,
            message.created_at,
        )
        return message

    def find(self, thread_id: str, message_id: str) -> Optional[Message]:
        row = self._database.row(
            "SELECT * FROM messages WHERE thread_id = ? AND id = ?", thread_id, message_id
        )
        return _message(row) if row else None

    def of_thread(self, thread_id: str, limit: int = 100) -> List[Message]:
        """The last messages of a thread, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM messages WHERE thread_id = ? ORDER BY position DESC LIMIT ?",
            thread_id,
            limit,
        )
        return [_message(row) for row in reversed(rows)]

    def search(self, thread_id: str, words: str) -> List[Message]:
        """Messages of a thread that hold a text, whatever its case."""
        rows = self._database.rows(
            "SELECT * FROM messages WHERE thread_id = ? AND instr(lower(text), lower(?)) > 0"
            " ORDER BY position",
            thread_id,
            words,
        )
        return [_message(row) for row in rows]


def _message(row: sqlite3.Row) -> Message:
    return Message(
        thread_id=row["thread_id"],
        author_id=row["author_id"],
        text=row["text"],
        reply_to=row["reply_to"],
        id=row["id"],
        created_at=row["created_at"],
    )
