"""The reference client of the Mastodon API, and the API's operations and entities as data (docs/client.md).

The clients are loaded when they are first asked for, so that the data can be had without httpx.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientkit.drivers import AsyncClient, Client

__all__ = ["AsyncClient", "Client"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from clientkit import drivers

    return getattr(drivers, name)
