"""What other servers send: remote accounts and their statuses. A fake asks nobody; scenarios put them
here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.domain import posting, tagging
from mockserver.domain.events import StatusPosted
from mockserver.store import accounts as account_store
from mockserver.store import statuses as status_store
from mockserver.store.database import Row
from mockserver.store.schema import accounts, conversations, mentions, statuses, statuses_tags
from mockserver.store.statuses import Extra
from mockserver.text.sanitise import sanitise

if TYPE_CHECKING:
    from mockserver.context import Context


def account(
    ctx: Context,
    *,
    username: str,
    domain: str,
    display_name: str = "",
    note: str = "",
    locked: bool = False,
    bot: bool = False,
    discoverable: bool | None = None,
    indexable: bool = False,
) -> Row:
    """A remote account: uri `https://DOMAIN/users/NAME`, url `https://DOMAIN/@NAME`."""
    account_id = ctx.instance.ids.snowflake()
    ctx.db.insert(
        accounts,
        id=account_id,
        username=username,
        domain=domain.lower(),
        display_name=display_name,
        note=sanitise(note),
        locked=locked,
        bot=bot,
        discoverable=discoverable,
        indexable=indexable,
        uri=f"https://{domain}/users/{username}",
        url=f"https://{domain}/@{username}",
        created_at=ctx.now,
    )
    made = account_store.by_id(ctx.db, account_id)
    assert made is not None
    return made


def receive(
    ctx: Context,
    author: Row,
    *,
    text: str,
    visibility: str = "public",
    language: str | None = "en",
    spoiler_text: str = "",
    sensitive: bool = False,
    parent: Row | None = None,
    tags: list[str] | None = None,
    named: list[Row] | None = None,
) -> Row:
    """A status from another server; `text` is its HTML, `parent` what it answers, `named` the local accounts
    it mentions."""
    status_id = ctx.instance.ids.snowflake()
    content = sanitise(text)
    tag_ids = tagging.ids_of(ctx, tags or [])
    extras = (Extra.TAGS if tag_ids else 0) | (Extra.MENTIONS if named else 0)
    stem = ctx.instance.ids.hex(12)
    ctx.db.insert(
        statuses,
        id=status_id,
        account_id=author.id,
        uri=f"https://{author.domain}/statuses/{stem}",
        url=f"https://{author.domain}/@{author.username}/{stem}",
        text=text,
        content=content,
        # A remote warning comes as HTML and is shown as plain text (recording text/remote_html).
        spoiler_text=spoiler_text,
        sensitive=sensitive,
        visibility=visibility,
        language=language,
        local=False,
        in_reply_to_id=parent.id if parent is not None else None,
        in_reply_to_account_id=parent.account_id if parent is not None else None,
        conversation_id=parent.conversation_id
        if parent is not None
        else ctx.db.insert(conversations, created_at=ctx.now),
        extras=int(extras),
        quote_approval_policy="",
        created_at=ctx.now,
    )
    ctx.db.insert_many(statuses_tags, [{"status_id": status_id, "tag_id": tag_id} for tag_id in tag_ids])
    for one in named or []:
        ctx.db.insert(mentions, status_id=status_id, account_id=one.id, created_at=ctx.now)
    posting.count(ctx, author.id, visibility, parent.id if parent is not None else None, 1, ctx.now)
    row = status_store.by_id(ctx.db, status_id)
    assert row is not None
    ctx.emit(StatusPosted(row, tuple(one.id for one in named or []), tuple(tag_ids)))
    return row
