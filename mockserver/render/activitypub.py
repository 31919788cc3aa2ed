"""Accounts and posts as ActivityPub documents (recording misc/activitypub_documents).

A fake signs nothing; its actors carry a public key all the same, whose private half nobody has.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mockserver import clock
from mockserver.render import accounts, collections, urls
from mockserver.store import accounts as account_store
from mockserver.store import collections as collection_store
from mockserver.store.database import Row

if TYPE_CHECKING:
    from clientkit.entities import Status
    from mockserver.context import Context

STREAMS = "https://www.w3.org/ns/activitystreams"
PUBLIC = f"{STREAMS}#Public"
_IDENTITY = "@id"


def _reference(iri: str) -> dict[str, str]:
    return {_IDENTITY: iri, "@type": _IDENTITY}


_POLICIES: dict[str, Any] = {
    "gts": "https://gotosocial.org/ns#",
    "interactionPolicy": _reference("gts:interactionPolicy"),
    "canFeature": _reference("https://w3id.org/fep/7aa9#canFeature"),
    "canQuote": _reference("gts:canQuote"),
    "automaticApproval": _reference("gts:automaticApproval"),
    "manualApproval": _reference("gts:manualApproval"),
}
_ACTOR_CONTEXT: list[Any] = [
    STREAMS,
    "https://w3id.org/security/v1",
    "https://purl.archive.org/socialweb/webfinger",
    {
        "manuallyApprovesFollowers": "as:manuallyApprovesFollowers",
        "toot": "http://joinmastodon.org/ns#",
        "featured": _reference("toot:featured"),
        "featuredTags": _reference("toot:featuredTags"),
        "alsoKnownAs": _reference("as:alsoKnownAs"),
        "movedTo": _reference("as:movedTo"),
        "schema": "http://schema.org#",
        "PropertyValue": "schema:PropertyValue",
        "value": "schema:value",
        **{name: f"toot:{name}" for name in ("discoverable", "suspended", "memorial", "indexable")},
        "attributionDomains": {_IDENTITY: "toot:attributionDomains", "@container": "@set"},
        "showFeatured": "toot:showFeatured",
        "showMedia": "toot:showMedia",
        "showRepliesInMedia": "toot:showRepliesInMedia",
        **_POLICIES,
    },
]
_FEP = "https://w3id.org/fep/7aa9#"
_COLLECTION_CONTEXT: dict[str, Any] = {
    "toot": "http://joinmastodon.org/ns#",
    "discoverable": "toot:discoverable",
    **{
        name: f"{_FEP}{name}"
        for name in ("FeaturedCollection", "FeaturedItem", "FeatureRequest", "FeatureAuthorization")
    },
    **{name: _reference(f"{_FEP}{name}") for name in ("topic", "featuredObject", "featureAuthorization")},
    "Hashtag": "as:Hashtag",
    "sensitive": "as:sensitive",
}
_NOTE_CONTEXT: dict[str, Any] = {
    "ostatus": "http://ostatus.org#",
    "atomUri": "ostatus:atomUri",
    "inReplyToAtomUri": "ostatus:inReplyToAtomUri",
    "conversation": "ostatus:conversation",
    "sensitive": "as:sensitive",
    "toot": "http://joinmastodon.org/ns#",
    "votersCount": "toot:votersCount",
    "quote": _reference("https://w3id.org/fep/044f#quote"),
    "quoteUri": "http://fedibird.com/ns#quoteUri",
    "_misskey_quote": "https://misskey-hub.net/ns#_misskey_quote",
    "quoteAuthorization": _reference("https://w3id.org/fep/044f#quoteAuthorization"),
    **_POLICIES,
}


def actor(ctx: Context, row: Row) -> dict[str, Any]:
    account, uri, base = accounts.one(ctx, row), row.uri, ctx.instance.base_url
    pictures = {}
    for name, path, url in (("icon", row.avatar, account.avatar), ("image", row.header, account.header)):
        if path is not None:
            kind = f"image/{path.rpartition('.')[2].replace('jpg', 'jpeg')}"
            pictures[name] = {"type": "Image", "mediaType": kind, "url": url}
    return {
        "@context": _ACTOR_CONTEXT,
        "id": uri,
        "webfinger": f"{row.username}@{ctx.instance.domain}",
        "type": "Service" if account.bot else "Person",
        "following": f"{uri}/following",
        "followers": f"{uri}/followers",
        "inbox": f"{uri}/inbox",
        "outbox": f"{uri}/outbox",
        "featured": f"{uri}/collections/featured",
        "featuredTags": f"{uri}/collections/tags",
        "preferredUsername": row.username,
        "name": account.display_name,
        "summary": account.note,
        "url": account.url,
        "manuallyApprovesFollowers": account.locked,
        "discoverable": bool(account.discoverable),
        "indexable": account.indexable,
        "published": f"{account.created_at[:19]}Z",
        "memorial": bool(row.memorial),
        "showFeatured": row.show_featured,
        "showMedia": row.show_media,
        "showRepliesInMedia": row.show_media_replies,
        "interactionPolicy": {
            "canFeature": {"automaticApproval": [PUBLIC] if account.discoverable else [uri]}
        },
        "featuredCollections": f"{uri}/featured_collections",
        "publicKey": _public_key(uri),
        "tag": [],
        "attachment": [
            {"type": "PropertyValue", "name": field.name, "value": field.value} for field in account.fields
        ],
        "endpoints": {"sharedInbox": f"{base}/inbox"},
        **pictures,
    }


def server(ctx: Context) -> dict[str, Any]:
    base = ctx.instance.base_url
    return {
        "@context": _ACTOR_CONTEXT,
        "id": f"{base}/actor",
        "type": "Application",
        "preferredUsername": "mastodon.internal",
        "inbox": f"{base}/actor/inbox",
        "outbox": f"{base}/actor/outbox",
        "publicKey": _public_key(f"{base}/actor"),
        "endpoints": {"sharedInbox": f"{base}/inbox"},
        "url": f"{base}/about/more?instance_actor=true",
        "manuallyApprovesFollowers": True,
    }


def collection(uri: str, total: int, first: str, last: str | None = None) -> dict[str, Any]:
    made = {"@context": STREAMS, "id": uri, "type": "OrderedCollection", "totalItems": total, "first": first}
    return made if last is None else made | {"last": last}


def tag(ctx: Context, name: str) -> dict[str, Any]:
    return {"@context": STREAMS, "id": urls.tag(ctx.instance, name), "type": "OrderedCollection"}


def ordered(uri: str, notes: list[dict[str, Any]]) -> dict[str, Any]:
    """A collection with all its items in it."""
    items = [{name: value for name, value in one.items() if name != "@context"} for one in notes]
    return {
        "@context": [STREAMS, _NOTE_CONTEXT] if items else STREAMS,
        "id": uri,
        "type": "OrderedCollection",
        "totalItems": len(items),
        "orderedItems": items,
    }


def collections_of(owner: Row, total: int) -> dict[str, Any]:
    """The collections of accounts that somebody has made: only how many."""
    uri = f"{owner.uri}/featured_collections"
    return {
        "@context": STREAMS,
        "id": uri,
        "type": "Collection",
        "totalItems": total,
        "first": f"{uri}?page=1",
    }


def featured_collection(ctx: Context, row: Row) -> dict[str, Any]:
    """A collection of accounts, as it is to anybody (recording collections/in_posts_and_reports)."""
    made = collections.one(ctx, row)
    topic = made.tag and {"type": "Hashtag", "href": made.tag.url, "name": f"#{made.tag.name}"}
    return {
        "@context": [STREAMS, _COLLECTION_CONTEXT],
        "id": made.uri,
        "type": "FeaturedCollection",
        "totalItems": made.item_count,
        "name": made.name,
        "attributedTo": urls.actor(ctx.instance, row.account_id),
        "url": made.url,
        "sensitive": made.sensitive,
        "discoverable": made.discoverable,
        "published": _to_the_second(row.created_at),
        "updated": _to_the_second(row.updated_at),
        "summary": made.description,
        "topic": topic,
        "orderedItems": _featured_items(ctx, row),
    }


def _featured_items(ctx: Context, row: Row) -> list[dict[str, Any]]:
    items = collection_store.items_for(ctx.db, None, [row.id])[row.id]
    people = account_store.by_ids(ctx.db, [item.account_id for item in items])
    owner = urls.actor(ctx.instance, row.account_id)
    return [
        {
            "id": f"{owner}/collection_items/{item.id}",
            "type": "FeaturedItem",
            "featuredObject": people[item.account_id].uri,
            "featureAuthorization": f"{people[item.account_id].uri}/feature_authorizations/{item.id}",
            "published": _to_the_second(item.created_at),
        }
        for item in items
    ]


def _to_the_second(at: int) -> str:
    return f"{clock.iso(at)[:19]}Z"


def note(ctx: Context, row: Row, status: Status, author: Row) -> dict[str, Any]:
    """A public or unlisted status of this server."""
    base, uri, followers = ctx.instance.base_url, row.uri, f"{author.uri}/followers"
    thread = f"{base}/contexts/{author.id}-{row.id}"
    parts: dict[str, str] = {}
    tags: list[dict[str, str]] = [
        {"type": "Mention", "href": mention.url, "name": f"@{mention.acct}"} for mention in status.mentions
    ]
    tags += [
        {"type": "Hashtag", "href": urls.tag(ctx.instance, tag.name), "name": f"#{tag.name}"}
        for tag in status.tags
    ]
    if status.tags:
        parts["Hashtag"] = "as:Hashtag"
    public = row.visibility == "public"
    return {
        "@context": [STREAMS, {**_NOTE_CONTEXT, **parts}],
        "id": uri,
        "type": "Note",
        "summary": row.spoiler_text or None,
        "inReplyTo": None,
        "published": _to_the_second(row.created_at),
        "url": status.url,
        "attributedTo": author.uri,
        "to": [PUBLIC] if public else [followers],
        "cc": [followers] if public else [PUBLIC],
        "sensitive": row.sensitive,
        "atomUri": uri,
        "inReplyToAtomUri": None,
        "conversation": thread,
        "context": thread,
        "content": row.content,
        "contentMap": {row.language or "und": row.content},
        "interactionPolicy": {"canQuote": {"automaticApproval": _quoters(row, author)}},
        "attachment": [
            {"type": "Document", "url": media.url, "name": media.description, "blurhash": media.blurhash}
            for media in status.media_attachments
        ],
        "tag": tags,
        "replies": _replies(uri),
        "likes": {"id": f"{uri}/likes", "type": "Collection", "totalItems": status.favourites_count},
        "shares": {"id": f"{uri}/shares", "type": "Collection", "totalItems": status.reblogs_count},
    }


def creation(made: dict[str, Any]) -> dict[str, Any]:
    """The activity that made a note."""
    plain = {name: value for name, value in made.items() if name != "@context"}
    return {
        "@context": made["@context"],
        "id": f"{made['id']}/activity",
        "type": "Create",
        "actor": made["attributedTo"],
        "published": made["published"],
        "to": made["to"],
        "cc": made["cc"],
        "object": plain,
    }


def announcement(row: Row, author: Row, boosted: Row, boosted_author: Row) -> dict[str, Any]:
    """The activity that a boost is."""
    return {
        "@context": STREAMS,
        "id": row.uri,
        "type": "Announce",
        "actor": author.uri,
        "published": _to_the_second(row.created_at),
        "to": [PUBLIC] if row.visibility == "public" else [f"{author.uri}/followers"],
        "cc": [boosted_author.uri, f"{author.uri}/followers" if row.visibility == "public" else PUBLIC],
        "object": boosted.uri,
    }


def _quoters(row: Row, author: Row) -> list[str]:
    return {"public": [PUBLIC], "followers": [f"{author.uri}/followers"]}.get(
        row.quote_approval_policy, [author.uri]
    )


def _replies(uri: str) -> dict[str, Any]:
    first = {
        "type": "CollectionPage",
        "next": f"{uri}/replies?only_other_accounts=true&page=true",
        "partOf": f"{uri}/replies",
        "items": [],
    }
    return {"id": f"{uri}/replies", "type": "Collection", "first": first}


def _public_key(owner: str) -> dict[str, str]:
    return {"id": f"{owner}#main-key", "owner": owner, "publicKeyPem": _pem(owner)}


@lru_cache(maxsize=1024)
def _pem(owner: str) -> str:
    """A well-formed RSA public key of 2048 bits, the same for an owner each time (RFC 8017, A.1.1)."""
    modulus = bytearray(b"".join(hashlib.sha256(f"{owner} {i}".encode()).digest() for i in range(8)))
    modulus[0] |= 0x80
    modulus[-1] |= 1
    key = bytes.fromhex("3082010a0282010100") + bytes(modulus) + bytes.fromhex("0203010001")
    algorithm = bytes.fromhex("30820122300d06092a864886f70d01010105000382010f00")
    text = base64.b64encode(algorithm + key).decode()
    lines = "\n".join(text[i : i + 64] for i in range(0, len(text), 64))
    return f"-----BEGIN PUBLIC KEY-----\n{lines}\n-----END PUBLIC KEY-----\n"
