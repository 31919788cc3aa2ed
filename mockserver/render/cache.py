"""What has been rendered already: the part of accounts and statuses that is the same for every viewer, kept until a row behind it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mockserver.store import schema
from mockserver.store.database import Database

if TYPE_CHECKING:
    from clientkit.entities import Account
    from mockserver.render.statuses import Prototype

T = TypeVar("T")


class Kept(dict[int, T], Generic[T]):
    """By id, at most `size`: the oldest go first."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __setitem__(self, key: int, value: T) -> None:
        if len(self) >= self.size:
            del self[next(iter(self))]
        super().__setitem__(key, value)

    def forget(self, key: Any) -> None:
        """One, or all of them with None."""
        if key is None:
            self.clear()
        else:
            self.pop(key, None)


class RenderCache:
    def __init__(self, db: Database) -> None:
        self.accounts: Kept[Account] = Kept(4096)
        self.statuses: Kept[Prototype] = Kept(4096)
        for table, column in (
            (schema.accounts, "id"),
            (schema.account_stats, "account_id"),
            (schema.users, "account_id"),
        ):
            db.watch(table, column, self.accounts.forget)
        for table, column in (
            (schema.statuses, "id"),
            (schema.status_stats, "status_id"),
            (schema.media_attachments, "status_id"),
            (schema.mentions, "status_id"),
            (schema.statuses_tags, "status_id"),
            (schema.preview_cards_statuses, "status_id"),
            (schema.preview_cards, "id"),
            (schema.applications, "id"),
        ):
            db.watch(table, column, self.statuses.forget)
        # These show in very many: all are rendered anew.
        for cache in (self.accounts, self.statuses):
            db.watch(schema.custom_emojis, "any", lambda _any, cache=cache: cache.forget(None))
        db.watch(schema.users, "any", lambda _any: self.statuses.forget(None))
