"""What can happen, as values, and who reacts to it.

A domain action emits an event; the reactions (counters, feeds, notifications, conversations) run at once, in the order in which
`mockserver/domain/__init__.py` imports their modules, in the same transaction: they cannot be forgotten and cannot be half done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has happened."""


@dataclass(frozen=True, slots=True)
class StatusPosted(Event):
    """A new status, boosts and scheduled ones that came due included."""

    status: Row
    mentions: tuple[int, ...] = ()  # ids of mentioned accounts, in order of appearance
    tags: tuple[int, ...] = ()  # ids of its hashtags


@dataclass(frozen=True, slots=True)
class StatusEdited(Event):
    status: Row  # as it is now
    before: Row
    new_mentions: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    new_tags: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusDeleting(Event):
    """Before the rows go: reactions still see everything. `reblogs`: ids of its boosts, which go with it."""

    status: Row


@dataclass(frozen=True, slots=True)
class StatusFavourited(Event):
    favourite_id: int
    status: Row
    account_id: int


@dataclass(frozen=True, slots=True)
class StatusUnfavourited(Event):
    favourite_id: int
    status: Row
    account_id: int


@dataclass(frozen=True, slots=True)
class PollExpired(Event):
    poll: Row
    status: Row


@dataclass(frozen=True, slots=True)
class PollVoted(Event):
    poll: Row
    status: Row
    account_id: int


@dataclass(frozen=True, slots=True)
class QuoteAccepted(Event):
    quote: Row


@dataclass(frozen=True, slots=True)
class InteractionPolicyChanged(Event):
    status: Row


@dataclass(frozen=True, slots=True)
class QuoteRevoked(Event):
    quote: Row


@dataclass(frozen=True, slots=True)
class Followed(Event):
    """A follow exists now (also when a request was authorized: `requested`)."""

    follow: Row
    requested: bool = False


@dataclass(frozen=True, slots=True)
class Unfollowed(Event):
    """`removed`: the followed one removed the follower (whose home keeps what it has)."""

    follow: Row
    removed: bool = False


@dataclass(frozen=True, slots=True)
class FollowRequested(Event):
    request: Row


@dataclass(frozen=True, slots=True)
class FollowRequestGone(Event):
    """Authorized, rejected or withdrawn; `authorized` tells."""

    request: Row
    authorized: bool


@dataclass(frozen=True, slots=True)
class Blocked(Event):
    account_id: int
    target_account_id: int


@dataclass(frozen=True, slots=True)
class Unblocked(Event):
    account_id: int
    target_account_id: int


@dataclass(frozen=True, slots=True)
class Muted(Event):
    mute: Row


@dataclass(frozen=True, slots=True)
class Unmuted(Event):
    account_id: int
    target_account_id: int


@dataclass(frozen=True, slots=True)
class DomainBlocked(Event):
    """The counts: how many follows it has ended, in each direction."""

    account_id: int
    domain: str
    following_count: int = 0
    followers_count: int = 0


@dataclass(frozen=True, slots=True)
class ListMembersAdded(Event):
    list_id: int
    account_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListMembersRemoved(Event):
    list_id: int
    account_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TagFollowed(Event):
    account_id: int
    tag_id: int


@dataclass(frozen=True, slots=True)
class TagUnfollowed(Event):
    account_id: int
    tag_id: int


@dataclass(frozen=True, slots=True)
class AccountSuspended(Event):
    account_id: int


@dataclass(frozen=True, slots=True)
class AccountUnsuspended(Event):
    account_id: int


@dataclass(frozen=True, slots=True)
class AccountSignedUp(Event):
    account_id: int


@dataclass(frozen=True, slots=True)
class AccountReported(Event):
    report: Row


@dataclass(frozen=True, slots=True)
class AccountWarned(Event):
    """Moderators have acted against a local account (a row of account_warnings)."""

    warning: Row


@dataclass(frozen=True, slots=True)
class RelationshipsSevered(Event):
    """A block of a domain, or a suspension, has ended follows of a local account. `type`: domain_block, user_domain_block,
    account_suspension; `target_name`: the domain, or the handle."""

    account_id: int
    type: str
    target_name: str
    following_count: int
    followers_count: int


@dataclass(frozen=True, slots=True)
class AddedToCollection(Event):
    item_id: int
    collection_id: int
    owner_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class CollectionUpdated(Event):
    """Its name, description or topic is another now. `account_ids`: whom it holds."""

    collection_id: int
    owner_id: int
    account_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CollectionDeleting(Event):
    collection_id: int


@dataclass(frozen=True, slots=True)
class AnnouncementPublished(Event):
    """Also when a published one is changed."""

    announcement_id: int


@dataclass(frozen=True, slots=True)
class AnnouncementWithdrawn(Event):
    announcement_id: int


E_ = TypeVar("E_", bound=Event)
_reactions: dict[type[Event], list[Callable[[Any, Any], None]]] = {}


def on(event: type[E_]) -> Callable[[Callable[[Context, E_], None]], Callable[[Context, E_], None]]:
    """Register a reaction."""

    def register(reaction: Callable[[Context, E_], None]) -> Callable[[Context, E_], None]:
        _reactions.setdefault(event, []).append(reaction)
        return reaction

    return register


def react(ctx: Context, event: Event) -> None:
    for reaction in _reactions.get(type(event), ()):
        reaction(ctx, event)
