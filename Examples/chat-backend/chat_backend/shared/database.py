"""One SQLite connection, shared by all threads of the process."""

import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, List, Optional

SCHEMA = Path(__file__).with_name("schema.sql")


class Database:
    """Serialises statements; a transaction keeps the others out until it is done."""

    def __init__(self, path: str):
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._lock = threading.RLock()
        for setting in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.executescript(SCHEMA.read_text(encoding="utf-8"))
        # Shown by /health: replicas that share a file report different handles.
        self.connection_id = f"db_{id(self._connection)}"
        self._transaction_id: Optional[str] = None

    def execute(self, statement: str, *values: Any) -> int:
        """Runs a statement and returns how many rows it changed."""
        with self._lock:
            return self._connection.execute(statement, values).rowcount

    def row(self, statement: str, *values: Any) -> Optional[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(statement, values).fetchone()

    def rows(self, statement: str, *values: Any) -> List[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def transaction(self, title: str) -> Iterator[str]:
        """Commits what is done inside, or nothing of it; yields a name for the logs."""
        with self._lock:
            if self._transaction_id is not None:
                yield self._transaction_id
                return
            self._transaction_id = self._new_transaction_id(title)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._transaction_id
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            else:
                self._connection.execute("COMMIT")
            finally:
                self._transaction_id = None

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @staticmethod
    def _new_transaction_id(title: str) -> str:
        import time

        return f"txn_{int(time.time())}_{abs(hash(title)) % 10000}"
