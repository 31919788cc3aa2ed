"""Registering applications (app/lib/application_extension.rb; recordings oauth/apps_*)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain import redirect_uris, scopes
from mockserver.store.schema import applications

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

NAME_LENGTH = 60
ADDRESS_LENGTH = 2000
_WEBSITE = re.compile(r"https?://[^\s/?#]++\S*+", re.I)


def register(ctx: Context, *, name: str, uris: str, wanted_scopes: Any, website: str) -> Row:
    """`uris`: separated by white space. `wanted_scopes`: as sent: a text, or anything else for the default.
    Raises ValidationFailed."""
    asked = scopes.parse(wanted_scopes) if isinstance(wanted_scopes, str) else [scopes.DEFAULT]
    failed = _failures(name, uris, asked, website)
    if failed:
        raise errors.ValidationFailed(*failed)
    number = ctx.db.insert(
        applications,
        name=name,
        uid=ctx.instance.ids.token(),
        secret=ctx.instance.ids.token(),
        redirect_uri=uris,
        scopes=" ".join(asked),
        website=website or None,
        created_at=ctx.now,
    )
    made = ctx.db.find(applications, id=number)
    assert made is not None
    return made


def _failures(name: str, uris: str, asked: list[str], website: str) -> list[str]:
    checks = (
        ("Application name can't be blank", not name.strip()),
        *((f"Redirect URI {fault}", True) for fault in redirect_uris.faults(uris)),
        ("Scopes doesn't match those configured on the server.", not scopes.known(asked)),
        (f"Application name is too long (maximum is {NAME_LENGTH} characters)", len(name) > NAME_LENGTH),
        (
            "Application website is not a valid URL",
            bool(website.strip()) and _WEBSITE.fullmatch(website) is None,
        ),
        (
            f"Application website is too long (maximum is {ADDRESS_LENGTH} characters)",
            len(website) > ADDRESS_LENGTH,
        ),
        (f"Redirect URI is too long (maximum is {ADDRESS_LENGTH} characters)", len(uris) > ADDRESS_LENGTH),
    )
    return [sentence for sentence, holds in checks if holds]
