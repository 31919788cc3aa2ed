"""Work going on in the background: https://docs.joinmastodon.org/entities/AsyncRefresh/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.base import Id, Since


class AsyncRefresh(Struct, kw_only=True, gc=False):
    """The state of a refresh that was announced in a header."""

    id: Annotated[Id, Since("4.4.0")]
    status: Annotated[str, Since("4.4.0")]
    result_count: Annotated[int | None, Since("4.4.0")]
