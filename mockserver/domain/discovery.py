"""What an address or a handle of this server names: its accounts and statuses.

Facts: recordings errors/headers_alice and misc/oembed, reference search-trends-instance.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mockserver import errors
from mockserver.store import accounts, statuses
from mockserver.store.database import Row
from mockserver.store.paging import record_id

if TYPE_CHECKING:
    from mockserver.context import Context

_URL = re.compile(r"https?://([^/?#]+)(/[^?#]*)?", re.I)
_PROFILE = re.compile(r"/(?:@|users/)(\w[\w.-]*)/?")
_ACTOR = re.compile(r"/ap/users/(\d+)/?")
_STATUS = re.compile(r"/(?:@[^/@]+|users/[^/]+/statuses|ap/users/\d+/statuses)/(\d+)/?")


def resource(ctx: Context, text: str) -> Row | None:
    """The local account that a webfinger resource names, None for the server itself.

    Raises BadRequest for what is no resource, RecordNotFound for nobody. The host of an address is not
    looked at."""
    text = text.strip()
    url = _URL.fullmatch(text)
    if url is not None:
        path = url[2] or "/"
        if path in ("/", "/actor") and url[1].lower() == ctx.instance.domain:
            return None
        return _known(_by_path(ctx, path))
    handle = re.fullmatch(r"(?:acct:)?@?([^@\s]+)@([^@\s/]+)", text, re.I)
    if handle is None:
        raise errors.BadRequest
    if handle[2].lower() != ctx.instance.domain:
        raise errors.RecordNotFound
    if handle[1].lower() == ctx.instance.domain:
        return None
    return _known(accounts.by_handle(ctx.db, handle[1]))


def _by_path(ctx: Context, path: str) -> Row | None:
    profile, actor = _PROFILE.fullmatch(path), _ACTOR.fullmatch(path)
    if profile is not None:
        return accounts.by_handle(ctx.db, profile[1])
    found = accounts.by_id(ctx.db, record_id(actor[1])) if actor is not None else None
    return found if found is not None and found.domain is None else None


def _known(account: Row | None) -> Row:
    if account is None:
        raise errors.RecordNotFound
    return account


def embeddable(ctx: Context, url: str) -> Row:
    """The public or unlisted status at an address of this server; the name in it is not compared, remote
    statuses count too.

    Raises RecordNotFound for what is no such address, NotFound for a status that not everybody may see."""
    found = _URL.fullmatch(url.strip())
    status = (
        _STATUS.fullmatch(found[2] or "")
        if found is not None and found[1].lower() == ctx.instance.domain
        else None
    )
    row = statuses.by_id(ctx.db, record_id(status[1])) if status is not None else None
    if row is None:
        raise errors.RecordNotFound
    if row.visibility not in ("public", "unlisted"):
        raise errors.NotFound
    return row
