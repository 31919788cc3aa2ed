"""What trends in a scenario, whatever people do with it."""

from __future__ import annotations

from mockserver.scenario.keys import Fields, ScenarioError, take
from mockserver.scenario.seeding import Seeding
from mockserver.store import tags, trends
from mockserver.store.schema import preview_cards


def trend(seeding: Seeding, fields: Fields, where: str) -> None:
    """One of `tag`, `status` and `link` says what. `allowed`: as if moderators had reviewed it."""
    given = take(fields, where, tag=None, status=None, link=None, score=..., allowed=None)
    kinds = [kind for kind in ("tag", "status", "link") if given[kind] is not None]
    if len(kinds) != 1:
        raise ScenarioError(f"{where}: name one of 'tag', 'status' and 'link'")
    kind = kinds[0]
    subject_id = _SUBJECTS[kind](seeding, given[kind], where)
    trends.put(seeding.db, kind, subject_id, float(given["score"]), given["allowed"])


def _tag(seeding: Seeding, name: str, where: str) -> int:
    found = tags.find(seeding.db, str(name))
    if found is None:
        raise ScenarioError(f"{where}: there is no tag {name!r}; name it under [[tags]] first")
    return int(found.id)


def _link(seeding: Seeding, name: str, where: str) -> int:
    """By its URL, or by the name or id of its card."""
    found = seeding.db.find(preview_cards, url=name)
    return int(found.id if found is not None else seeding.row(preview_cards, name, where).id)


_SUBJECTS = {"tag": _tag, "status": Seeding.status, "link": _link}
