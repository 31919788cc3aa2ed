"""Bringing the earlier statuses of one account into a feed: after a follow, the end of a mute, a new list
membership.

The rules are those of `feeds` for new statuses, applied to many statuses and one reader instead of one status
and many readers. (app/lib/feed_manager.rb, merge_into_home; recordings timelines/home_languages,
timelines/list, timelines/home_mute_block)
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING, Any

from mockserver.store import accounts as account_store
from mockserver.store import feeds as store
from mockserver.store import statuses as status_store
from mockserver.store.schema import follows, lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockserver.context import Context
    from mockserver.store.database import Row


def merge(ctx: Context, kind: str, owner: int, person: int, account_id: int) -> None:
    """Put up to 200 statuses of an account into a feed of `person`, but into a feed that is well filled none
    older than its oldest."""
    feed = _Feed(ctx, kind, owner, person)
    after = feed.oldest if feed.length >= store.SIZE // 4 else 0
    candidates = store.recent(ctx.db, account_id, after)
    judge = _Judge(ctx, kind, owner, person, account_id, candidates)
    for status in candidates:
        if judge.accepts(status):
            feed.add(status)
    store.insert_many(ctx.db, feed.added)


class _Feed:
    """A feed while statuses are put into it, newest first."""

    def __init__(self, ctx: Context, kind: str, owner: int, person: int) -> None:
        self.keys = {"kind": kind, "owner_id": owner}
        self.added: list[dict[str, Any]] = []
        user = account_store.user_of(ctx.db, person)
        self.groups = user is None or user.settings.get("aggregate_reblogs", True) is not False
        entries = store.whole(ctx.db, kind, owner)
        self.present = {entry.status_id for entry in entries}
        self.shown: list[int] = sorted(entry.status_id for entry in entries if not entry.hidden)
        self.boosted = {
            entry.reblog_of_id
            for entry in entries
            if entry.reblog_of_id and not entry.hidden and self._newest(entry.status_id)
        }

    @property
    def length(self) -> int:
        return len(self.shown)

    @property
    def oldest(self) -> int:
        return self.shown[0]

    def _newest(self, status_id: int) -> bool:
        return len(self.shown) - bisect_right(self.shown, status_id) < store.NEWEST

    def add(self, status: Row) -> None:
        original = status.reblog_of_id
        if status.id in self.present:
            return
        if original is not None and self.groups:
            if original in self.present and self._newest(original):
                return
            if original in self.boosted:
                self._enter(status, hidden=True)
                return
            self.boosted.add(original)
        elif original is None and status.id in self.boosted:
            return
        self._enter(status, hidden=False)

    def _enter(self, status: Row, *, hidden: bool) -> None:
        self.present.add(status.id)
        if not hidden:
            insort(self.shown, status.id)
        self.added.append(
            {**self.keys, "status_id": status.id, "reblog_of_id": status.reblog_of_id, "hidden": hidden}
        )


class _Judge:
    """What one reader takes of one account's statuses."""

    def __init__(
        self, ctx: Context, kind: str, owner: int, person: int, account_id: int, candidates: Sequence[Row]
    ) -> None:
        db = ctx.db
        self.person, self.kind = person, kind
        self.follow = db.find(follows, account_id=person, target_account_id=account_id)
        self.originals = status_store.by_ids(
            db, (s.reblog_of_id for s in candidates if s.reblog_of_id is not None)
        )
        self.named = store.mentioned(db, [*(s.id for s in candidates), *self.originals])
        self.unwanted = store.unwanted(db, person)
        self.blockers = store.blockers(db, person)
        self.domains = store.blocked_domains(db, person)
        authors = (
            account_store.by_ids(db, (s.account_id for s in self.originals.values())) if self.domains else {}
        )
        self.domain_of = {i: author.domain for i, author in authors.items()}
        self.excluded = kind == "home" and account_id in store.in_exclusive_lists(db, person)
        self.answered = self._answered(ctx, owner, candidates)

    def _answered(self, ctx: Context, owner: int, candidates: Sequence[Row]) -> set[int]:
        """Those to whom a reply may be shown."""
        asked = {s.in_reply_to_account_id for s in candidates if s.in_reply_to_account_id is not None}
        if not asked:
            return set()
        policy = "followed"
        if self.kind == "list":
            row = ctx.db.find(lists, id=owner)
            policy = row.replies_policy if row is not None else "none"
        if policy == "followed":
            return store.followed(ctx.db, self.person, asked)
        return store.members(ctx.db, owner) if policy == "list" else set()

    def accepts(self, status: Row) -> bool:
        if self.excluded or status.account_id in self.blockers or not self._speaks(status):
            return False
        involved = {status.account_id, *self.named.get(status.id, ())}
        original = self.originals.get(status.reblog_of_id)
        if original is not None:
            involved |= {original.account_id, *self.named.get(original.id, ())}
        if involved & self.unwanted:
            return False
        if original is not None:
            return self._wants_boost(original)
        return self._wants_reply(status)

    def _speaks(self, status: Row) -> bool:
        languages = self.follow.languages if self.follow is not None else None
        return not languages or status.language is None or status.language in languages

    def _wants_boost(self, original: Row) -> bool:
        return (
            (self.follow is None or self.follow.show_reblogs)
            and original.account_id not in self.blockers
            and self.domain_of.get(original.account_id) not in (self.domains or {""})
        )

    def _wants_reply(self, status: Row) -> bool:
        to = status.in_reply_to_account_id
        if to is None:
            return True
        # An answer to a status that is gone is not brought in.
        return status.in_reply_to_id is not None and (
            to in (self.person, status.account_id) or to in self.answered
        )
