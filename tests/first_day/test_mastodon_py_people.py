"""Every method of the current Mastodon.py that is about people, their lists, filters and hashtags works and
gives objects as it promises. Truth: its own annotations; docs.joinmastodon.org/methods for what exists."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from mastodon import (
    Mastodon,
    accounts,
    endorsements,
    favourites,
    filters,
    hashtags,
    lists,
    preferences,
    profile,
    relationships,
    reports,
    search,
    suggestions,
)
from mastodon.errors import MastodonNotFoundError, MastodonVersionError
from mastodon.return_types import Status

from mockserver import fixtures
from mockserver.instance import Snapshot
from mockserver.testing import Fake, fake
from tests.first_day.conftest import PEOPLE, SCOPES
from tests.first_day.parsing import misfits

PAGES = [
    accounts, endorsements, favourites, filters, hashtags, lists, preferences, profile, relationships,
    reports, search, suggestions,
]  # fmt: skip
ELSEWHERE = {
    "create_account": "test_a_new_account_works_at_once",
    "filters_apply": "nothing is asked of the server",
}
GONE = {
    "follows": lambda w: w.alice.follows("bob@localhost"),
    "reports": lambda w: w.alice.reports(),
    "search_v1": lambda w: w.alice.search_v1("bob"),
}
"""Calls that servers knew once: a real 4.6.5 has no such routes."""

IMAGE = fixtures.media("sunset.png")


pytestmark = pytest.mark.filterwarnings("ignore::mastodon.errors.MastodonDeprecationWarning")


@pytest.fixture(scope="module")
def furnished() -> Iterator[tuple[SimpleNamespace, Snapshot]]:
    """alice, who follows bob and carol, with something of everything; `w.a`, `w.b`, `w.c` are ids."""
    remote = {"remote_accounts": [{"name": "rem", "domain": "remote.example"}]}
    with fake(PEOPLE | remote, confirm_signups=False) as server:
        made = _furnished(server)
        yield made, server.call(server.instance.snapshot)


@pytest.fixture
def world(furnished: tuple[SimpleNamespace, Snapshot]) -> SimpleNamespace:
    made, snapshot = furnished
    made.server.reset(snapshot)
    return made


def _furnished(server: Fake) -> SimpleNamespace:
    alice, bob, carol = (
        Mastodon(access_token=server.tokens[name], api_base_url=server.base_url)
        for name in ("alice", "bob", "carol")
    )
    w = SimpleNamespace(server=server, alice=alice, bob=bob, carol=carol)
    w.a, w.b, w.c = (client.me().id for client in (alice, bob, carol))
    w.rem = alice.account_lookup("rem@remote.example").id
    alice.account_follow(w.b)
    bob.account_follow(w.c)
    bob.account_update_credentials(hide_collections=False, discoverable=True, fields=[("Site", "none")])
    carol.account_update_credentials(locked=False, discoverable=True)
    carol.account_update_credentials(locked=True)
    alice.account_endorse(w.b)
    w.status = bob.status_post("Look, a cat #cats @alice")
    alice.status_favourite(w.status.id)
    alice.status_bookmark(w.status.id)
    alice.status_post("My #cats and #dogs")
    w.list = alice.list_create("Friends").id
    alice.list_accounts_add(w.list, [w.b])
    w.filter = alice.create_filter_v2("Cats", ["home"], "warn", keywords_attributes=[{"keyword": "cat"}])
    w.held = alice.add_filter_status_v2(w.filter.id, w.status.id)
    w.v1 = alice.filter_create("dog", ["home"], expires_in=3600).id
    w.tag = alice.featured_tag_create("cats").id
    alice.tag_follow("cats")
    return w


CALLS: dict[str, Callable[[SimpleNamespace], Any]] = {
    # accounts
    "email_resend_confirmation": lambda w: _unconfirmed(w).email_resend_confirmation(),
    "account": lambda w: w.alice.account(w.b),
    "accounts": lambda w: w.alice.accounts([w.a, w.b]),
    "account_verify_credentials": lambda w: w.alice.account_verify_credentials(),
    "me": lambda w: w.bob.me(),
    "account_statuses": lambda w: w.alice.account_statuses(
        w.b, tagged="cats", exclude_reblogs=True, exclude_replies=False
    ),
    "account_following": lambda w: w.alice.account_following(w.b),
    "account_followers": lambda w: w.alice.account_followers(w.b, limit=1),
    "account_relationships": lambda w: w.alice.account_relationships([w.b, w.c], with_suspended=True),
    "account_search": lambda w: w.alice.account_search("bob", limit=5),
    "account_lists": lambda w: w.alice.account_lists(w.b),
    "account_lookup": lambda w: w.alice.account_lookup("@bob"),
    "account_familiar_followers": lambda w: w.alice.account_familiar_followers([w.c]),
    "account_follow": lambda w: w.alice.account_follow(w.b, reblogs=False, notify=True),
    "account_unfollow": lambda w: w.alice.account_unfollow(w.b),
    "account_remove_from_followers": lambda w: w.bob.account_remove_from_followers(w.a),
    "account_block": lambda w: w.alice.account_block(w.b),
    "account_unblock": lambda w: w.alice.account_unblock(w.b),
    "account_mute": lambda w: w.alice.account_mute(w.b, notifications=False, duration=60),
    "account_unmute": lambda w: w.alice.account_unmute(w.b),
    "account_update_credentials": lambda w: w.alice.account_update_credentials(
        display_name="Alice",
        note="I #test",
        avatar=IMAGE,
        avatar_mime_type="image/png",
        header=IMAGE,
        header_mime_type="image/png",
        locked=True,
        bot=True,
        discoverable=True,
        fields=[("a", "b")],
        hide_collections=True,
        indexable=True,
        attribution_domains=["site.example"],
        default_privacy="unlisted",
        default_sensitive=True,
        default_language="de",
        default_quote_policy="nobody",
        avatar_description="A sky",
        header_description="The same sky",
    ),
    "account_pin": lambda w: w.alice.account_pin(w.b),
    "account_unpin": lambda w: w.alice.account_unpin(w.b),
    "account_endorse": lambda w: w.alice.account_endorse(w.b),
    "account_unendorse": lambda w: w.alice.account_unendorse(w.b),
    "account_note_set": lambda w: w.alice.account_note_set(w.b, "a friend"),
    "account_featured_tags": lambda w: w.bob.account_featured_tags(w.a),
    "account_delete_avatar": lambda w: w.alice.account_delete_avatar(),
    "account_delete_header": lambda w: w.alice.account_delete_header(),
    # profile, preferences, suggestions, endorsements
    "profile": lambda w: w.alice.profile(),
    "profile_update": lambda w: w.alice.profile_update(
        display_name="Alice",
        note="I test",
        avatar=IMAGE,
        avatar_mime_type="image/png",
        header=IMAGE,
        header_mime_type="image/png",
        locked=False,
        bot=False,
        discoverable=True,
        hide_collections=False,
        indexable=True,
        show_media=False,
        show_media_replies=False,
        show_featured=True,
        attribution_domains=["site.example"],
        fields=[("a", "b")],
        avatar_description="A sky",
        header_description="The same",
    ),
    "preferences": lambda w: w.alice.preferences(),
    "markers_set": lambda w: w.alice.markers_set(["home", "notifications"], [w.status.id, 1]),
    "markers_get": lambda w: (
        w.alice.markers_set("home", w.status.id) and w.alice.markers_get(["home", "notifications"])
    ),
    "suggestions": lambda w: w.alice.suggestions(),
    "suggestions_v1": lambda w: w.alice.suggestions_v1(),
    "suggestions_v2": lambda w: w.alice.suggestions_v2(),
    "suggestion_delete": lambda w: w.alice.suggestion_delete(w.c),
    "endorsements": lambda w: w.alice.endorsements(),
    "favourites": lambda w: w.alice.favourites(),
    "bookmarks": lambda w: w.alice.bookmarks(limit=3),
    # relationships
    "mutes": lambda w: w.alice.account_mute(w.b, duration=60) and w.alice.mutes(),
    "blocks": lambda w: w.alice.account_block(w.b) and w.alice.blocks(),
    "follow_requests": lambda w: w.alice.account_follow(w.c) and w.carol.follow_requests(),
    "follow_request_authorize": lambda w: (
        w.alice.account_follow(w.c) and w.carol.follow_request_authorize(w.a)
    ),
    "follow_request_reject": lambda w: w.alice.account_follow(w.c) and w.carol.follow_request_reject(w.a),
    "domain_block": lambda w: w.alice.domain_block("remote.example"),
    "domain_blocks": lambda w: w.alice.domain_block("remote.example") or w.alice.domain_blocks(),
    "domain_unblock": lambda w: w.alice.domain_unblock("remote.example"),
    # lists
    "lists": lambda w: w.alice.lists(),
    "list": lambda w: w.alice.list(w.list),
    "list_accounts": lambda w: w.alice.list_accounts(w.list, limit=1),
    "list_create": lambda w: w.alice.list_create("More", replies_policy="none", exclusive=True),
    "list_update": lambda w: w.alice.list_update(w.list, "Less", replies_policy="followed"),
    "list_delete": lambda w: w.alice.list_delete(w.list),
    "list_accounts_add": lambda w: w.alice.list_accounts_add(w.alice.list_create("More"), w.b),
    "list_accounts_delete": lambda w: w.alice.list_accounts_delete(w.list, [w.b]),
    # filters
    "filters": lambda w: w.alice.filters(),
    "filter": lambda w: w.alice.filter(w.v1),
    "filter_create": lambda w: w.alice.filter_create("bird", ["public"], irreversible=True, whole_word=False),
    "filter_update": lambda w: w.alice.filter_update(w.v1, phrase="puppy", expires_in=60),
    "filter_delete": lambda w: w.alice.filter_delete(w.v1),
    "filters_v2": lambda w: w.alice.filters_v2(),
    "filter_v2": lambda w: w.alice.filter_v2(w.filter),
    "create_filter_v2": lambda w: w.alice.create_filter_v2(
        "All", ["home", "account"], "blur", expires_in=60, keywords_attributes=[{"keyword": "a b"}]
    ),
    "update_filter_v2": lambda w: w.alice.update_filter_v2(
        w.filter, title="Beasts", keywords_attributes=[{"id": w.filter.keywords[0].id, "_destroy": True}]
    ),
    "delete_filter_v2": lambda w: w.alice.delete_filter_v2(w.filter),
    "filter_keywords_v2": lambda w: w.alice.filter_keywords_v2(w.filter),
    "add_filter_keyword_v2": lambda w: w.alice.add_filter_keyword_v2(w.filter, "lion", whole_word=True),
    "delete_filter_keyword_v2": lambda w: w.alice.delete_filter_keyword_v2(w.filter.keywords[0]),
    "filter_statuses_v2": lambda w: w.alice.filter_statuses_v2(w.filter),
    "add_filter_status_v2": lambda w: w.alice.add_filter_status_v2(w.filter, w.alice.status_post("x").id),
    "filter_status_v2": lambda w: w.alice.filter_status_v2(w.held),
    "delete_filter_status_v2": lambda w: w.alice.delete_filter_status_v2(w.held),
    # hashtags
    "featured_tags": lambda w: w.alice.featured_tags(),
    "featured_tag_suggestions": lambda w: w.alice.featured_tag_suggestions(),
    "featured_tag_create": lambda w: w.alice.featured_tag_create("#dogs"),
    "featured_tag_delete": lambda w: w.alice.featured_tag_delete(w.tag),
    "tag_feature": lambda w: w.alice.tag_feature("dogs"),
    "tag_unfeature": lambda w: w.alice.tag_unfeature("cats"),
    "followed_tags": lambda w: w.alice.followed_tags(limit=1),
    "tag": lambda w: w.alice.tag("never"),
    "tag_follow": lambda w: w.alice.tag_follow("dogs"),
    "tag_unfollow": lambda w: w.alice.tag_unfollow("cats"),
    # reports, search
    "report": lambda w: w.alice.report(
        w.b, status_ids=[w.status.id], comment="Spam", category="spam", forward=True
    ),
    "search": lambda w: w.alice.search("cats", resolve=False),
    "search_v2": lambda w: w.alice.search_v2("bob", result_type="accounts", limit=1, offset=0),
}


def _unconfirmed(w: SimpleNamespace) -> Mastodon:
    new = Mastodon(client_id="bot-id", client_secret="bot-secret", api_base_url=w.server.base_url)
    new.create_account("dave", "dave-password", "dave@example.com", agreement=True, scopes=SCOPES.split())
    return new


def public_methods() -> set[str]:
    return {
        name
        for page in PAGES
        for name, function in vars(page.Mastodon).items()
        if inspect.isfunction(function) and not name.startswith("_")
    }


def test_no_method_is_forgotten() -> None:
    assert public_methods() == CALLS.keys() | ELSEWHERE.keys() | GONE.keys()


@pytest.mark.parametrize("name", CALLS)
def test_a_method_works_and_gives_what_it_promises(world: SimpleNamespace, name: str) -> None:
    promised = getattr(Mastodon, name).__annotations__.get("return")
    result = CALLS[name](world)
    assert misfits(result, promised) == []
    if promised is not None and isinstance(result, list):
        assert result, "an empty list shows nothing"


@pytest.mark.parametrize("name", GONE)
def test_what_servers_have_no_longer_is_refused(world: SimpleNamespace, name: str) -> None:
    with pytest.raises((MastodonNotFoundError, MastodonVersionError)):
        GONE[name](world)


def test_a_misfit_would_be_seen(world: SimpleNamespace) -> None:
    account = world.alice.account(world.b)
    account["created_at"] = "soon"
    del account["acct"]
    assert misfits([account], "List[Account]") == [
        "$[0].acct: is not there", "$[0].created_at: None is no datetime",
    ]  # fmt: skip
    assert misfits({}, Status) == ["$: dict is no Status"]


LISTINGS: dict[str, Callable[[SimpleNamespace], Any]] = {
    "account_followers": lambda w: w.alice.account_followers(w.b, limit=1),
    "account_following": lambda w: w.alice.account_following(w.a, limit=1),
    "account_statuses": lambda w: w.alice.account_statuses(w.a, limit=1),
    "account_search": lambda w: w.alice.account_search("friend", limit=1),
    "search_v2": lambda w: w.alice.search_v2("friend", result_type="accounts", resolve=False, limit=1),
    "blocks": lambda w: w.bob.blocks(limit=1),
    "mutes": lambda w: w.bob.mutes(limit=1),
    "follow_requests": lambda w: w.carol.follow_requests(limit=1),
    "domain_blocks": lambda w: w.alice.domain_blocks(limit=1),
    "favourites": lambda w: w.alice.favourites(limit=1),
    "bookmarks": lambda w: w.alice.bookmarks(limit=1),
    "list_accounts": lambda w: w.alice.list_accounts(w.list, limit=1),
    "followed_tags": lambda w: w.alice.followed_tags(limit=1),
}


@pytest.fixture
def crowd(world: SimpleNamespace) -> SimpleNamespace:
    """Three of everything that is listed."""
    w = world
    w.server.seed(
        {
            "accounts": [
                {"username": n, "display_name": f"A friend {n}"}
                for n in ("x", "y", "z", "foe1", "foe2", "foe3")
            ],
            "tokens": [{"name": n, "account": n, "scopes": SCOPES} for n in ("x", "y")],
        }
    )
    friends, foes = (
        [w.alice.account_lookup(name).id for name in names]
        for names in (("x", "y", "z"), ("foe1", "foe2", "foe3"))
    )
    for name in ("alice", "x", "y"):
        client = Mastodon(access_token=w.server.tokens[name], api_base_url=w.server.base_url)
        client.account_follow(w.b)
        client.account_follow(w.c)
    for number, (other, foe) in enumerate(zip(friends, foes, strict=True)):
        w.alice.account_follow(other)
        w.alice.list_accounts_add(w.list, other)
        w.bob.account_block(foe)
        w.bob.account_mute(foe)
        w.alice.domain_block(f"d{number}.example")
        w.alice.tag_follow(f"tag{number}x")
        post = w.bob.status_post(f"number {number}")
        w.alice.status_favourite(post)
        w.alice.status_bookmark(post)
        w.alice.status_post(f"my number {number}")
    return w


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_is_walked_page_by_page(crowd: SimpleNamespace, name: str) -> None:
    def ids(page: Any) -> list[str]:
        found = page.accounts if name == "search_v2" else page
        return [one if isinstance(one, str) else str(one.id) for one in found]

    client = {"blocks": crowd.bob, "mutes": crowd.bob, "follow_requests": crowd.carol}.get(name, crowd.alice)
    walked, page = [], LISTINGS[name](crowd)
    while page and ids(page):
        walked += ids(page)
        page = client.fetch_next(page)
    assert len(walked) == len(set(walked)) >= 3
