"""What a handler knows of the call it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mockserver.store.database import Database, Row

if TYPE_CHECKING:
    from mockserver.domain.events import Event
    from mockserver.domain.outbox import Message
    from mockserver.instance import Instance


_BROWSERS = re.compile(r",\s*\*/\*|\*/\*\s*,")


def is_browsers(accept: str) -> bool:
    """Whether an Accept header is a list with `*/*` in it, which Rails does not look at."""
    return _BROWSERS.search(accept) is not None


@dataclass(slots=True)
class Session:
    """Whose token it is: the rows behind an access token. An application's own token has no user and no
    account."""

    token: Row
    application: Row | None
    user: Row | None
    account: Row | None

    @property
    def scopes(self) -> frozenset[str]:
        return frozenset(self.token.scopes.split())


@dataclass(slots=True)
class Call:
    """What of the request a handler may ask for: never the request itself."""

    method: str = "GET"
    path: str = ""
    ip: str = "127.0.0.1"
    parameters: dict[str, Any] = field(default_factory=dict)  # all of them, as sent: Link repeats some
    idempotency_key: str | None = None
    language: str | None = None  # the locale asked for
    cookies: dict[str, str] = field(default_factory=dict)
    authorization: str | None = None  # the header, for HTTP Basic
    prepared: Any = None  # what the handler's slow first half made of the upload, in a thread
    accept: str | None = None

    @property
    def format(self) -> str:
        """The media type asked for before all; of a list with `*/*` in it, as browsers send, nothing is."""
        accept = self.accept or ""
        return "" if is_browsers(accept) else re.split("[,;]", accept, maxsplit=1)[0].strip().lower()


@dataclass(slots=True)
class Context:
    """One call on one instance, in one transaction."""

    instance: Instance
    session: Session | None = None
    call: Call = field(default_factory=Call)
    outbox: list[Message] = field(default_factory=list)
    tallies: list[Callable[[], None]] = field(default_factory=list)

    @property
    def db(self) -> Database:
        return self.instance.db

    @property
    def now(self) -> int:
        """Milliseconds since the epoch."""
        return self.instance.clock.now()

    @property
    def viewer(self) -> Row | None:
        """The account that looks, or None: anonymous, or an application's token."""
        return self.session.account if self.session else None

    @property
    def viewer_id(self) -> int | None:
        return self.session.account.id if self.session and self.session.account is not None else None

    @property
    def me(self) -> Row:
        """The account of the caller, where the operation requires a user."""
        assert self.session is not None and self.session.account is not None
        return self.session.account

    @property
    def user(self) -> Row:
        """The user row of the caller, where the operation requires a user."""
        assert self.session is not None and self.session.user is not None
        return self.session.user

    def emit(self, event: Event) -> None:
        """Run the reactions to what has just happened, in the same transaction."""
        from mockserver.domain.events import react

        react(self, event)

    def publish(self, message: Message) -> None:
        """Have a message streamed once the transaction is committed."""
        self.outbox.append(message)

    def tally(self, write: Callable[[], None]) -> None:
        """Have something written once the call is over, even if it was refused: what real servers count
        beside their database."""
        self.tallies.append(write)
