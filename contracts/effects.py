"""How far laws may go on a server: the ladder that a person chooses a rung of, and that the transport
enforces."""

from __future__ import annotations

from enum import IntEnum


class Effects(IntEnum):
    """Each rung includes those below it."""

    READ = 0
    """Nothing is written."""
    OWN = 1
    """Own unlisted, private and direct statuses, and what the given accounts do to each other and to
    those."""
    PUBLIC = 2
    """Public statuses too: strangers will see them."""
