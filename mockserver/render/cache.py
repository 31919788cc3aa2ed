"""What has been rendered already: the part of accounts and statuses that is the same for every viewer, kept
until a row behind it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mockserver.store import schema
from mockserver.store.database import Database

if TYPE_CHECKING:
    from clientkit.entities import Account, StatusApplication
    from mockserver.render.accounts import Profile
    from mockserver.render.prototypes import Author, Prototype

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
        self.accounts: Kept[Account] = Kept(4096)  # with counters
        self.account_json: dict[bool, Kept[bytes]] = {True: Kept(4096), False: Kept(4096)}
        """With counters, for nobody and for any account."""
        self.profiles: Kept[Profile] = Kept(4096)  # without counters
        self.statuses: Kept[Prototype] = Kept(4096)
        self.authors: Kept[Author] = Kept(4096)
        self.applications: Kept[StatusApplication | None] = Kept(256)
        with_counters: tuple[Kept[Any], ...] = (self.accounts, *self.account_json.values())
        for cache in (*with_counters, self.profiles, self.authors):
            db.watch(schema.accounts, "id", cache.forget)
            db.watch(schema.users, "account_id", cache.forget)
        for cache in with_counters:
            db.watch(schema.account_stats, "account_id", cache.forget)
        db.watch(schema.applications, "id", self.applications.forget)
        for table, column in (
            (schema.statuses, "id"),
            (schema.status_stats, "status_id"),
            (schema.media_attachments, "status_id"),
            (schema.mentions, "status_id"),
            (schema.statuses_tags, "status_id"),
            (schema.preview_cards_statuses, "status_id"),
            (schema.preview_cards, "id"),
        ):
            db.watch(table, column, self.statuses.forget)
        # These show in very many: all are rendered anew.
        db.watch(schema.custom_emojis, "shortcode", self._forget_all)
        db.watch(schema.user_roles, "id", self._forget_all)

    def _forget_all(self, _shortcode: str | None) -> None:
        caches: tuple[Kept[Any], ...] = (self.accounts, *self.account_json.values(), self.profiles)
        for cache in caches:
            cache.clear()
        self.statuses.clear()
