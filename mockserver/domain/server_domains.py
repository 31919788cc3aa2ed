"""Domains that the server lets in, limits or suspends (app/models/domain_block.rb,
app/services/block_domain_service.rb; recordings admin/domain_*, notifications/types_moderation)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain import erasing
from mockserver.domain.domain_blocks import normalise
from mockserver.domain.events import AccountSuspended, AccountUnsuspended, RelationshipsSevered
from mockserver.store import admin as store
from mockserver.store import media
from mockserver.store.schema import (
    accounts,
    domain_allows,
    domain_blocks,
    files,
    follows,
    media_attachments,
    users,
)

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

SEVERITIES = ("noop", "silence", "suspend")
DEFAULT_SEVERITY = "silence"
COLUMNS = {"silence": "silenced_at", "suspend": "suspended_at"}
"""What a block sets on the accounts of its domain, to the block's own time: by it they are known again."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_UNREADABLE = re.compile(r"[\s/:@]")


def problems_of(domain: str) -> list[str]:
    """What is wrong with a normalised domain; its form and its place in a URL are judged each by itself."""
    if not domain:
        return ["Domain can't be blank"]
    if _UNREADABLE.search(domain):
        return ["Domain is invalid", "Domain is invalid"]
    return [] if _DOMAIN.fullmatch(domain) else ["Domain is invalid"]


# --- allowing


def allow(ctx: Context, given: str) -> int:
    """The id of the allowance; the same text again finds it, another spelling is refused."""
    existing = ctx.db.find(domain_allows, domain=given)
    if existing is not None:
        return int(existing.id)
    domain = normalise(given)
    problems = problems_of(domain)
    if not problems and ctx.db.find(domain_allows, domain=domain) is not None:
        problems = ["Domain has already been taken"]
    if problems:
        raise errors.ValidationFailed(*problems)
    return ctx.db.insert(domain_allows, domain=domain, created_at=ctx.now)


# --- blocking


def in_the_way(ctx: Context, given: str, wanted: dict[str, Any]) -> Row | None:
    """The block of the same domain, or one of a parent that the wanted one does not go beyond."""
    domain = normalise(given)
    rows = {row.domain: row for row in ctx.db.find_all(domain_blocks, domain=store.with_parents(domain))}
    existing = next((rows[name] for name in store.with_parents(domain) if name in rows), None)
    if existing is None or (existing.domain != domain and _as_strict(wanted, existing)):
        return None
    return existing


def _as_strict(wanted: dict[str, Any], existing: Row) -> bool:
    severity = wanted.get("severity", DEFAULT_SEVERITY)
    if severity == "suspend":
        return True
    if severity not in SEVERITIES or SEVERITIES.index(severity) < SEVERITIES.index(existing.severity):
        return False
    return all(wanted.get(name) or not getattr(existing, name) for name in ("reject_media", "reject_reports"))


def block(ctx: Context, given: str, wanted: dict[str, Any]) -> int:
    """The id of the new block; `wanted`: columns of it. Raises ValidationFailed."""
    domain = normalise(given)
    problems = [*_severity_problems(wanted), *problems_of(domain)]
    if problems:
        raise errors.ValidationFailed(*problems)
    block_id = ctx.db.insert(domain_blocks, domain=domain, created_at=ctx.now, **wanted)
    _apply(ctx, store.record(ctx, domain_blocks, str(block_id)))
    return block_id


def change(ctx: Context, row: Row, wanted: dict[str, Any]) -> None:
    """Accounts are treated by the new severity as if it had been so from the beginning."""
    problems = _severity_problems(wanted)
    if problems:
        raise errors.ValidationFailed(*problems)
    if not wanted:
        return
    ctx.db.update(domain_blocks, {"id": row.id}, **wanted)
    changed = store.record(ctx, domain_blocks, str(row.id))
    if changed.severity != row.severity:
        _undo(ctx, row)
        _apply(ctx, changed)
    elif changed.reject_media:
        _drop_copies(ctx, changed)


def lift(ctx: Context, row: Row) -> None:
    ctx.db.delete(domain_blocks, id=row.id)
    _undo(ctx, row)


def _severity_problems(wanted: dict[str, Any]) -> list[str]:
    if wanted.get("severity", DEFAULT_SEVERITY) in SEVERITIES:
        return []
    return ["Severity is not included in the list"]


# --- what a block does to accounts


def _apply(ctx: Context, row: Row) -> None:
    column = COLUMNS.get(row.severity)
    if row.reject_media:
        _drop_copies(ctx, row)
    if column is None:
        return
    people = [one for one in store.accounts_of_domain(ctx.db, row.domain) if getattr(one, column) is None]
    severed = _severed(ctx, people) if row.severity == "suspend" else Counter()
    for account in people:
        if row.severity == "suspend":
            erasing.empty(ctx, account)
        ctx.db.update(accounts, {"id": account.id}, **{column: row.created_at})
        if row.severity == "suspend":
            ctx.emit(AccountSuspended(account.id))
    for local in sorted({person for person, _ in severed}):
        counts = severed[local, "following"], severed[local, "followers"]
        ctx.emit(RelationshipsSevered(local, "domain_block", row.domain, *counts))


def _drop_copies(ctx: Context, row: Row) -> None:
    """Of the domain's media only their addresses stay."""
    ids = [account.id for account in store.accounts_of_domain(ctx.db, row.domain)]
    for one in ctx.db.find_all(media_attachments, account_id=ids) if ids else ():
        for path in (one.original, one.small, one.thumbnail):
            if path is not None:
                ctx.db.delete(files, path=path)
        nothing = {"original": None, "small": None, "thumbnail": None}
        media.change(ctx.db, one, **nothing)


def _severed(ctx: Context, people: list[Row]) -> Counter[tuple[int, str]]:
    """How many follows of each local account end, in each direction."""
    ids = [account.id for account in people]
    if not ids:
        return Counter()
    found: Counter[tuple[int, str]] = Counter()
    for follow in ctx.db.find_all(follows, target_account_id=ids):
        found[follow.account_id, "following"] += 1
    for follow in ctx.db.find_all(follows, account_id=ids):
        found[follow.target_account_id, "followers"] += 1
    local = {row.account_id for row in ctx.db.find_all(users, account_id=[person for person, _ in found])}
    return Counter({key: count for key, count in found.items() if key[0] in local})


def _undo(ctx: Context, row: Row) -> None:
    column = COLUMNS.get(row.severity)
    if column is None:
        return
    for account in store.accounts_of_domain(ctx.db, row.domain):
        if getattr(account, column) == row.created_at:
            ctx.db.update(accounts, {"id": account.id}, **{column: None})
            if row.severity == "suspend":
                ctx.emit(AccountUnsuspended(account.id))
