"""Web Push subscriptions, one for each token (https://docs.joinmastodon.org/methods/push/; recording
push/create_forms).

They are kept and shown; a fake pushes nothing.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mockserver import errors
from mockserver.domain import vapid
from mockserver.store.notifications import TYPES
from mockserver.store.schema import push_subscriptions as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

_FALSE: tuple[Any, ...] = (False, 0, "0", "f", "F", "false", "FALSE", "off", "OFF")


def current(ctx: Context) -> Row:
    """The subscription of the caller's token; raises NotFound."""
    row = ctx.db.find(TABLE, access_token_id=_token(ctx))
    if row is None:
        raise errors.NotFound
    return row


def _token(ctx: Context) -> int:
    assert ctx.session is not None
    token_id: int = ctx.session.token.id
    return token_id


def subscribe(
    ctx: Context, *, endpoint: str, p256dh: str, auth: str, standard: bool, data: dict[str, Any]
) -> Row:
    """A new subscription. Raises ValidationFailed."""
    problems = _problems(endpoint, p256dh, auth)
    if problems:
        raise errors.ValidationFailed(*problems)
    ctx.db.insert(
        TABLE,
        access_token_id=_token(ctx),
        endpoint=endpoint,
        key_p256dh=p256dh,
        key_auth=auth,
        standard=standard,
        data=data,
        created_at=ctx.now,
    )
    return current(ctx)


def update(ctx: Context, data: dict[str, Any]) -> Row:
    """Replace the data, all of it."""
    ctx.db.update(TABLE, {"id": current(ctx).id}, data=data)
    return current(ctx)


def unsubscribe(ctx: Context) -> None:
    ctx.db.delete(TABLE, access_token_id=_token(ctx))


def data_of(given: Any) -> dict[str, Any]:
    """What of the parameter `data` is kept: a policy of any text, and the alerts whose names are known.
    Raises ParameterMissing when nothing of what was given is."""
    if given is None or given in ("", {}, []):
        return {}
    kept: dict[str, Any] = {}
    if isinstance(given, dict):
        if "policy" in given and not isinstance(given["policy"], dict | list):
            kept["policy"] = given["policy"]
        if isinstance(given.get("alerts"), dict):
            kept["alerts"] = {name: _flag(value) for name, value in given["alerts"].items() if name in TYPES}
    if not kept:
        raise errors.ParameterMissing("data")
    return kept


def _flag(value: Any) -> bool | None:
    """A blank one is null."""
    return None if value is None or value == "" else value not in _FALSE


def _problems(endpoint: str, p256dh: str, auth: str) -> list[str]:
    problems = []
    if not endpoint.strip():
        problems.append("Endpoint can't be blank")
    if not _is_url(endpoint):
        problems.append("Endpoint is invalid")
    if not p256dh.strip():
        problems.append("Key p256dh can't be blank")
    if not auth.strip():
        problems.append("Key auth can't be blank")
    if not (_is_point(p256dh) and _decoded(auth)):
        problems.append("is not a valid Ed25519 or Curve25519 key")
    return problems


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_point(text: str) -> bool:
    """An uncompressed point on P-256, as browsers give it."""
    data = _decoded(text)
    if data is None or len(data) != 65 or data[0] != 4:
        return False
    return vapid.on_curve(int.from_bytes(data[1:33]), int.from_bytes(data[33:]))


def _decoded(text: str) -> bytes | None:
    """base64, url-safe or ordinary, padded or not."""
    text = text.strip().rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
