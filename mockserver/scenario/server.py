"""What only the server's staff or its jobs make: settings, emoji, rules, announcements, cards."""

from __future__ import annotations

import re
from typing import Any

from mockserver import clock
from mockserver.domain.events import AnnouncementPublished, AnnouncementWithdrawn
from mockserver.render.instance import ICON_SIZES
from mockserver.scenario.keys import WORDS, Fields, ScenarioError, hint, is_of, one_of, take
from mockserver.scenario.seeding import Seeding
from mockserver.store import publishers
from mockserver.store.schema import (
    announcements,
    custom_emojis,
    files,
    preview_cards,
    preview_cards_statuses,
    rules,
    statuses,
    tags,
    terms_of_services,
)
from mockserver.store.settings import CHOICES, DEFAULTS, UPLOADS
from mockserver.store.statuses import Extra

STYLES = {"thumbnail": ("@1x", "@2x"), "app_icon": ICON_SIZES, "favicon": ("ico", 16, 32, 48)}
"""In which the pictures of the site are shown."""

_SHORTCODE = re.compile(r"\w+", re.ASCII)
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"


def settings(seeding: Seeding, values: Fields, where: str) -> None:
    settings = seeding.ctx.instance.settings
    if not isinstance(values, dict):
        raise ScenarioError(f"{where}: must be a table, written as [settings], not {values!r}")
    for name, value in values.items():
        if name not in settings.known():
            raise ScenarioError(f"{where}: there is no setting {name!r}; {hint(name, settings.known())}")
        if name in UPLOADS and value:
            value = _upload(seeding, name, value, where)
        else:
            _check(name, value, where)
        settings.set(name, value)


def _check(name: str, value: Any, where: str) -> None:
    default = DEFAULTS[name]
    kind = int if default is None else type(default)
    if not is_of(value, kind) and (value is not None or default is not None):
        raise ScenarioError(f"{where}: {name!r} must be {WORDS[kind]}, not {value!r}")
    if name in CHOICES:
        one_of(value, CHOICES[name], where, name)


def _upload(seeding: Seeding, name: str, file: Any, where: str) -> Fields:
    """A picture of the site's own; each style of it is the whole picture."""
    from mockserver import fixtures
    from mockserver.media import processing

    data = fixtures.media(file) if isinstance(file, str) else None
    if data is None or not str(file).endswith((".png", ".gif")):
        raise ScenarioError(
            f"{where}: {name!r} must be a picture of {', '.join(fixtures.media_names())}, not {file!r}"
        )
    settings = seeding.ctx.instance.settings
    number = sum(settings[each] is not None for each in UPLOADS) + 1
    path, stem = f"site_uploads/files/000/000/{number:03}", seeding.ctx.instance.ids.hex()
    for style in STYLES[name]:
        where_kept = f"{path}/{style}/{stem}.png"
        seeding.db.upsert(
            files, {"path": where_kept}, content_type="image/png", data=data, created_at=seeding.ctx.now
        )
    return {"path": path, "stem": stem, "blurhash": processing.accept_at_once(data, file, "").blurhash}


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
    if not _SHORTCODE.fullmatch(given["shortcode"]):
        told = "letters, digits and underscores"
        raise ScenarioError(f"{where}: 'shortcode' must be {told}, not {given['shortcode']!r}")
    alike = seeding.db.find_all(custom_emojis, shortcode=given["shortcode"])
    known = next((row for row in alike if row.domain == given["domain"]), None)
    if known is not None:
        changes = {name: value for name, value in fields.items() if name not in ("file", "domain")}
        seeding.db.update(custom_emojis, {"id": known.id, "shortcode": known.shortcode}, **changes)
        return
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
    """`number`: the place of an older one, counted from 1, to change."""
    given = take(
        fields, where, text="", hint="", priority=0, translations={}, number=0, removed=False, save=""
    )
    if not given["number"] and not given["text"]:
        raise ScenarioError(f"{where}: 'text' is missing")
    changes = {name: fields[name] for name in ("text", "hint", "priority", "translations") if name in fields}
    if given["number"]:
        rows = seeding.db.find_all(rules, order="id")
        if not 0 < given["number"] <= len(rows):
            raise ScenarioError(f"{where}: there is no rule number {given['number']}; there are {len(rows)}")
        rule_id = rows[given["number"] - 1].id
        seeding.db.update(rules, {"id": rule_id}, **changes)
    else:
        rule_id = seeding.db.insert(rules, **changes)
    if given["removed"]:
        seeding.db.delete(rules, id=rule_id)
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(rule_id)


