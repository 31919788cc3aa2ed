"""What time, the server's own jobs and other servers do in a scenario to things that are there already."""

from __future__ import annotations

from typing import get_args

from mockserver.clock import HOUR
from mockserver.domain.events import AnnualReportGenerated
from mockserver.scenario.keys import Fields, ScenarioError, one_of, take
from mockserver.scenario.seeding import Seeding
from mockserver.store import media as media_store
from mockserver.store import statuses as status_store
from mockserver.store.schema import (
    collections,
    media_attachments,
    media_jobs,
    notification_buckets,
    polls,
    quotes,
    scheduled_statuses,
    statuses,
)

FIRST_YEAR = 2016  # of Mastodon itself


def poll(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import polls as domain

    given = take(fields, where, id=..., ended=True)
    row = seeding.row(polls, given["id"], where)
    if given["ended"]:
        seeding.db.update(polls, {"id": row.id}, expires_at=seeding.ctx.now)
        domain.end(seeding.ctx, {"id": row.id})


def scheduled(seeding: Seeding, fields: Fields, where: str) -> None:
    """Its time has come."""
    from mockserver.domain import scheduling

    given = take(fields, where, id=...)
    row = seeding.row(scheduled_statuses, given["id"], where)
    seeding.db.update(scheduled_statuses, {"id": row.id}, scheduled_at=seeding.ctx.now)
    scheduling.publish(seeding.ctx, {"id": row.id})


def media(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, id=..., failed=True)
    row = seeding.row(media_attachments, given["id"], where)
    if given["failed"]:
        seeding.db.delete(media_jobs, media_id=row.id)
        media_store.change(seeding.db, row, processing="failed")


def limit(seeding: Seeding, fields: Fields, where: str) -> None:
    """How much of a limit an account has used up. `all_anew`: whoever calls may call as often as at first."""
    from mockserver.http.rate_limits import Family

    given = take(fields, where, account="", family="", used=0, all_anew=False)
    if given["all_anew"]:
        seeding.ctx.instance.throttles.clear()
        return
    one_of(given["family"], get_args(Family), where, "family")
    account, instance = seeding.account(given["account"], where), seeding.ctx.instance
    instance.families.set_count(account.id, given["family"], instance.clock.seconds(), given["used"])


def notification_group(seeding: Seeding, fields: Fields, where: str) -> None:
    """When the group began that a status's favourites or boosts are put into."""
    given = take(fields, where, account=..., type=..., status=..., hours_ago=...)
    one_of(given["type"], ("favourite", "reblog"), where, "type")
    account, status_id = seeding.account(given["account"], where), seeding.status(given["status"], where)
    keys = {"account_id": account.id, "prefix": f"{given['type']}-{status_id}"}
    hour = seeding.ctx.now // HOUR - given["hours_ago"]
    seeding.db.upsert(notification_buckets, keys, hour=hour)


def refresh(seeding: Seeding, fields: Fields, where: str) -> None:
    """Work in the background, by Mastodon's name for it."""
    from mockserver.domain import async_refreshes

    given = take(fields, where, key=..., finished=False, results=None, save="")
    instance, key = seeding.ctx.instance, given["key"]
    async_refreshes.put(instance, key, finished=given["finished"], result_count=given["results"])
    if given["save"]:
        seeding.made["saved"][given["save"]] = async_refreshes.signed(instance, key)


def annual_report(seeding: Seeding, fields: Fields, where: str) -> None:
    """That one was made, and its notification."""
    from mockserver.domain import annual_reports

    given = take(fields, where, account=..., year=...)
    if not FIRST_YEAR <= given["year"] <= 9998:
        raise ScenarioError(f"{where}: 'year' must be a year such as 2025, not {given['year']}")
    account = seeding.account(given["account"], where)
    number = annual_reports.generate(seeding.ctx, account.id, given["year"])
    seeding.ctx.emit(AnnualReportGenerated(number, account.id))


def quote(seeding: Seeding, fields: Fields, where: str) -> None:
    """What the server of a quoted status says to the quote."""
    given = take(fields, where, status=..., state=...)
    one_of(given["state"], ("pending", "accepted", "rejected", "revoked"), where, "state")
    row = seeding.db.find(quotes, status_id=seeding.status(given["status"], where))
    if row is None:
        raise ScenarioError(f"{where}: {given['status']!r} quotes nothing")
    more = (given["state"] == "accepted") - (row.state == "accepted")
    seeding.db.update(quotes, {"status_id": row.status_id}, state=given["state"])
    if more and row.quoted_status_id is not None:
        status_store.count(seeding.db, row.quoted_status_id, quotes_count=more)


def tagged_collection(seeding: Seeding, fields: Fields, where: str) -> None:
    """A collection whose address a status holds."""
    from mockserver.domain import collections as domain

    given = take(fields, where, status=..., collection=...)
    row = seeding.db.find(statuses, id=seeding.status(given["status"], where))
    collection = seeding.row(collections, given["collection"], where)
    if row is not None:
        domain.tag(seeding.ctx, row, [collection.id])
