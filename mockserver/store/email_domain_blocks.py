"""Blocked mail providers, and the sign-ups that met them (app/models/email_domain_block.rb)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from mockserver.clock import DAY
from mockserver.store.admin import with_parents
from mockserver.store.schema import email_domain_block_attempts, email_domain_blocks

if TYPE_CHECKING:
    from mockserver.store.database import Database, Row


def of_domain(db: Database, domain: str, *, allow_with_approval: bool) -> Sequence[Row]:
    """Those of a domain and its parents."""
    return db.find_all(
        email_domain_blocks, domain=with_parents(domain), allow_with_approval=allow_with_approval
    )


def count_attempt(db: Database, block_id: int, address: str, uses: int, at: int) -> None:
    """A sign-up came from an address; `uses`: how often it counts."""
    attempt = {"email_domain_block_id": block_id, "day": at - at % DAY, "ip": address}
    if not db.increment(email_domain_block_attempts, attempt, uses=uses):
        db.insert(email_domain_block_attempts, **attempt, uses=uses)


_BLOCK, _DAY = email_domain_block_attempts.c.email_domain_block_id, email_domain_block_attempts.c.day
_ATTEMPTS = (
    sa.select(
        _BLOCK,
        _DAY,
        sa.func.sum(email_domain_block_attempts.c.uses).label("uses"),
        sa.func.count().label("addresses"),
    )
    .where(_BLOCK.in_(sa.bindparam("ids", expanding=True)), sa.bindparam("since") <= _DAY)
    .group_by(_BLOCK, _DAY)
)


def attempts(db: Database, ids: Sequence[int], since: int) -> dict[tuple[int, int], tuple[int, int]]:
    """For (block id, midnight in ms) from how many addresses sign-ups came, and how often they count."""
    rows = db.rows(_ATTEMPTS, {"ids": list(ids), "since": since}) if ids else ()
    return {(row.email_domain_block_id, row.day): (row.addresses, row.uses) for row in rows}
