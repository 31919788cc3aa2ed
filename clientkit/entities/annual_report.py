"""Annual reports, since 4.3.0: https://docs.joinmastodon.org/entities/AnnualReport/."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Struct

from clientkit.entities.account import Account
from clientkit.entities.base import Id, Since, Url
from clientkit.entities.status import Status


class AnnualReport(Struct, kw_only=True, gc=False):
    """A year in numbers. The shape of `data` depends on `schema_version`."""

    year: int
    data: dict[str, Any]
    schema_version: int
    share_url: Annotated[Url | None, Since("4.6.0")]
    account_id: Annotated[Id, Since("4.6.0")]


class AnnualReports(Struct, kw_only=True, gc=False):
    """Reports with the accounts and statuses they name."""

    annual_reports: list[AnnualReport]
    accounts: list[Account]
    statuses: list[Status]
