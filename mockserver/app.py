"""The ASGI application of an instance: what answers which path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette

from mockserver.http.pipeline import Api
from mockserver.streaming import app as streaming

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mockserver.instance import Instance


def build(instance: Instance) -> ASGIApp:
    """Streaming is a server of its own beside the API, as in a real deployment: no limits, other errors,
    other headers. Calls of the API go past Starlette's router and middleware, which do nothing for them and
    would cost a tenth of their time."""
    api, beside = Api(instance), Starlette(routes=streaming.routes(instance))

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        is_call = scope["type"] == "http" and not streaming.takes(scope)
        await (api if is_call else beside)(scope, receive, send)

    if not instance.options.deviations:
        return app
    from mockserver.deviations import deviate

    return deviate(instance, api, app, instance.options.deviations)
