"""Show the user's year in review: https://docs.joinmastodon.org/methods/annual_reports/"""

from __future__ import annotations

from typing import Any

from clientkit import entities
from clientkit.operations.base import Operation, operation


@operation("GET /api/v1/annual_reports", scope="read:accounts", since="4.3.0")
class Index(Operation[dict[str, Any]]):
    """Show the `annual_reports` one has not viewed, with the `accounts` and `statuses` they name."""


@operation("GET /api/v1/annual_reports/:year", scope="read:accounts", since="4.4.0")
class Get(Operation[dict[str, Any]]):
    """Show the report of a year, in the form of Index."""

    year: str


@operation("POST /api/v1/annual_reports/:year/read", scope="write:accounts", since="4.3.0")
class Read(Operation[entities.Empty]):
    """Mark the report of a year as viewed."""

    year: str


@operation("GET /api/v1/annual_reports/:year/state", scope="read:accounts", since="4.6.0")
class State(Operation[dict[str, str]]):
    """Show as `state` whether the report of a year is available, generating, eligible or ineligible."""

    year: str


@operation("POST /api/v1/annual_reports/:year/generate", scope="write:accounts", since="4.6.0")
class Generate(Operation[entities.Empty]):
    """Begin the report of the campaign's year: 202 without a body, or 200 if there is nothing to do."""

    year: str
