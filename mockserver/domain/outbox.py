"""What is to be streamed once the transaction is committed. A rollback drops it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Channel: TypeAlias = tuple[str, int | str]
"""Where a message goes: ("user", account id) the home stream · ("notifications", account id), which the
stream `user` hears too where the token allows it: what is told on both comes twice · ("direct", account id)
· ("list", list id) · ("public", "") and its parts "local", "remote", ":media" variants · ("hashtag", name)
· ("hashtag:local", name) · ("close", token id) ends the streams of a token · ("close_account", account
id)."""

Subject = Literal["status", "notification", "conversation", "announcement", "text", "none"]


class Message(Struct, frozen=True):
    """`event` as the wire names it; what it carries is rendered for each reader when it is sent: `subject`
    says what `id` is the id of (`text`: `text` itself is the payload)."""

    channels: tuple[Channel, ...]
    event: str
    subject: Subject = "none"
    id: int = 0
    text: str = ""
