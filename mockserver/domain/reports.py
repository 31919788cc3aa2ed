"""Reports to the moderators (app/services/report_service.rb; recordings relations/reports*)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.domain.events import AccountReported
from mockserver.store import reports as store
from mockserver.store.schema import reports as TABLE
from mockserver.store.schema import rules

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

CATEGORIES = ("other", "spam", "legal", "violation")
LONGEST_COMMENT = 1000


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is reported of an account. `category` None: other. `forward` None: nothing was said about it.
    `domains` None: forward to the target's own."""

    comment: str = ""
    category: str | None = None
    status_ids: list[int] = field(default_factory=list)
    rule_ids: list[int] = field(default_factory=list)
    collection_ids: list[int] = field(default_factory=list)
    forward: bool | None = None
    domains: list[str] | None = None


def report(ctx: Context, me: Row, target: Row, complaint: Complaint) -> Row:
    """Make a report; every call makes another. Raises RecordNotFound for statuses that are not the target's
    or not to be seen."""
    if target.suspended_at is not None:
        raise errors.RecordNotFound
    status_ids = sorted(set(complaint.status_ids), reverse=True)
    if status_ids and store.reportable(ctx, target.id, status_ids) != set(status_ids):
        raise errors.RecordNotFound
    collection_ids = sorted(set(complaint.collection_ids))
    if not store.are_collections_of(ctx, target.id, collection_ids):
        raise errors.RecordNotFound
    category = "violation" if complaint.rule_ids else complaint.category or "other"
    if category not in CATEGORIES:
        raise errors.InvalidParameter(f"{category!r} is not a valid category")
    problems = []
    if len(complaint.comment) > LONGEST_COMMENT:
        problems.append(f"Comment is too long (maximum is {LONGEST_COMMENT} characters)")
    if category == "violation" and not are_rules(ctx, complaint.rule_ids):
        problems.append("Rule ids does not reference valid rules")
    if problems:
        raise errors.ValidationFailed(*problems)
    report_id = ctx.db.insert(
        TABLE,
        account_id=me.id,
        target_account_id=target.id,
        comment=complaint.comment,
        category=category,
        status_ids=status_ids,
        rule_ids=complaint.rule_ids or None,
        collection_ids=collection_ids,
        forwarded=_forwarded(target, complaint),
        created_at=ctx.now,
    )
    row = ctx.db.find(TABLE, id=report_id)
    assert row is not None
    ctx.emit(AccountReported(row))
    return row


def are_rules(ctx: Context, ids: list[int]) -> bool:
    """At least one, each once, all of them rules."""
    return bool(ids) and len(ctx.db.find_all(rules, id=ids)) == len(ids)


def _forwarded(target: Row, complaint: Complaint) -> bool | None:
    """Of a remote account's report that does not mention forwarding it is null (recording
    admin/measures_of_tags_and_servers)."""
    if target.domain is None:
        return False
    if not complaint.forward:
        return complaint.forward
    return complaint.domains is None or target.domain in [domain.lower() for domain in complaint.domains]
