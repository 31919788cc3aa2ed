"""Services that serve many servers (https://github.com/mastodon/fediverse_auxiliary_service_provider_specifications).

They sign their calls, and a server must have made friends with them first, which a fake has with none.
"""

from __future__ import annotations

from typing import Any

from clientkit.operations import fasp
from mockserver import errors
from mockserver.context import Context
from mockserver.handlers.binding import handles


@handles(
    fasp.Register,
    fasp.DebugResponse,
    fasp.SubscribeEvents,
    fasp.UnsubscribeEvents,
    fasp.RequestBackfill,
    fasp.ContinueBackfill,
)
def unsigned(ctx: Context, op: Any) -> None:
    raise errors.AuthenticationRequired
