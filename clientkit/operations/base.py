"""What an API operation is: a value that carries its parameters, and its one declaration.

Pure data, no I/O. The server binds a handler to each operation, the client sends it, and OpenAPI, the
coverage page and the fuzz targets are derived from `OPERATIONS`, the table of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar, get_args, get_origin

import msgspec
from msgspec import UNSET, UnsetType

R = TypeVar("R")

# The three states of an optional parameter: absent (UNSET), sent as null (None), sent with a value.
# A server reads them by Rails' rules (mockserver/http/params.py); a client leaves UNSET out of the request.
Text: TypeAlias = str | UnsetType | None
Flag: TypeAlias = bool | UnsetType | None
Number: TypeAlias = int | UnsetType | None
Count: TypeAlias = (
    int | str | UnsetType | None
)  # `limit`, `offset`: numbers, that a server reads as leniently as text
Texts: TypeAlias = list[str] | UnsetType | None  # `name[]=a&name[]=b`, or a JSON array; a scalar is dropped
LooseTexts: TypeAlias = list[str] | str | UnsetType | None  # as Texts, but `name=a` counts as a list of one


class Upload(msgspec.Struct, frozen=True):
    """A file part of a multipart body."""

    filename: str
    content_type: str
    data: bytes


FileParam: TypeAlias = Upload | str | UnsetType | None  # a `data:` address is taken as well

Auth = Literal["none", "optional", "token", "app", "user", "session"]
"""Who may call. none: the token is not looked at; optional: anonymous too, but a known token must hold a
scope; token: any valid token, an application's too; app: an application's token only; user: a user's token;
session: a browser's web session (HTML pages)."""

Cache = Literal["private", "anonymous", "always"]
"""private: `private, no-store`; anonymous: public for 15 s when no token is sent; always: public for 5
minutes."""


@dataclass(frozen=True)
class Paging:
    """How a listing is cut. `style`: P1 max/since/min_id, `next` only on a full page, `prev` by min_id;
    P2 as P1 without min_id, `prev` by since_id; P3 as P1 with `next` on every non-empty page; offset: offset
    + limit with Link; offset-plain: the same without Link. `keep`: the parameters that Link repeats,
    `name[]` only when sent as an array. `feed`: a home or list feed, which reads any text as a number;
    `picks`: cursors are picked by name, as P1 does always, so that one sent as an array is dropped.
    https://docs.joinmastodon.org/api/guidelines/#pagination"""

    style: Literal["P1", "P2", "P3", "offset", "offset-plain"]
    default: int
    maximum: int
    keep: tuple[str, ...] = ("limit",)
    feed: bool = False
    picks: bool = False

    @property
    def array_bound(self) -> Literal["ignored", "nothing", "refused"]:
        """What becomes of a cursor that is an array: dropped where cursors are picked; a bound that no row
        is within in other listings; and a feed fails on it (recordings errors/ids_query,
        pagination/server_errors)."""
        if self.feed:
            return "refused"
        return "ignored" if self.picks or self.style == "P1" else "nothing"


@dataclass(frozen=True)
class Declaration:
    """Everything about one operation that both ends must agree on."""

    method: str
    path: str
    auth: Auth
    scopes: tuple[str, ...]  # any one of them suffices, in the order real Mastodon lists them
    since: str
    deprecated: str | None
    cache: Cache
    paging: Paging | None
    also: tuple[str, ...]  # further verbs of the same route: PUT beside PATCH
    deprecation: int | None  # the unix time of the Deprecation header
    page: str  # module name = page of docs.joinmastodon.org/methods
    name: str
    returns: Any
    path_params: tuple[str, ...] = field(default=())
    # What a caller should know and the types do not say; the server judges for itself. Names as in a form,
    # without a final `[]`: `context`, `source[privacy]`.
    required: tuple[str, ...] = field(default=(), hash=False)  # calls without one of these are refused
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)  # all that is accepted

    @property
    def id(self) -> str:
        """`statuses.favourite`: the operationId of OpenAPI and the key of the journal."""
        return f"{self.page}.{self.name}"

    @property
    def docs(self) -> str:
        path = self.page.replace("admin_", "admin/", 1) if self.page.startswith("admin_") else self.page
        return f"https://docs.joinmastodon.org/methods/{path}/"


class Operation(msgspec.Struct, Generic[R], kw_only=True):
    """A call as a value: an instance holds the parameters, the class holds the declaration.

    Field names are parameter names; fields named in the path are path parameters. A parameter whose name is
    no Python identifier is renamed by `msgspec.field(name=...)`."""

    declaration: ClassVar[Declaration]


OPERATIONS: dict[str, type[Operation[Any]]] = {}
"""All operations by id, in the order of declaration."""

O = TypeVar("O", bound=type[Operation[Any]])  # noqa: E741


def snake(name: str) -> str:
    """`GetContext` → `get_context`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def parents(scope: str) -> tuple[str, ...]:
    """`write:favourites` → (`write`, `write:favourites`): the coarse scope implies the fine one."""
    coarse, _, fine = scope.rpartition(":")
    return (coarse, scope) if coarse else (fine,)


def operation(
    route: str,
    *,
    scope: str | tuple[str, ...] = (),
    auth: Auth = "user",
    since: str = "0.0.0",
    deprecated: str | None = None,
    deprecation: int | None = None,
    cache: Cache = "private",
    paging: Paging | None = None,
    also: tuple[str, ...] = (),
    required: tuple[str, ...] = (),
    values: Mapping[str, tuple[str, ...]] | None = None,
) -> Callable[[O], O]:
    """Declare an operation. `scope`: one (its parent is implied), or the full tuple in Mastodon's order."""
    method, path = route.split(" ")

    def declare(cls: O) -> O:
        page = cls.__module__.rsplit(".", 1)[1]
        base = next(b for b in cls.__orig_bases__ if get_origin(b) is Operation)  # type: ignore[attr-defined]
        cls.declaration = Declaration(
            method=method,
            path=path,
            auth=auth,
            scopes=parents(scope) if isinstance(scope, str) else scope,
            since=since,
            deprecated=deprecated,
            cache=cache,
            paging=paging,
            also=also,
            deprecation=deprecation,
            page=page,
            name=snake(cls.__name__),
            returns=get_args(base)[0],
            path_params=tuple(re.findall(r":(\w+)", path)),
            required=required,
            values=values or {},
        )
        assert cls.declaration.id not in OPERATIONS, cls.declaration.id
        OPERATIONS[cls.declaration.id] = cls
        return cls

    return declare


__all__ = [
    "OPERATIONS",
    "UNSET",
    "Auth",
    "Cache",
    "Count",
    "Declaration",
    "FileParam",
    "Flag",
    "LooseTexts",
    "Number",
    "Operation",
    "Paging",
    "Text",
    "Texts",
    "Upload",
    "operation",
]
