"""What a run knew after each step, so that people can see how it came to its answer."""

import json
from typing import Any, Dict, List

from chat_backend.shared.database import Database

try:
    from uuid import uuid7 as _new_uuid
except ImportError:  # before Python 3.14
    from uuid import uuid4 as _new_uuid


class Checkpoints:
    def __init__(self, database: Database):
        self._database = database

    def save(self, run_id: str, state: Dict[str, Any]) -> str:
        state_id = str(_new_uuid())
        self._database.execute(
            "INSERT INTO checkpoints (id, run_id, state) VALUES (?, ?, ?)",
            state_id,
            run_id,
            json.dumps(state),
        )
        return state_id

    def of_run(self, run_id: str) -> List[Dict[str, Any]]:
        """The states of a run, oldest first, numbered for people."""
        rows = self._database.rows(
            "SELECT state FROM checkpoints WHERE run_id = ? ORDER BY rowid", run_id
        )
        return [
            {"label": f"{run_id}_checkpoint_{number}", "state": json.loads(row["state"])}
            for number, row in enumerate(rows, start=1)
        ]
