"""Mark or hide statuses by keyword or id: https://docs.joinmastodon.org/methods/filters/

A filter of v1 is one keyword of a filter of v2, under the keyword's id.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit.operations.base import Flag, Operation, Text, Texts, operation


class KeywordAttributes(msgspec.Struct, kw_only=True):
    """A keyword to add, or with `id` to change or (`_destroy`) remove."""

    id: Text = UNSET
    keyword: Text = UNSET
    whole_word: Flag = UNSET
    destroy: Flag = msgspec.field(default=UNSET, name="_destroy")


@operation("GET /api/v2/filters", scope="read:filters", since="4.0.0")
class Index(Operation[list[entities.Filter]]):
    """List one's filters, the expired ones too."""


@operation("GET /api/v2/filters/:id", scope="read:filters", since="4.0.0")
class Get(Operation[entities.Filter]):
    """Show one filter."""

    id: str


@operation(
    "POST /api/v2/filters",
    scope="write:filters",
    since="4.0.0",
    required=("title", "context"),
    values={
        "context": ("home", "notifications", "public", "thread", "account"),
        "filter_action": ("warn", "hide", "blur"),
    },
)
class Create(Operation[entities.Filter]):
    """Make a filter for some contexts, for `expires_in` seconds or (blank) for good."""

    title: Text = UNSET
    context: Texts = UNSET
    filter_action: Text = UNSET
    expires_in: Text = UNSET
    keywords_attributes: list[KeywordAttributes] | UnsetType | None = UNSET


@operation(
    "PUT /api/v2/filters/:id",
    scope="write:filters",
    since="4.0.0",
    also=("PATCH",),
    values={
        "context": ("home", "notifications", "public", "thread", "account"),
        "filter_action": ("warn", "hide", "blur"),
    },
)
class Update(Operation[entities.Filter]):
    """Change a filter; what is not sent stays, a blank `expires_in` makes it last."""

    id: str
    title: Text = UNSET
    context: Texts = UNSET
    filter_action: Text = UNSET
    expires_in: Text = UNSET
    keywords_attributes: list[KeywordAttributes] | UnsetType | None = UNSET


@operation("DELETE /api/v2/filters/:id", scope="write:filters", since="4.0.0")
class Delete(Operation[entities.Empty]):
    """Delete a filter."""

    id: str


@operation("GET /api/v2/filters/:filter_id/keywords", scope="read:filters", since="4.0.0")
class Keywords(Operation[list[entities.FilterKeyword]]):
    """List the keywords of a filter."""

    filter_id: str


@operation(
    "POST /api/v2/filters/:filter_id/keywords", scope="write:filters", since="4.0.0", required=("keyword",)
)
class AddKeyword(Operation[entities.FilterKeyword]):
    """Add a keyword to a filter."""

    filter_id: str
    keyword: Text = UNSET
    whole_word: Flag = UNSET


@operation("GET /api/v2/filters/keywords/:id", scope="read:filters", since="4.0.0")
class GetKeyword(Operation[entities.FilterKeyword]):
    """Show one keyword."""

    id: str


@operation("PUT /api/v2/filters/keywords/:id", scope="write:filters", since="4.0.0", also=("PATCH",))
class UpdateKeyword(Operation[entities.FilterKeyword]):
    """Change a keyword."""

    id: str
    keyword: Text = UNSET
    whole_word: Flag = UNSET


@operation("DELETE /api/v2/filters/keywords/:id", scope="write:filters", since="4.0.0")
class RemoveKeyword(Operation[entities.Empty]):
    """Remove a keyword from its filter."""

    id: str


@operation("GET /api/v2/filters/:filter_id/statuses", scope="read:filters", since="4.0.0")
class Statuses(Operation[list[entities.FilterStatus]]):
    """List the statuses in a filter."""

    filter_id: str


@operation(
    "POST /api/v2/filters/:filter_id/statuses", scope="write:filters", since="4.0.0", required=("status_id",)
)
class AddStatus(Operation[entities.FilterStatus]):
    """Add a status to a filter."""

    filter_id: str
    status_id: Text = UNSET


@operation("GET /api/v2/filters/statuses/:id", scope="read:filters", since="4.0.0")
class GetStatus(Operation[entities.FilterStatus]):
    """Show one status of a filter, by the id of its place there."""

    id: str


@operation("DELETE /api/v2/filters/statuses/:id", scope="write:filters", since="4.0.0")
class RemoveStatus(Operation[entities.Empty]):
    """Remove a status from its filter."""

    id: str


@operation(
    "GET /api/v1/filters", scope="read:filters", since="2.4.3", deprecated="4.0.0", deprecation=1668384000
)
class IndexV1(Operation[list[entities.V1Filter]]):
    """List one's filtered keywords."""


@operation(
    "GET /api/v1/filters/:id", scope="read:filters", since="2.4.3", deprecated="4.0.0", deprecation=1668384000
)
class GetV1(Operation[entities.V1Filter]):
    """Show one filtered keyword."""

    id: str


@operation(
    "POST /api/v1/filters",
    scope="write:filters",
    since="2.4.3",
    deprecated="4.0.0",
    deprecation=1668384000,
    required=("phrase", "context"),
    values={"context": ("home", "notifications", "public", "thread", "account")},
)
class CreateV1(Operation[entities.V1Filter]):
    """Make a filter of one keyword, which is its title too; `irreversible` hides."""

    phrase: Text = UNSET
    context: Texts = UNSET
    irreversible: Flag = UNSET
    whole_word: Flag = UNSET
    expires_in: Text = UNSET


@operation(
    "PUT /api/v1/filters/:id",
    scope="write:filters",
    since="2.4.3",
    deprecated="4.0.0",
    deprecation=1668384000,
    also=("PATCH",),
    values={"context": ("home", "notifications", "public", "thread", "account")},
)
class UpdateV1(Operation[entities.V1Filter]):
    """Change a keyword and, if it is the only one, its filter."""

    id: str
    phrase: Text = UNSET
    context: Texts = UNSET
    irreversible: Flag = UNSET
    whole_word: Flag = UNSET
    expires_in: Text = UNSET


@operation(
    "DELETE /api/v1/filters/:id",
    scope="write:filters",
    since="2.4.3",
    deprecated="4.0.0",
    deprecation=1668384000,
)
class DeleteV1(Operation[entities.Empty]):
    """Delete a keyword; its filter stays."""

    id: str
