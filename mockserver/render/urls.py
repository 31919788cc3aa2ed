"""Addresses of what the instance shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from mockserver.instance import Instance


def profile(instance: Instance, account: Any) -> str:
    """The profile page; a remote account's own, and that of the server's account."""
    if account.domain is not None or account.url:
        return str(account.url or account.uri)
    return f"{instance.base_url}/@{account.username}"


def actor(instance: Instance, account_id: int) -> str:
    """The ActivityPub id of a local account, numeric since 4.5."""
    return f"{instance.base_url}/ap/users/{account_id}"


def tag(instance: Instance, name: str) -> str:
    return f"{instance.base_url}/tags/{quote(name, safe='')}"


def file(instance: Instance, path: str) -> str:
    """A stored file; `path` is the key of the table `files`."""
    return f"{instance.base_url}/system/{path}"


def missing(instance: Instance, kind: str) -> str:
    """The picture of one who has none; `kind`: avatars, headers."""
    return f"{instance.base_url}/{kind}/original/missing.png"


def collection(instance: Instance, collection_id: int) -> str:
    """The page of a collection of accounts."""
    return f"{instance.base_url}/collections/{collection_id}"


def collection_uri(instance: Instance, row: Any) -> str:
    """The ActivityPub id of a collection of accounts."""
    return f"{actor(instance, row.account_id)}/collections/{row.id}"
