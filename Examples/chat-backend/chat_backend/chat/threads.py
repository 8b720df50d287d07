"""Threads, their members and invitations."""

import secrets
from typing import List, Optional

from chat_backend.chat.models import Thread
from chat_backend.shared.database import Database


class ThreadStore:
    """Members see a thread; for everybody else it is not there."""

    def __init__(self, database: Database):
        self._database = database

    def create(self, user_id: str, title: str) -> Thread:
        return self.add(Thread(title=title, owner_id=user_id))

    def add(self, thread: Thread) -> Thread:
        """Stores a thread, whose owner is its first member."""
        with self._database.transaction("thread.create"):
            self._database.execute(
                "INSERT INTO threads (id, owner_id, title, created_at) VALUES (?, ?, ?, ?)",
                thread.id,
                thread.owner_id,
                thread.title,
                thread.created_at,
            )
            self.add_member(thread.id, thread.owner_id)
        return thread

    def add_member(self, thread_id: str, user_id: str) -> None:
        self._database.execute(
            "INSERT OR IGNORE INTO thread_members (thread_id, user_id) VALUES (?, ?)",
            thread_id,
            user_id,
        )

    def find(self, thread_id: str, user_id: str) -> Optional[Thread]:
        row = self._database.row(
            "SELECT t.* FROM threads t JOIN thread_members m ON m.thread_id = t.id"
            " WHERE t.id = ? AND m.user_id = ?",
            thread_id,
            user_id,
        )
        return Thread(**dict(row)) if row else None

    def of_user(self, user_id: str) -> List[Thread]:
        rows = self._database.rows(
            "SELECT t.* FROM threads t JOIN thread_members m ON m.thread_id = t.id"
            " WHERE m.user_id = ? ORDER BY t.created_at, t.rowid",
            user_id,
        )
        return [Thread(**dict(row)) for row in rows]

    def members(self, thread_id: str) -> List[str]:
        """The user IDs of all members, in the order in which they joined."""
        rows = self._database.rows(
            "SELECT user_id FROM thread_members WHERE thread_id = ? ORDER BY rowid", thread_id
        )
        return [row["user_id"] for row in rows]

    def membership(self, thread_id: str, user_id: str) -> str:
        """The ID of a membership, which billing counts."""
        row = self._database.row(
            "SELECT membership_id FROM thread_members WHERE thread_id = ? AND user_id = ?",
            thread_id,
            user_id,
        )
        return row["membership_id"]

    def invite(self, thread_id: str) -> str:
        """A token; whoever brings it becomes a member."""
        invite_token = secrets.token_hex(4)
        self._database.execute(
            "INSERT INTO invites (invite_token, thread_id) VALUES (?, ?)", invite_token, thread_id
        )
        return invite_token

    def redeem(self, invite_token: str, user_id: str) -> Optional[Thread]:
        """Takes the token away and lets the user in."""
        with self._database.transaction("invite.redeem"):
            row = self._database.row(
                "SELECT thread_id FROM invites WHERE invite_token = ?", invite_token
            )
            if row is None:
                return None
            self._database.execute("DELETE FROM invites WHERE invite_token = ?", invite_token)
            self.add_member(row["thread_id"], user_id)
        return self.find(row["thread_id"], user_id)
