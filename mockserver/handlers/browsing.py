"""The parameters by which listings of notifications, single and grouped, choose (recordings
notifications/paging_v1, v2_paging)."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from mockserver.store.notifications import TYPES, Chosen
from mockserver.store.paging import record_id


def chosen(op: Any, account_id: Any = UNSET) -> Chosen:
    """`types`, `exclude_types`, `include_filtered`. Unknown types choose nothing; naming a sender includes
    what is held back."""
    types = set(op.types) & set(TYPES) if isinstance(op.types, list) and op.types else set(TYPES)
    if isinstance(op.exclude_types, list):
        types -= set(op.exclude_types)
    by_sender = isinstance(account_id, str) and bool(account_id.strip())
    return Chosen(
        types=None if len(types) == len(TYPES) else tuple(sorted(types)),
        from_account_id=record_id(account_id) if by_sender else None,
        include_filtered=op.include_filtered is True or by_sender,
    )


def supported(op: Any) -> frozenset[str] | None:
    """The types that a client says it knows; anything given asks for fallbacks."""
    given = op.supported_types
    if given is UNSET or given is None:
        return None
    return frozenset([given] if isinstance(given, str) else given)