def tag(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import tagging

    given = take(
        fields, where, name=..., display_name=None, usable=None, trendable=None, listable=None, save=""
    )
    (tag_id,) = tagging.ids_of(seeding.ctx, [given.pop("name")])
    if name := given.pop("save"):
        seeding.made["saved"][name] = str(tag_id)
        if set(fields) == {"name", "save"}:
            return  # only asks which it is
    chosen = {name: value for name, value in given.items() if value is not None}
    seeding.db.update(tags, {"id": tag_id}, reviewed_at=seeding.ctx.now, **chosen)


def announcement(seeding: Seeding, fields: Fields, where: str) -> None:
    """`id`: of an older one, to change or withdraw. One that is `scheduled_at` a time is published then."""
    from mockserver.domain import announcements as domain

    given = take(
        fields, where, text="", starts_at=None, ends_at=None, all_day=False, published=True, statuses=[],
        scheduled_at=None, id=None, save="",
    )  # fmt: skip
    now = seeding.ctx.now
    values: Fields = {name: fields[name] for name in ("text", "all_day", "published") if name in fields}
    values |= {
        name: _time(given, name, where) for name in ("starts_at", "ends_at", "scheduled_at") if name in fields
    }
    published = given["published"] and not given["scheduled_at"]
    if not published:
        values["published"] = False
    if given["statuses"]:
        values["status_ids"] = [seeding.status(name, where) for name in given["statuses"]]
    if given["id"] is not None:
        number = seeding.row(announcements, given["id"], where).id
        seeding.db.update(announcements, {"id": number}, updated_at=now, **values)
    elif given["text"]:
        published_at = now if published else None
        values |= {"published_at": published_at, "created_at": now, "updated_at": now}
        number = seeding.db.insert(announcements, **values)
    else:
        raise ScenarioError(f"{where}: 'text' is missing")
    if values.get("scheduled_at"):
        domain.schedule(seeding.ctx, number, values["scheduled_at"])
    elif published:
        seeding.ctx.emit(AnnouncementPublished(number))
    elif given["id"] is not None:
        seeding.ctx.emit(AnnouncementWithdrawn(number))
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
    """`id`: of an older one, to show on another status."""
    given = take(
        fields, where, status=None, id=None, url="", title="", description="", language=None, type="link",
        author_name="", author_url="", provider_name="", provider_url="", html="", width=0, height=0, save="",
    )  # fmt: skip
    status, known, save = given.pop("status"), given.pop("id"), given.pop("save")
    if known is not None:
        number = seeding.row(preview_cards, known, where).id
    elif given["url"]:
        # What another site embeds is kept in its frame (recording statuses/card).
        given["html"] = given["html"].replace("></iframe>", f' sandbox="{SANDBOX}"></iframe>')
        number = seeding.db.insert(preview_cards, created_at=seeding.ctx.now, **given)
        publishers.meet(seeding.db, given["url"], seeding.ctx.now)
    else:
        raise ScenarioError(f"{where}: 'url' is missing")
    if status is not None:
        _show_card(seeding, number, seeding.status(status, where))
    if save:
        seeding.made["saved"][save] = str(number)


def _show_card(seeding: Seeding, card_id: int, status_id: int) -> None:
    seeding.db.upsert(preview_cards_statuses, {"status_id": status_id}, preview_card_id=card_id)
    row = seeding.db.find(statuses, id=status_id)
    if row is not None:
        seeding.db.update(statuses, {"id": status_id}, extras=row.extras | int(Extra.CARD))


def terms(seeding: Seeding, fields: Fields, where: str) -> None:
    """With `removed`: all whose date begins like this."""
    given = take(
        fields, where, text="", changelog="", effective_date=None, published=True, published_at=None,
        removed=False,
    )  # fmt: skip
    if given["removed"]:
        for row in seeding.db.find_all(terms_of_services):
            if str(row.effective_date or "").startswith(given["effective_date"] or ""):
                seeding.db.delete(terms_of_services, id=row.id)
        return
    if given["effective_date"]:
        _time(given, "effective_date", where)
    now = seeding.ctx.now
    seeding.db.insert(
        terms_of_services,
        text=given["text"],
        changelog=given["changelog"],
        effective_date=given["effective_date"],
        published_at=(_time(given, "published_at", where) or now) if given["published"] else None,
        created_at=now,
    )


def domain_block(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import server_domains

    given = take(
        fields, where, domain=..., severity="silence", reject_media=False, reject_reports=False,
        obfuscate=False, private_comment=None, public_comment=None, save="",
    )  # fmt: skip
    save, domain = given.pop("save"), given.pop("domain")
    number = server_domains.block(seeding.ctx, domain, given)
    if save:
        seeding.made["saved"][save] = str(number)
