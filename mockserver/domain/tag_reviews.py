"""What moderators decide about hashtags (app/models/tag.rb; recording admin/tags)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store.schema import tags

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def review(ctx: Context, tag: Row, display_name: str | None, flags: dict[str, bool | None]) -> None:
    """`display_name` may change letter case only, None leaves it; a flag of None takes the default again.
    Raises ValidationFailed."""
    values: dict[str, bool | str | None] = dict(flags)
    if display_name is not None:
        values["display_name"] = _checked(tag, display_name)
    ctx.db.update(tags, {"id": tag.id}, reviewed_at=ctx.now, **values)


def _checked(tag: Row, display_name: str) -> str:
    name = "".join(letter for letter in display_name if not letter.isspace())
    problems = []
    if not name:
        problems.append("Display name is invalid")
    if name.lower() != tag.name.lower():
        problems.append("Display name does not match the previous name")
    if problems:
        raise errors.ValidationFailed(*problems)
    return name
