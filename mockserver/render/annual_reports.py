"""Annual reports with the accounts and statuses they name: https://docs.joinmastodon.org/entities/AnnualReport/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clientkit.entities import AnnualReport, AnnualReports
from mockserver.render import accounts, statuses

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def many(ctx: Context, rows: Sequence[Row]) -> AnnualReports:
    named = [one for row in rows for one in row.data["top_statuses"].values() if one is not None]
    owners = list(dict.fromkeys(row.account_id for row in rows))
    shown = accounts.many(ctx, owners)
    names = {one.id: one.username for one in shown}
    base = ctx.instance.base_url
    return AnnualReports(
        annual_reports=[
            AnnualReport(
                year=row.year,
                data=row.data,
                schema_version=row.schema_version,
                share_url=f"{base}/@{names[str(row.account_id)]}/wrapstodon/{row.year}/{row.share_key}",
                account_id=str(row.account_id),
            )
            for row in rows
        ],
        accounts=shown,
        statuses=statuses.many(ctx, [int(one) for one in dict.fromkeys(named)]),
    )
