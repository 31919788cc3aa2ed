"""The settings of the server, as an administrator would change them (app/models/form/admin_settings.rb
names)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mockserver.clock import Clock
from mockserver.store.database import Database
from mockserver.store.schema import settings as TABLE

DEFAULTS: dict[str, Any] = {
    "site_title": "Mastodon",
    "site_short_description": "",
    "site_description": "",
    "site_extended_description": "",
    "site_terms": "",
    "site_contact_username": "",
    "site_contact_email": "",
    "registrations_mode": "none",  # none, approved, open
    "bootstrap_timeline_accounts": "",  # handles that are suggested to everybody, separated by commas
    "closed_registrations_message": "",
    "require_invite_text": False,
    "min_age": None,
    "profile_directory": True,
    "trends": True,
    "peers_api_enabled": True,
    "activity_api_enabled": True,
    "show_domain_blocks": "disabled",
    "show_domain_blocks_rationale": "disabled",
    "thumbnail": None,  # uploads: {"path", "stem", "blurhash"}
    "app_icon": None,
    "favicon": None,
    "thumbnail_description": "",
    "local_live_feed_access": "public",
    "remote_live_feed_access": "public",
    "local_topic_feed_access": "public",
    "remote_topic_feed_access": "public",
    "trendable_by_default": False,
    "noindex": False,
    "status_page_url": "",
    "wrapstodon": True,
    "reserved_usernames": [
        "admin",
        "support",
        "help",
        "root",
        "webmaster",
        "administrator",
        "mod",
        "moderator",
    ],
}

_FEEDS = ("public", "authenticated", "disabled")
_SHOWN_TO = ("disabled", "users", "all")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "registrations_mode": ("none", "approved", "open"),
    "show_domain_blocks": _SHOWN_TO,
    "show_domain_blocks_rationale": _SHOWN_TO,
    "local_live_feed_access": _FEEDS,
    "remote_live_feed_access": _FEEDS,
    "local_topic_feed_access": _FEEDS,
    "remote_topic_feed_access": _FEEDS,
}
"""What those settings can be that are one of several words."""


UPLOADS = ("thumbnail", "app_icon", "favicon")


class Settings:
    """Read through a cache; `settings["site_title"]`. Unknown names raise KeyError."""

    def __init__(self, db: Database, clock: Clock, *, open_registrations: bool) -> None:
        self._db = db
        self._clock = clock
        self._defaults = {**DEFAULTS, "registrations_mode": "open" if open_registrations else "none"}
        self._values: dict[str, Any] | None = None
        db.watch(TABLE, "var", self._forget)

    def _forget(self, _var: str | None) -> None:
        self._values = None

    def __getitem__(self, name: str) -> Any:
        if self._values is None:
            self._values = {row.var: row.value for row in self._db.find_all(TABLE)}
        return self._values[name] if name in self._values else self._defaults[name]

    def known(self) -> list[str]:
        return sorted(self._defaults)

    def set_at(self, name: str) -> int | None:
        """When the setting was changed last (ms), None while it has its default."""
        row = self._db.find(TABLE, var=name)
        return None if row is None else row.updated_at

    def set(self, name: str, value: Any) -> None:
        if name not in self._defaults:
            raise KeyError(name)
        self._db.upsert(TABLE, {"var": name}, value=value, updated_at=self._clock.now())
