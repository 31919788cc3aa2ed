"""The routes of the streaming server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute

if TYPE_CHECKING:
    from mockserver.instance import Instance


def routes(instance: Instance) -> list[BaseRoute]:
    return []
