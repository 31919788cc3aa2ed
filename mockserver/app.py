"""The ASGI application of an instance: what answers which path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import Mount

from mockserver.http.pipeline import Api
from mockserver.streaming import app as streaming

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mockserver.instance import Instance


def build(instance: Instance) -> ASGIApp:
    """Streaming is a server of its own beside the API, as in a real deployment: no limits, other errors,
    other headers."""
    api = Api(instance)
    app = Starlette(
        routes=[
            *streaming.routes(instance),
            Mount("/", api),
        ]
    )
    if not instance.options.deviations:
        return app
    from mockserver.deviations import deviate

    return deviate(instance, api, app, instance.options.deviations)
