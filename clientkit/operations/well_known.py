"""Find out about a server and its accounts before using its API: the documents at well-known addresses.

https://docs.joinmastodon.org/spec/webfinger/, https://docs.joinmastodon.org/methods/oauth/#authorization-server-metadata
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit.operations.base import Operation, Text, operation


@operation("GET /.well-known/oauth-authorization-server", auth="none", since="4.3.0")
class OauthAuthorizationServer(Operation[dict[str, Any]]):
    """Show the addresses and abilities of the OAuth server (RFC 8414)."""


@operation("GET /.well-known/webfinger", auth="none", since="0.1.0", required=("resource",))
class Webfinger(Operation[dict[str, Any]]):
    """Show where an account, named by `acct:` or address, has its profile and actor (RFC 7033)."""

    resource: Text = UNSET


@operation("GET /.well-known/host-meta", auth="none", since="0.1.0")
class HostMeta(Operation[str]):
    """Show where webfinger is, as XRD (RFC 6415)."""


@operation("GET /.well-known/nodeinfo", auth="none", since="3.0.0")
class Nodeinfo(Operation[dict[str, Any]]):
    """Show where nodeinfo is."""


@operation("GET /nodeinfo/2.0", auth="none", since="3.0.0")
class Nodeinfo20(Operation[dict[str, Any]]):
    """Describe the server in a form common to the fediverse."""


@operation("GET /.well-known/change-password", auth="none", since="3.0.0")
class ChangePassword(Operation[str]):
    """Lead to the page where the password is changed."""


@operation("GET /.well-known/proxy", auth="none", since="4.3.0")
class Proxy(Operation[str]):
    """Lead from an address of the scheme `web+ap:` to the page where one interacts with what it names."""
