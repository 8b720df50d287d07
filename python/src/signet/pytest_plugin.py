"""The pytest plugin: the fixture `signet_ids` makes all IDs of a test known beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .testing import FixedIDs, fixed

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def signet_ids() -> Iterator[FixedIDs]:
    """Makes IDs predictable for one test; gives what moves their clock and begins again."""
    with fixed(seed=1) as ids:
        yield ids
