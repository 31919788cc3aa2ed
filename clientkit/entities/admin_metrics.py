"""Numbers for moderators.

https://docs.joinmastodon.org/entities/Admin_Measure/, Admin_Dimension/, Admin_Cohort/.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from clientkit.entities.base import Timestamp


class AdminMeasureData(Struct, kw_only=True, gc=False):
    """A day of a measure."""

    date: Timestamp
    value: str


class AdminMeasure(Struct, kw_only=True, gc=False):
    """A number over time; values are strings."""

    key: str
    unit: str | None
    total: str
    human_value: str | UnsetType = UNSET
    previous_total: str | UnsetType = UNSET
    data: list[AdminMeasureData]


class AdminDimensionData(Struct, kw_only=True, gc=False):
    """One part of a whole."""

    key: str
    human_key: str
    value: str
    unit: str | UnsetType = UNSET
    human_value: str | UnsetType = UNSET


class AdminDimension(Struct, kw_only=True, gc=False):
    """A whole by its parts, greatest first."""

    key: str
    data: list[AdminDimensionData]


class AdminCohortData(Struct, kw_only=True, gc=False):
    """How many of a cohort were still active."""

    date: Timestamp
    rate: float
    value: str


class AdminCohort(Struct, kw_only=True, gc=False):
    """Those who joined in one period; `period` with an offset, `+00:00`."""

    period: Timestamp
    frequency: str
    data: list[AdminCohortData]
