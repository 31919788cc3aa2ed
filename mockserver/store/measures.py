"""Figures over time for the dashboard of moderators (app/lib/admin/metrics/measure/).

A source lists events: `at` (ms) and `item`. A figure counts the different items of a span, or adds them up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from mockserver.clock import DAY
from mockserver.store.database import Database
from mockserver.store.schema import (
    accounts,
    favourites,
    files,
    follows,
    logins,
    media_attachments,
    poll_votes,
    reports,
    statuses,
    statuses_tags,
    tag_uses,
    users,
)

_TAG = sa.bindparam("tag", type_=sa.BigInteger)
_FROM, _TO = sa.bindparam("start", type_=sa.BigInteger), sa.bindparam("end", type_=sa.BigInteger)


@dataclass(frozen=True)
class Measure:
    """`subject`: what it is a figure of: a tag, a domain, or the whole server. `daily`: its days are counted
    as whole ones and told as datetimes. `added`: items are numbers that are added up."""

    source: sa.Select[Any] | sa.CompoundSelect[Any]
    subject: str | None = None
    daily: bool = False
    added: bool = False
    unit: str | None = None


def _events(at: sa.ColumnElement[int], item: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return sa.select(at.label("at"), item.label("item"))


def of_domain() -> sa.ColumnElement[bool]:
    """Accounts of `domain` (null: this server's), and of what lies `below` it (null: nothing)."""
    domain = accounts.c.domain.is_not_distinct_from(sa.bindparam("domain", type_=sa.Text))
    return sa.or_(domain, accounts.c.domain.like(sa.bindparam("below", type_=sa.Text)))


def _of_domain(table: sa.Table, owner: sa.ColumnElement[int], item: sa.ColumnElement[Any]) -> sa.Select[Any]:
    source = _events(table.c.created_at, item).select_from(table)
    return source.join(accounts, accounts.c.id == owner).where(of_domain())


_local = sa.select(accounts.c.id).where(accounts.c.domain.is_(None))
_INTERACTIONS = sa.union_all(
    _events(favourites.c.created_at, sa.literal("favourite-") + sa.cast(favourites.c.id, sa.Text)).where(
        favourites.c.account_id.in_(_local)
    ),
    _events(statuses.c.created_at, sa.literal("status-") + sa.cast(statuses.c.id, sa.Text)).where(
        statuses.c.local.is_(True),
        sa.or_(
            statuses.c.reblog_of_id.is_not(None), statuses.c.in_reply_to_account_id != statuses.c.account_id
        ),
    ),
    _events(
        poll_votes.c.created_at,
        sa.literal("vote-")
        + sa.cast(poll_votes.c.poll_id, sa.Text)
        + "-"
        + sa.cast(poll_votes.c.account_id, sa.Text),
    ).where(poll_votes.c.account_id.in_(_local)),
)
_TAG_SERVERS = (
    _events(statuses.c.created_at, sa.func.coalesce(accounts.c.domain, ""))
    .select_from(statuses)
    .join(statuses_tags, statuses_tags.c.status_id == statuses.c.id)
    .join(accounts, accounts.c.id == statuses.c.account_id)
    .where(statuses_tags.c.tag_id == _TAG)
)
_MEDIA = (
    _events(media_attachments.c.created_at, sa.func.length(files.c.data))
    .select_from(media_attachments)
    .join(accounts, accounts.c.id == media_attachments.c.account_id)
    .join(
        files,
        files.c.path.in_(
            (media_attachments.c.original, media_attachments.c.small, media_attachments.c.thumbnail)
        ),
    )
    .where(of_domain())
)

MEASURES: dict[str, Measure] = {
    "active_users": Measure(_events(logins.c.day, logins.c.user_id), daily=True),
    "new_users": Measure(_events(users.c.created_at, users.c.id)),
    "interactions": Measure(_INTERACTIONS, daily=True),
    "opened_reports": Measure(_events(reports.c.created_at, reports.c.id)),
    "resolved_reports": Measure(
        _events(reports.c.action_taken_at, reports.c.id).where(reports.c.action_taken_at.is_not(None))
    ),
    "tag_accounts": Measure(
        _events(tag_uses.c.day, tag_uses.c.account_id).where(tag_uses.c.tag_id == _TAG), "tag", daily=True
    ),
    "tag_uses": Measure(
        _events(tag_uses.c.day, tag_uses.c.uses).where(tag_uses.c.tag_id == _TAG),
        "tag",
        daily=True,
        added=True,
    ),
    "tag_servers": Measure(_TAG_SERVERS, "tag"),
    "instance_accounts": Measure(_events(accounts.c.created_at, accounts.c.id).where(of_domain()), "domain"),
    "instance_media_attachments": Measure(_MEDIA, "domain", added=True, unit="bytes"),
    "instance_reports": Measure(_of_domain(reports, reports.c.target_account_id, reports.c.id), "domain"),
    "instance_statuses": Measure(_of_domain(statuses, statuses.c.account_id, statuses.c.id), "domain"),
    "instance_follows": Measure(_of_domain(follows, follows.c.target_account_id, follows.c.id), "domain"),
    "instance_followers": Measure(_of_domain(follows, follows.c.account_id, follows.c.id), "domain"),
}


@lru_cache(maxsize=64)
def _statement(key: str, how: str) -> sa.Select[Any]:
    """`how`: days, span or ever."""
    measure = MEASURES[key]
    event = measure.source.subquery().c
    if measure.added:
        figure: sa.ColumnElement[Any] = sa.func.coalesce(sa.func.sum(event.item), 0)
    else:
        figure = sa.func.count(sa.distinct(event.item))
    if how == "ever":
        return sa.select(figure)
    within = (event.at >= _FROM, event.at <= _TO)
    if how == "span":
        return sa.select(figure).where(*within)
    return (
        sa.select((event.at - event.at % DAY).label("day"), figure.label("value"))
        .where(*within)
        .group_by("day")
    )


def by_day(db: Database, key: str, subject: dict[str, Any], start: int, end: int) -> dict[int, int]:
    """The figure of each day that has one, by its midnight in ms; the days of both bounds whole.

    Unlike the total of all time, the days of a domain are its own alone, without subdomains, and this
    server's have none (recording admin/measures_of_tags_and_servers)."""
    if MEASURES[key].subject == "domain":
        subject = {"domain": subject["domain"] or "", "below": None}
    span = {"start": start - start % DAY, "end": end - end % DAY + DAY - 1}
    return {row.day: int(row.value) for row in db.rows(_statement(key, "days"), {**subject, **span})}


def total(db: Database, key: str, subject: dict[str, Any], start: int, end: int) -> int:
    """Of a span of time, both bounds in it."""
    return int(db.scalar(_statement(key, "span"), {**subject, "start": start, "end": end}))


def ever(db: Database, key: str, subject: dict[str, Any]) -> int:
    """Of all time."""
    return int(db.scalar(_statement(key, "ever"), subject))
