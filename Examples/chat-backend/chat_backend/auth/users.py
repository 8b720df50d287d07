"""Accounts."""

import sqlite3
from typing import Optional

from chat_backend.auth.models import User
from chat_backend.auth.passwords import hash_password, verify_password
from chat_backend.shared.clock import now_ms
from chat_backend.shared.database import Database


class EmailTaken(Exception):
    """Somebody has registered with this address before."""


class UserStore:
    def __init__(self, database: Database):
        self._database = database

    def register(self, email: str, name: str, password: str) -> User:
        user = User(email=email, name=name)
        try:
            self._database.execute(
                "INSERT INTO users (id, email, name, password_hash, created_at)"
                " VALUES (?, ?, ?, ?, ?)",
                user.id,
                user.email,
                user.name,
                hash_password(password),
                now_ms(),
            )
        except sqlite3.IntegrityError:
            raise EmailTaken(email) from None
        return user

    def find(self, user_id: str) -> Optional[User]:
        row = self._database.row("SELECT * FROM users WHERE id = ?", user_id)
        return User(row["email"], row["name"], row["id"]) if row else None

    def check_password(self, email: str, password: str) -> Optional[User]:
        """The user, if address and password belong together."""
        row = self._database.row("SELECT * FROM users WHERE email = ?", email)
        if row is None or not verify_password(password, row["password_hash"]):
            return None
        return User(row["email"], row["name"], row["id"])
