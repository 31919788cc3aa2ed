"""Avatars and headers: read in a thread, then stored (recordings media/avatar_*; reference: media.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from clientkit.operations.base import Upload
from mockserver import errors
from mockserver.domain.validation import Failure
from mockserver.media import processing
from mockserver.media.faults import InvalidFile, MediaError
from mockserver.store.schema import accounts, files

if TYPE_CHECKING:
    from mockserver.context import Context

Kind = Literal["avatar", "header"]
KINDS: tuple[Kind, ...] = ("avatar", "header")


class Prepared(Struct, frozen=True):
    """What became of an upload: the picture, or why it is refused."""

    picture: processing.Picture | None = None
    error: MediaError | None = None

    @property
    def failures(self) -> list[Failure]:
        """Raises Unprocessable for what is refused in a sentence of its own."""
        if self.error is None:
            return []
        if isinstance(self.error, InvalidFile):
            return [Failure(fault.attribute, fault.code, fault.description) for fault in self.error.faults]
        raise errors.Unprocessable(self.error.message)


def prepare(kind: Kind, given: Any) -> Prepared | None:
    """Make the picture; slow. `given`: an Upload or a `data:` address; any other text is a BadRequest.
    None: nothing was sent."""
    if isinstance(given, Upload):
        return _prepare(kind, given.data, given.filename, given.content_type)
    if not isinstance(given, str) or given == "":
        return None
    decoded = processing.decode_data_uri(given)
    if decoded is None:
        raise errors.BadRequest
    return _prepare(kind, decoded[1], "", decoded[0])


def _prepare(kind: Kind, data: bytes, filename: str, content_type: str) -> Prepared:
    make = processing.avatar if kind == "avatar" else processing.header
    try:
        return Prepared(picture=make(data, filename, content_type))
    except MediaError as error:
        return Prepared(error=error)


def store(ctx: Context, account_id: int, kind: Kind, picture: processing.Picture) -> None:
    """Put a picture in the place of what is there."""
    folder = f"accounts/{kind}s/{partitioned(account_id)}"
    stem = ctx.instance.ids.hex()
    paths: dict[str, str | None] = {}
    for column, style, stored in (
        (kind, "original", picture.original),
        (f"{kind}_static", "static", picture.static),
    ):
        paths[column] = None
        if stored is not None:
            paths[column] = f"{folder}/{style}/{stem}.{stored.extension}"
            ctx.db.insert(
                files,
                path=paths[column],
                content_type=stored.content_type,
                data=stored.data,
                created_at=ctx.now,
            )
    _forget_files(ctx, account_id, kind)
    ctx.db.update(accounts, {"id": account_id}, **paths)


def remove(ctx: Context, account_id: int, kind: Kind) -> None:
    """Back to the default picture; its description stays (reference: apps-oauth-accounts.md)."""
    _forget_files(ctx, account_id, kind)
    ctx.db.update(accounts, {"id": account_id}, **{kind: None, f"{kind}_static": None})


def _forget_files(ctx: Context, account_id: int, kind: Kind) -> None:
    row = ctx.db.find(accounts, id=account_id)
    for path in (getattr(row, kind, None), getattr(row, f"{kind}_static", None)):
        if path is not None:
            ctx.db.delete(files, path=path)


def set_picture(
    ctx: Context, account_id: int, kind: Kind, data: bytes, filename: str, content_type: str
) -> None:
    """Read and store a picture at once; raises MediaError when it is none."""
    made = _prepare(kind, data, filename, content_type)
    if made.error is not None:
        raise made.error
    assert made.picture is not None
    store(ctx, account_id, kind, made.picture)


def partitioned(number: int) -> str:
    """`117652929925144065` → `117/652/929/925/144/065`, as the folders of files are named."""
    digits = str(number)
    digits = digits.rjust(-(-max(len(digits), 9) // 3) * 3, "0")
    return "/".join(digits[i : i + 3] for i in range(0, len(digits), 3))
