"""Parameters that many operations share: the cursors of listings.

The fields say which cursors the server reads, `Paging.style` says what its Link header holds: a listing may
link by a `min_id` that it ignores, or the other way round.
(https://docs.joinmastodon.org/api/guidelines/#pagination)
All are text, as the server reads them leniently and Link repeats `limit` as it was sent.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from clientkit.operations.base import Text


class SinceCursor(msgspec.Struct, kw_only=True):
    """Newest rows first, between two exclusive bounds."""

    max_id: Text = UNSET
    since_id: Text = UNSET
    limit: Text = UNSET


class MinCursor(SinceCursor, kw_only=True):
    """As SinceCursor; `min_id` instead asks for the rows right above a row."""

    min_id: Text = UNSET


class Offset(msgspec.Struct, kw_only=True):
    """A ranking, cut by position."""

    limit: Text = UNSET
    offset: Text = UNSET
