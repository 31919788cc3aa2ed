"""Numbers for moderators: https://docs.joinmastodon.org/entities/Admin_Measure/, Admin_Dimension/,
Admin_Cohort/ (recordings admin/measures*, admin/dimensions, admin/retention)."""

from __future__ import annotations

import platform
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from clientkit.entities import (
    AdminCohort,
    AdminCohortData,
    AdminDimension,
    AdminDimensionData,
    AdminMeasure,
    AdminMeasureData,
)
from mockserver import clock, version
from mockserver.clock import DAY
from mockserver.store import dimensions, measures
from mockserver.store.dimensions import DIMENSIONS
from mockserver.store.measures import MEASURES, Measure
from mockserver.text.language import LANGUAGES

if TYPE_CHECKING:
    from mockserver.context import Context


def measure(ctx: Context, key: str, subject: dict[str, Any], start: int, end: int) -> AdminMeasure:
    """Figures of servers count from the beginning and are not compared with a span before."""
    declared = MEASURES[key]
    first, last = (start - start % DAY, end - end % DAY) if declared.daily else (start, end)
    values = measures.by_day(ctx.db, key, subject, start, end)
    days = [at - at % DAY for at in range(first, last + 1, DAY)]
    previous: str | Any = UNSET
    if declared.subject == "domain":
        total = measures.ever(ctx.db, key, subject)
    else:
        length = end - start
        total = measures.total(ctx.db, key, subject, *_span(declared, start, end))
        before = _span(declared, start - length, end - length)
        previous = str(measures.total(ctx.db, key, subject, *before))
    return AdminMeasure(
        key=key,
        unit=declared.unit,
        total=str(total),
        human_value=human_size(total) if declared.unit == "bytes" else UNSET,
        previous_total=previous,
        data=[
            AdminMeasureData(date=_date(day, declared.daily), value=str(values.get(day, 0))) for day in days
        ],
    )


def _span(declared: Measure, start: int, end: int) -> tuple[int, int]:
    """What a total is summed up over: days as whole ones, and of the server-wide ones not the last (recording
    admin/measures)."""
    if not declared.daily:
        return start, end
    last = end - end % DAY
    return start - start % DAY, last if declared.subject else last - 1


def _date(day: int, daily: bool) -> str:
    return f"{clock.day(day)}T00:00:00Z" if daily else clock.day(day)


def human_size(size: int) -> str:
    """Three digits at most, as Rails' number_to_human_size writes them."""
    if size < 1024:
        return "1 Byte" if size == 1 else f"{size} Bytes"
    value, units = float(size), ["KB", "MB", "GB", "TB"]
    value /= 1024
    while value >= 1024 and len(units) > 1:
        value /= 1024
        units.pop(0)
    return f"{value:.3g} {units[0]}" if value < 1000 else f"{value:.0f} {units[0]}"


# --- dimensions

_COMPUTED = ("space_usage", "software_versions")
DIMENSION_KEYS = (*DIMENSIONS, *_COMPUTED)


def dimension(
    ctx: Context, key: str, subject: dict[str, Any], start: int | None, end: int | None, limit: int
) -> AdminDimension:
    """What is bound by time has no parts while a bound is missing."""
    if key == "space_usage":
        return AdminDimension(key=key, data=_space_usage(ctx))
    if key == "software_versions":
        return AdminDimension(key=key, data=_software_versions(ctx))
    declared = DIMENSIONS[key]
    parameters: dict[str, Any] = {**subject, "size": limit}
    if not declared.timeless:
        if start is None or end is None:
            return AdminDimension(key=key, data=[])
        if not declared.times:
            start, end = start - start % DAY, end - end % DAY + DAY - 1
        parameters |= {"start": start, "end": end}
    rows = dimensions.parts(ctx.db, key, parameters)
    return AdminDimension(key=key, data=[_part(ctx, key, row.key, row.value) for row in rows])


def _part(ctx: Context, key: str, part: str | None, value: int) -> AdminDimensionData:
    if key == "sources":
        name, human = part or "web", part or "Website"
    elif key in ("servers", "tag_servers"):
        name = human = part or ctx.instance.domain
    elif key == "instance_accounts":
        name = human = part or ""
    else:
        name = part or "und"
        human = LANGUAGES.get(name, name)
    return AdminDimensionData(key=name, human_key=human, value=str(value))


def _space_usage(ctx: Context) -> list[AdminDimensionData]:
    media = dimensions.stored_bytes(ctx.db)
    sizes = {
        ("sqlite", "SQLite"): max(len(ctx.db.snapshot()) - media, 0),
        ("media", "Media storage"): media,
    }
    return [
        AdminDimensionData(
            key=key, human_key=name, value=str(size), unit="bytes", human_value=human_size(size)
        )
        for (key, name), size in sizes.items()
    ]


def _software_versions(ctx: Context) -> list[AdminDimensionData]:
    installed = {
        ("mastodon", "Mastodon"): version.MASTODON,
        ("python", "Python"): platform.python_version(),
        ("sqlite", "SQLite"): sqlite3.sqlite_version,
    }
    return [
        AdminDimensionData(key=key, human_key=name, value=release, human_value=release)
        for (key, name), release in installed.items()
    ]


# --- retention

LONGEST = {"day": timedelta(days=31), "month": timedelta(days=365)}


def cohorts(ctx: Context, start: int, end: int, frequency: str) -> list[AdminCohort]:
    """One for each period; each looks on to the last period."""
    last = _period(end, frequency)
    periods = [max(_period(start, frequency), _truncated(last - LONGEST[frequency], frequency))]
    while periods[-1] < last:
        periods.append(_next(periods[-1], frequency))
    if periods[0] > last:
        return []
    beginning, finish = _ms(periods[0]), _ms(_next(last, frequency)) - 1
    members: dict[datetime, list[datetime | None]] = {period: [] for period in periods}
    for row in dimensions.joined(ctx.db, beginning, finish):
        seen = row.current_sign_in_at
        members[_period(row.created_at, frequency)].append(None if seen is None else _period(seen, frequency))
    return [
        AdminCohort(
            period=period.isoformat(),
            frequency=frequency,
            data=[_retained(members[period], later) for later in periods if later >= period],
        )
        for period in periods
    ]


def _retained(seen: list[datetime | None], period: datetime) -> AdminCohortData:
    value = sum(1 for at in seen if at is not None and at >= period)
    return AdminCohortData(date=period.isoformat(), rate=value / max(len(seen), 1), value=str(value))


def _period(ms: int, frequency: str) -> datetime:
    return _truncated(datetime.fromtimestamp(ms // 1000, UTC), frequency)


def _truncated(moment: datetime, frequency: str) -> datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight.replace(day=1) if frequency == "month" else midnight


def _next(period: datetime, frequency: str) -> datetime:
    return _truncated(period + timedelta(days=32 if frequency == "month" else 1), frequency)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
