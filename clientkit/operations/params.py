"""Parameters that many operations share: the cursors of listings.

The fields say which cursors the server reads, `Paging.style` says what its Link header holds: a listing may
link by a `min_id` that it ignores, or the other way round.
(https://docs.joinmastodon.org/api/guidelines/#pagination)
Bounds are ids, and so text. The server gets `limit` and `offset` as text too, as Link repeats them as sent.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from clientkit.operations.base import Count, Text


class SinceCursor(msgspec.Struct, kw_only=True):
    """Newest rows first, between two exclusive bounds."""

    max_id: Text = UNSET
    since_id: Text = UNSET
    limit: Count = UNSET


class MinCursor(SinceCursor, kw_only=True):
    """As SinceCursor; `min_id` instead asks for the rows right above a row."""

    min_id: Text = UNSET


class Offset(msgspec.Struct, kw_only=True):
    """A ranking, cut by position."""

    limit: Count = UNSET
    offset: Count = UNSET
