"""Register, read and change accounts, and one's relations to them: https://docs.joinmastodon.org/methods/accounts/"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.base import (
    FileParam,
    Flag,
    LooseTexts,
    Number,
    Operation,
    Paging,
    Text,
    Texts,
    operation,
)
from clientkit.operations.params import MinCursor, Offset, SinceCursor


class FieldAttributes(msgspec.Struct, kw_only=True):
    """One of the four name and value pairs of a profile."""

    name: Text = UNSET
    value: Text = UNSET


class SourceParams(msgspec.Struct, kw_only=True):
    """The defaults of one's new statuses."""

    privacy: Text = UNSET
    sensitive: Flag = UNSET
    language: Text = UNSET
    quote_policy: Text = UNSET


@operation(
    "POST /api/v1/accounts",
    scope="write:accounts",
    auth="app",
    since="2.7.0",
    required=("username", "email", "password", "agreement"),
)
class Create(Operation[entities.Token]):
    """Register an account; the token works once the e-mail address is confirmed.

    `agreement` arrives as it was sent, since only `true`, "true" and "1" are an agreement.
    """

    username: Text = UNSET
    email: Text = UNSET
    password: Text = UNSET
    agreement: Any = UNSET
    locale: Text = UNSET
    reason: Text = UNSET
    date_of_birth: Text = UNSET
    time_zone: Text = UNSET
    invite_code: Text = UNSET


@operation(
    "GET /api/v1/accounts/verify_credentials", scope=("profile", "read", "read:accounts"), since="0.0.0"
)
class VerifyCredentials(Operation[entities.CredentialAccount]):
    """Show the account that the token belongs to."""


@operation(
    "PATCH /api/v1/accounts/update_credentials",
    scope="write:accounts",
    since="1.1.1",
    values={
        "source[privacy]": ("public", "unlisted", "private"),
        "source[quote_policy]": ("public", "followers", "nobody"),
    },
)
class UpdateCredentials(Operation[entities.CredentialAccount]):
    """Change one's profile and the defaults of one's statuses; what is not sent stays."""

    display_name: Text = UNSET
    note: Text = UNSET
    avatar: FileParam = UNSET
    avatar_description: Text = UNSET
    header: FileParam = UNSET
    header_description: Text = UNSET
    locked: Flag = UNSET
    bot: Flag = UNSET
    discoverable: Flag = UNSET
    hide_collections: Flag = UNSET
    indexable: Flag = UNSET
    attribution_domains: Texts = UNSET
    fields_attributes: list[FieldAttributes] | UnsetType | None = UNSET
    source: SourceParams | UnsetType | None = UNSET


@operation(
    "GET /api/v1/accounts/:id", scope="read:accounts", auth="optional", since="0.0.0", cache="anonymous"
)
class Get(Operation[entities.Account]):
    """Show one account."""

    id: str


@operation("GET /api/v1/accounts", scope="read:accounts", auth="optional", since="4.3.0")
class Index(Operation[list[entities.Account]]):
    """Show several accounts by id, 40 different ones at most."""

    id: Texts = UNSET


@operation(
    "GET /api/v1/accounts/:id/statuses",
    scope="read:statuses",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging(
        "P1",
        20,
        40,
        keep=("limit", "pinned", "tagged", "only_media", "exclude_replies", "exclude_reblogs"),
    ),
)
class Statuses(Operation[list[entities.Status]], MinCursor):
    """List the statuses of an account that the caller may see."""

    id: str
    only_media: Flag = UNSET
    exclude_replies: Flag = UNSET
    exclude_reblogs: Flag = UNSET
    exclude_direct: Flag = UNSET
    pinned: Flag = UNSET
    tagged: Text = UNSET


@operation(
    "GET /api/v1/accounts/:id/followers",
    scope="read:accounts",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging("P2", 40, 80),
)
class Followers(Operation[list[entities.Account]], SinceCursor):
    """List who follows an account, the newest first."""

    id: str


@operation(
    "GET /api/v1/accounts/:id/following",
    scope="read:accounts",
    auth="optional",
    since="0.0.0",
    cache="anonymous",
    paging=Paging("P2", 40, 80),
)
class Following(Operation[list[entities.Account]], SinceCursor):
    """List whom an account follows, the newest first."""

    id: str


@operation("GET /api/v1/accounts/:id/featured_tags", auth="none", since="3.3.0")
class FeaturedTags(Operation[list[entities.FeaturedTag]]):
    """List the hashtags that an account features."""

    id: str


@operation("GET /api/v1/accounts/:id/lists", scope="read:lists", since="2.1.0")
class Lists(Operation[list[entities.List]]):
    """List one's own lists that hold an account."""

    id: str


@operation("POST /api/v1/accounts/:id/follow", scope=("follow", "write", "write:follows"), since="0.0.0")
class Follow(Operation[entities.Relationship]):
    """Follow an account or ask to, or change the options of following it.

    `languages` arrives as it was sent: null leaves them as they are, `[]` or a scalar empties them.
    """

    id: str
    reblogs: Flag = UNSET
    notify: Flag = UNSET
    languages: Any = UNSET


