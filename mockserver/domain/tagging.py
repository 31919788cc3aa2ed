"""Hashtags of texts: finding their rows, making new ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mockserver.store import tags as store

if TYPE_CHECKING:
    from mockserver.context import Context


def ids_of(ctx: Context, names: Iterable[str]) -> list[int]:
    """Ids by names as typed, in order, each once; unknown ones are made."""
    return list(dict.fromkeys(store.find_or_create(ctx.db, name, ctx.now).id for name in names))
