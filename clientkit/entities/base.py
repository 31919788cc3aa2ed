"""Names for the strings of the wire, and the marks that tell from which release on a field exists.

Plain data: times and ids stay the strings that were sent, so that an answer is written back byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Id: TypeAlias = str
"""A decimal number in a string; ascending ids are ascending in time. Opaque to clients."""

Timestamp: TypeAlias = str
"""`2026-01-01T00:00:00.000Z`, unless an entity says otherwise."""

Date: TypeAlias = str
"""`2026-01-01`."""

Html: TypeAlias = str
Url: TypeAlias = str


@dataclass(frozen=True)
class Since:
    """In `Annotated`: the field exists from this release on. Unmarked ones are older than any served."""

    version: str


@dataclass(frozen=True)
class Until:
    """In `Annotated`: the field is gone from this release on."""

    version: str
