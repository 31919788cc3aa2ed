"""What can happen, as values, and who reacts to it.

A domain action emits an event; the reactions (counters, feeds, notifications, conversations) run at once,
in the order in which `mockserver/domain/__init__.py` imports their modules, in the same transaction: they
cannot be forgotten and cannot be half done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


class Event(msgspec.Struct, frozen=True):
    """Something that has happened."""


class StatusPosted(Event, frozen=True):
    """A new status, boosts and scheduled ones that came due included."""

    status: Row
    mentions: tuple[int, ...] = ()  # ids of mentioned accounts, in order of appearance
    tags: tuple[int, ...] = ()  # ids of its hashtags


class StatusEdited(Event, frozen=True):
    status: Row  # as it is now
    before: Row
    new_mentions: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    new_tags: tuple[int, ...] = ()


class StatusDeleting(Event, frozen=True):
    """Before the rows go: reactions still see everything. `reblogs`: ids of its boosts, which go with it."""

    status: Row


class StatusFavourited(Event, frozen=True):
    favourite_id: int
    status: Row
    account_id: int


class StatusUnfavourited(Event, frozen=True):
    favourite_id: int
    status: Row
    account_id: int


class PollExpired(Event, frozen=True):
    poll: Row
    status: Row


class PollVoted(Event, frozen=True):
    poll: Row
    status: Row
    account_id: int


class QuoteAccepted(Event, frozen=True):
    quote: Row


class InteractionPolicyChanged(Event, frozen=True):
    status: Row


class QuoteRevoked(Event, frozen=True):
    quote: Row


class Followed(Event, frozen=True):
    """A follow exists now (also when a request was authorized: `requested`)."""

    follow: Row
    requested: bool = False


class Unfollowed(Event, frozen=True):
    """`removed`: the followed one removed the follower (whose home keeps what it has)."""

    follow: Row
    removed: bool = False


class FollowRequested(Event, frozen=True):
    request: Row


class FollowRequestGone(Event, frozen=True):
    """Authorized, rejected or withdrawn; `authorized` tells."""

    request: Row
    authorized: bool


class Blocked(Event, frozen=True):
    account_id: int
    target_account_id: int


class Unblocked(Event, frozen=True):
    account_id: int
    target_account_id: int


class Muted(Event, frozen=True):
    mute: Row


class Unmuted(Event, frozen=True):
    account_id: int
    target_account_id: int


class DomainBlocked(Event, frozen=True):
    """The counts: how many follows it has ended, in each direction."""

    account_id: int
    domain: str
    following_count: int = 0
    followers_count: int = 0


class ListMembersAdded(Event, frozen=True):
    list_id: int
    account_ids: tuple[int, ...]


class ListMembersRemoved(Event, frozen=True):
    list_id: int
    account_ids: tuple[int, ...]


class TagFollowed(Event, frozen=True):
    account_id: int
    tag_id: int


class TagUnfollowed(Event, frozen=True):
    account_id: int
    tag_id: int


class AccountSuspended(Event, frozen=True):
    account_id: int


class AccountUnsuspended(Event, frozen=True):
    account_id: int


class AccountSignedUp(Event, frozen=True):
    account_id: int


class AccountReported(Event, frozen=True):
    report: Row


class AccountWarned(Event, frozen=True):
    """Moderators have acted against a local account (a row of account_warnings)."""

    warning: Row


class AnnualReportGenerated(Event, frozen=True):
    """By the server of itself: who asked for a report waits for it, and is not told."""

    report_id: int
    account_id: int


class RelationshipsSevered(Event, frozen=True):
    """A block of a domain, or a suspension, has ended follows of a local account. `type`: domain_block,
    user_domain_block, account_suspension; `target_name`: the domain, or the handle."""

    account_id: int
    type: str
    target_name: str
    following_count: int
    followers_count: int


class AddedToCollection(Event, frozen=True):
    item_id: int
    collection_id: int
    owner_id: int
    account_id: int


class CollectionUpdated(Event, frozen=True):
    """Its name, description or topic is another now. `account_ids`: whom it holds."""

    collection_id: int
    owner_id: int
    account_ids: tuple[int, ...]


class CollectionDeleting(Event, frozen=True):
    collection_id: int


class AnnouncementPublished(Event, frozen=True):
    """Also when a published one is changed."""

    announcement_id: int


class AnnouncementWithdrawn(Event, frozen=True):
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