@operation("POST /api/v1/accounts/:id/unfollow", scope=("follow", "write", "write:follows"), since="0.0.0")
class Unfollow(Operation[entities.Relationship]):
    """Stop following an account, or take the request back."""

    id: str


@operation(
    "POST /api/v1/accounts/:id/remove_from_followers",
    scope=("follow", "write", "write:follows"),
    since="3.5.0",
)
class RemoveFromFollowers(Operation[entities.Relationship]):
    """Make an account follow one no longer."""

    id: str


@operation("POST /api/v1/accounts/:id/block", scope=("follow", "write", "write:blocks"), since="0.0.0")
class Block(Operation[entities.Relationship]):
    """Block an account; ends following in both directions."""

    id: str


@operation("POST /api/v1/accounts/:id/unblock", scope=("follow", "write", "write:blocks"), since="0.0.0")
class Unblock(Operation[entities.Relationship]):
    """Block an account no longer."""

    id: str


@operation("POST /api/v1/accounts/:id/mute", scope=("follow", "write", "write:mutes"), since="0.0.0")
class Mute(Operation[entities.Relationship]):
    """Hide an account from one's feeds, for `duration` seconds or for good (0)."""

    id: str
    notifications: Flag = UNSET
    duration: Number = UNSET


@operation("POST /api/v1/accounts/:id/unmute", scope=("follow", "write", "write:mutes"), since="0.0.0")
class Unmute(Operation[entities.Relationship]):
    """Mute an account no longer."""

    id: str


@operation("POST /api/v1/accounts/:id/endorse", scope="write:accounts", since="4.4.0")
class Endorse(Operation[entities.Relationship]):
    """Feature an account that one follows on one's profile."""

    id: str


@operation("POST /api/v1/accounts/:id/unendorse", scope="write:accounts", since="4.4.0")
class Unendorse(Operation[entities.Relationship]):
    """Feature an account on one's profile no longer."""

    id: str


@operation(
    "GET /api/v1/accounts/:id/endorsements",
    scope="read:accounts",
    auth="optional",
    since="4.4.0",
    cache="anonymous",
    paging=Paging("P2", 40, 80),
)
class Endorsements(Operation[list[entities.Account]], SinceCursor):
    """List the accounts that an account features on its profile."""

    id: str


@operation("POST /api/v1/accounts/:id/note", scope="write:accounts", since="3.2.0")
class Note(Operation[entities.Relationship]):
    """Set one's private note on an account; a blank one deletes it."""

    id: str
    comment: Text = UNSET


@operation("GET /api/v1/accounts/relationships", scope="read:follows", since="0.0.0")
class Relationships(Operation[list[entities.Relationship]]):
    """Show one's relations to several accounts."""

    id: LooseTexts = UNSET
    with_suspended: Flag = UNSET


@operation("GET /api/v1/accounts/familiar_followers", scope="read:follows", since="3.5.0")
class FamiliarFollowers(Operation[list[entities.FamiliarFollowers]]):
    """Show who of those one follows also follows the given accounts."""

    id: LooseTexts = UNSET


@operation(
    "GET /api/v1/accounts/search",
    scope="read:accounts",
    since="0.0.0",
    paging=Paging("offset-plain", 40, 80),
)
class Search(Operation[list[entities.Account]], Offset):
    """Find accounts by name or handle; `resolve` looks an unknown handle up on its server."""

    q: Text = UNSET
    resolve: Flag = UNSET
    following: Flag = UNSET


@operation(
    "GET /api/v1/accounts/lookup",
    scope="read:accounts",
    auth="optional",
    since="3.4.0",
    cache="anonymous",
    required=("acct",),
)
class Lookup(Operation[entities.Account]):
    """Show the account with a handle, if this server knows it."""

    acct: Text = UNSET


@operation("POST /api/v1/accounts/:id/pin", scope="write:accounts", since="2.5.0", deprecated="4.4.0")
class Pin(Operation[entities.Relationship]):
    """The former name of Endorse."""

    id: str


@operation("POST /api/v1/accounts/:id/unpin", scope="write:accounts", since="2.5.0", deprecated="4.4.0")
class Unpin(Operation[entities.Relationship]):
    """The former name of Unendorse."""

    id: str


@operation(
    "GET /api/v1/accounts/:id/identity_proofs",
    since="2.8.0",
    deprecated="3.5.0",
    deprecation=1648598400,
)
class IdentityProofs(Operation[list[entities.IdentityProof]]):
    """Always empty: the identity proofs it listed are gone. Any user's token will do, none answers 422."""

    id: str


@operation("POST /api/v1/accounts/:id/email_subscriptions", auth="none", since="4.6.0")
class CreateEmailSubscription(Operation[entities.Empty]):
    """Subscribe an e-mail address to the statuses of an account, where the server allows it. Undocumented."""

    id: str
    email: Text = UNSET
