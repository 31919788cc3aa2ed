"""Reports to the moderators: https://docs.joinmastodon.org/methods/reports/"""

from __future__ import annotations

from typing import Any

from clientkit.entities import Report
from clientkit.operations import reports as ops
from mockserver.context import Context
from mockserver.domain import reports as domain
from mockserver.domain.reports import Complaint
from mockserver.handlers.binding import handles
from mockserver.render import reports as render
from mockserver.store import relations
from mockserver.store.paging import record_id


@handles(ops.Create)
def create(ctx: Context, op: ops.Create) -> Report:
    # One that waits for approval can be reported (recording moderation/pending).
    target = relations.known(ctx, op.account_id if isinstance(op.account_id, str) else "")
    complaint = Complaint(
        comment=op.comment if isinstance(op.comment, str) else "",
        category=op.category if isinstance(op.category, str) else None,
        status_ids=_ids(op.status_ids),
        rule_ids=_ids(op.rule_ids),
        collection_ids=_ids(op.collection_ids),
        forward=op.forward if isinstance(op.forward, bool) else None,
        domains=op.forward_to_domains if isinstance(op.forward_to_domains, list) else None,
    )
    return render.one(ctx, domain.report(ctx, ctx.me, target, complaint))


def _ids(given: Any) -> list[int]:
    return [record_id(text) for text in given] if isinstance(given, list) else []
