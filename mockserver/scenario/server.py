"""What only the server's staff or its jobs make: settings, emoji, rules, announcements, cards."""

from __future__ import annotations

from mockserver import clock
from mockserver.domain.events import AnnouncementPublished
from mockserver.scenario.keys import Fields, ScenarioError, hint, take
from mockserver.scenario.seeding import Seeding
from mockserver.store.schema import (
    announcements,
    custom_emojis,
    files,
    preview_cards,
    preview_cards_statuses,
    rules,
    statuses,
    tags,
)
from mockserver.store.statuses import Extra

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"


def settings(seeding: Seeding, values: Fields, where: str) -> None:
    settings = seeding.ctx.instance.settings
    if not isinstance(values, dict):
        raise ScenarioError(f"{where}: must be a table, written as [settings], not {values!r}")
    for name, value in values.items():
        if name not in settings.known():
            raise ScenarioError(f"{where}: there is no setting {name!r}; {hint(name, settings.known())}")
        settings.set(name, value)


def emoji(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver import fixtures

    given = take(
        fields,
        where,
        shortcode=...,
        domain=None,
        category=None,
        visible_in_picker=True,
        disabled=False,
        featured=False,
        file="emoji.png",
    )
    data = fixtures.media(given.pop("file"))
    if data is None:
        raise ScenarioError(f"{where}: there is no such file; there are {', '.join(fixtures.media_names())}")
    number = seeding.db.insert(custom_emojis, image="", image_static="", created_at=seeding.ctx.now, **given)
    folder, stem = (
        f"custom_emojis/images/{number // 10**6:03}/{number // 1000 % 1000:03}/{number % 1000:03}",
        seeding.ctx.instance.ids.hex(),
    )
    paths = {
        name: f"{folder}/{style}/{stem}.png"
        for name, style in (("image", "original"), ("image_static", "static"))
    }
    for path in paths.values():
        seeding.db.insert(files, path=path, content_type="image/png", data=data, created_at=seeding.ctx.now)
    seeding.db.update(custom_emojis, {"id": number}, **paths)


def rule(seeding: Seeding, fields: Fields, where: str) -> None:
    seeding.db.insert(rules, **take(fields, where, text=..., hint="", priority=0, translations={}))


def tag(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import tagging

    given = take(fields, where, name=..., display_name=None, usable=None, trendable=None, listable=None)
    (tag_id,) = tagging.ids_of(seeding.ctx, [given.pop("name")])
    chosen = {name: value for name, value in given.items() if value is not None}
    seeding.db.update(tags, {"id": tag_id}, reviewed_at=seeding.ctx.now, **chosen)


def announcement(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, text=..., starts_at=None, ends_at=None, all_day=False, published=True, save=""
    )
    now = seeding.ctx.now
    number = seeding.db.insert(
        announcements,
        text=given["text"],
        all_day=given["all_day"],
        published=given["published"],
        starts_at=_time(given, "starts_at", where),
        ends_at=_time(given, "ends_at", where),
        published_at=now if given["published"] else None,
        created_at=now,
        updated_at=now,
    )
    if given["published"]:
        seeding.ctx.emit(AnnouncementPublished(number))
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(number)


def _time(given: Fields, name: str, where: str) -> int | None:
    try:
        return clock.parse_iso(given[name]) if given[name] else None
    except ValueError as error:
        raise ScenarioError(
            f"{where}: {name!r} must be a time such as '2026-01-31T09:00:00Z', not {given[name]!r}"
        ) from error


def card(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, status=..., url=..., title="", description="", type="link", author_name="",
        author_url="", provider_name="", provider_url="", html="", width=0, height=0, save="",
    )  # fmt: skip
    status_id, save = seeding.status(given.pop("status"), where), given.pop("save")
    # What another site embeds is kept in its frame (recording statuses/card).
    given["html"] = given["html"].replace("></iframe>", f' sandbox="{SANDBOX}"></iframe>')
    number = seeding.db.insert(preview_cards, created_at=seeding.ctx.now, **given)
    seeding.db.insert(preview_cards_statuses, status_id=status_id, preview_card_id=number)
    row = seeding.db.find(statuses, id=status_id)
    if row is not None:
        seeding.db.update(statuses, {"id": status_id}, extras=row.extras | int(Extra.CARD))
    if save:
        seeding.made["saved"][save] = str(number)
