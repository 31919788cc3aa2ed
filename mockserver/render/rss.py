"""The newest posts of an account or a hashtag as RSS (app/views/accounts/show.rss.ruby, app/lib/rss;
recordings misc/activitypub_documents, errors/headers_alice)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING, Any

from clientkit.entities import Account, CustomEmoji, MediaAttachment, Poll, Status
from mockserver import version
from mockserver.render import emojis, statuses, urls
from mockserver.store import site as store
from mockserver.store.database import Row

if TYPE_CHECKING:
    from mockserver.context import Context

Line = tuple[int, str]
"""How far a line is indented, and what stands in it."""

OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/">
"""
EMOJI_STYLE = (
    "width: 1.1em; height: 1.1em; object-fit: contain; vertical-align: middle; margin: -.2ex .15em .2ex"
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MEDIUM = {"gifv": "image"}


def of_account(ctx: Context, account: Account, ids: Sequence[int], link: str) -> str:
    name = account.display_name or account.username
    head = [
        (2, _tag("title", name)),
        (2, _tag("description", f"Public posts from @{account.username}@{ctx.instance.domain}")),
        (2, _tag("link", link)),
        (2, "<image>"),
        (3, _tag("url", account.avatar)),
        (3, _tag("title", name)),
        (3, _tag("link", link)),
        (2, "</image>"),
    ]
    return _document(ctx, head, ids, [(2, _tag("webfeeds:icon", account.avatar))])


def of_tag(ctx: Context, tag: Row, ids: Sequence[int]) -> str:
    name = tag.display_name or tag.name
    head = [
        (2, _tag("title", f"#{name}")),
        (2, _tag("description", f"Public posts tagged #{name}")),
        (2, _tag("link", urls.tag(ctx.instance, tag.name))),
    ]
    return _document(ctx, head, ids, [])


def _document(ctx: Context, head: list[Line], ids: Sequence[int], icon: list[Line]) -> str:
    posts = statuses.many(ctx, ids)
    built = [(2, _tag("lastBuildDate", _date(posts[0])))] if posts else []
    lines = [(1, "<channel>"), *head, *built, *icon]
    lines.append((2, _tag("generator", f"Mastodon v{version.MASTODON}")))
    if posts:
        lines += _items(ctx, ids, posts)
    lines.append((1, "</channel>"))
    return OPENING + "".join(f"{'  ' * depth}{text}\n" for depth, text in lines) + "</rss>\n"


def _items(ctx: Context, ids: Sequence[int], posts: Sequence[Status]) -> Iterator[Line]:
    files, labels = store.files_of(ctx.db, ids), store.labels_of(ctx.db, ids)
    for post in posts:
        yield 2, "<item>"
        yield 3, _tag("guid", post.url, isPermaLink="true")
        yield 3, _tag("link", post.url)
        yield 3, _tag("pubDate", _date(post))
        yield 3, _tag("description", _html(post))
        stored = [(media, files[int(media.id)]) for media in post.media_attachments if int(media.id) in files]
        if stored and stored[0][0].type == "audio":
            media, file = stored[0]
            yield 3, _tag("enclosure", "", url=media.url, length=file.size, type=file.content_type)
        for media, file in stored:
            yield from _media(ctx, media, file, post.sensitive)
        for label in labels.get(int(post.id), ()):
            yield 3, _tag("category", label)
        yield 2, "</item>"


def _media(ctx: Context, media: MediaAttachment, file: Row, sensitive: bool) -> Iterator[Line]:
    yield (
        3,
        _open(
            "media:content", url=media.url, type=file.content_type, fileSize=file.size, medium=_medium(media)
        ),
    )
    yield 4, _tag("media:rating", "adult" if sensitive else "nonadult", scheme="urn:simple")
    if media.description:
        yield 4, _tag("media:description", media.description, type="plain")
    if file.thumbnail is not None:
        yield 4, _tag("media:thumbnail", "", url=urls.file(ctx.instance, file.thumbnail))
    yield 3, "</media:content>"


def _medium(media: MediaAttachment) -> str:
    return MEDIUM.get(media.type, media.type)


def _date(post: Status) -> str:
    moment = datetime.fromisoformat(post.created_at)
    return format_datetime(moment.astimezone(UTC))


def _html(post: Status) -> str:
    """The whole post: warning, text, the answers of a poll, with its emoji as pictures."""
    warning = (
        f"<p><strong>Content warning:</strong>{escape(post.spoiler_text)}</p><hr>"
        if post.spoiler_text
        else ""
    )
    poll = _options(post.poll) if post.poll is not None else ""
    return emojis.drawn(warning + (post.content or "") + poll, post.emojis, _picture)


def _options(poll: Poll) -> str:
    kind = "checkbox" if poll.multiple else "radio"
    shown = [f'<{kind} disabled="disabled">{escape(option.title)}</{kind}>' for option in poll.options]
    return f"<p>{'<br>'.join(shown)}</p>"


def _picture(emoji: CustomEmoji) -> str:
    code = f":{emoji.shortcode}:"
    return (
        f'<img rel="emoji" draggable="false" width="16" height="16" class="emojione custom-emoji" '
        f'style="{EMOJI_STYLE}" alt="{code}" title="{code}" src="{emoji.static_url}" '
        f'data-original="{emoji.url}" data-static="{emoji.static_url}">'
    )


def _tag(name: str, text: Any, **attributes: Any) -> str:
    opening = _open(name, **attributes)
    if text in ("", None):
        return f"{opening[:-1]}/>"
    return f"{opening}{_escaped(text, quote=False)}</{name}>"


def _escaped(text: Any, *, quote: bool = True) -> str:
    """Without the control characters that posts may have and XML may not."""
    return escape(_NOT_XML.sub("", str(text)), quote=quote).replace("\r", "&#13;")


def _open(name: str, **attributes: Any) -> str:
    pairs = [f' {key}="{_escaped(value)}"' for key, value in attributes.items()]
    return f"<{name}{''.join(pairs)}>"
