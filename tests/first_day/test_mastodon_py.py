"""A bot's first day with the current Mastodon.py, unchanged but for host and token."""

from __future__ import annotations

import io
import re
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from mastodon import Mastodon, MastodonAPIError, MastodonRatelimitError, StreamListener

from mockserver import fixtures
from mockserver.testing import Fake, fake
from tests.first_day.conftest import PEOPLE

SCOPES = ["read", "write", "follow", "push", "profile"]


def of(server: Fake, name: str, **more: Any) -> Mastodon:
    return Mastodon(access_token=server.tokens[name], api_base_url=server.base_url, **more)


@pytest.fixture
def alice(server: Fake) -> Mastodon:
    return of(server, "alice")


@pytest.fixture
def bob(server: Fake) -> Mastodon:
    return of(server, "bob")


@pytest.fixture
def carol(server: Fake) -> Mastodon:
    return of(server, "carol")


# --- applications and sign-in


def test_an_app_is_made_and_a_person_allows_it(server: Fake, tmp_path: Path) -> None:
    credentials, token_file = tmp_path / "app.secret", tmp_path / "user.secret"
    Mastodon.create_app("Bot", api_base_url=server.base_url, scopes=SCOPES, to_file=credentials)
    client = Mastodon(client_id=credentials)
    address = client.auth_request_url(scopes=SCOPES, allow_http=True)
    code = allow(address, "alice@localhost", "alice-password")
    client.log_in(code=code, scopes=SCOPES, to_file=token_file, allow_http=True)
    assert client.me().acct == "alice"
    assert Mastodon(access_token=token_file).me().acct == "alice"


def allow(address: str, email: str, password: str) -> str:
    """What a person does in a browser: sign in, allow, copy the code."""
    browser = requests.Session()
    page = browser.get(address, timeout=5)
    assert page.headers["Content-Type"].startswith("text/html")
    form = hidden_fields(page.text) | {"user[email]": email, "user[password]": password}
    page = browser.post(action(page), data=form, timeout=5)
    assert page.status_code == 200
    page = browser.post(action(page), data=hidden_fields(page.text), timeout=5)
    found = re.search(r'value="([A-Za-z0-9_-]{43})"', page.text) or re.search(
        r">([A-Za-z0-9_-]{43})<", page.text
    )
    assert found, page.text
    return found[1]


def hidden_fields(html: str) -> dict[str, str]:
    """The hidden fields of the first form of a page."""
    form = re.search(r"<form.*?</form>", html, re.DOTALL)
    assert form
    fields = {}
    for field in re.findall(r"<input[^>]*>", form[0]):
        if 'type="hidden"' in field:
            name, value = re.search(r'name="([^"]*)"', field), re.search(r'value="([^"]*)"', field)
            assert name
            fields[name[1]] = value[1].replace("&amp;", "&") if value else ""
    return fields


def action(page: requests.Response) -> str:
    found = re.search(r'<form[^>]*action="([^"]*)"', page.text)
    assert found
    return requests.compat.urljoin(page.url, found[1].replace("&amp;", "&"))


def test_log_in_by_password_works_by_default(server: Fake) -> None:
    client = Mastodon(client_id="bot-id", client_secret="bot-secret", api_base_url=server.base_url)
    client.log_in("alice@localhost", "alice-password", scopes=SCOPES, allow_http=True)
    assert client.me().acct == "alice"


def test_log_in_by_password_can_be_refused() -> None:
    with fake(PEOPLE, password_grant=False) as server:
        answer = requests.post(
            f"{server.base_url}/oauth/token",
            data={
                "grant_type": "password",
                "username": "alice@localhost",
                "password": "alice-password",
                "client_id": "bot-id",
                "client_secret": "bot-secret",
            },
            timeout=5,
        )
        assert answer.status_code == 400 and answer.json()["error"] == "unsupported_grant_type"


def test_a_new_account_works_at_once(server: Fake) -> None:
    client = Mastodon(client_id="bot-id", client_secret="bot-secret", api_base_url=server.base_url)
    client.create_account("dave", "dave-password", "dave@example.com", agreement=True, scopes=SCOPES)
    assert client.me().acct == "dave"
    assert client.status_post("My first").account.acct == "dave"


# --- statuses


def test_statuses_are_posted_with_everything(server: Fake, alice: Mastodon, bob: Mastodon) -> None:
    first = alice.toot("Hello #world")
    link = f'<a href="{server.base_url}/tags/world" class="mention hashtag" rel="tag">#<span>world</span></a>'
    assert first.content == f"<p>Hello {link}</p>"
    reply = bob.status_post(
        "@alice hi", in_reply_to_id=first.id, spoiler_text="a reply", visibility="unlisted", language="de"
    )
    assert (reply.in_reply_to_id, reply.spoiler_text, reply.visibility, reply.language) == (
        first.id,
        "a reply",
        "unlisted",
        "de",
    )
    media = alice.media_post(
        io.BytesIO(fixtures.media("sunset.png") or b""), "image/png", description="A sky", focus=(0.5, -0.5)
    )
    picture = alice.status_post("See", media_ids=[media.id])
    assert picture.media_attachments[0].description == "A sky"
    poll = alice.status_post("Which?", poll=alice.make_poll(["this", "that"], 3600))
    assert [option.title for option in poll.poll.options] == ["this", "that"]
    context = alice.status_context(first.id)
    assert [status.id for status in context.descendants] == [reply.id]
    assert alice.status(first.id).replies_count == 1


def test_an_idempotency_key_gives_one_status(alice: Mastodon) -> None:
    first, again = (alice.status_post("Once", idempotency_key="key") for _ in range(2))
    assert first.id == again.id
    assert alice.me().statuses_count == 1


def test_a_scheduled_status_is_published_when_its_time_comes(server: Fake, alice: Mastodon) -> None:
    later = alice.status_post("Later", scheduled_at=datetime.now(UTC) + timedelta(minutes=10))
    assert later.params.text == "Later" and alice.timeline_home() == []
    assert [one.id for one in alice.scheduled_statuses()] == [later.id]
    server.advance(601)
    assert [status.content for status in alice.timeline_home()] == ["<p>Later</p>"]
    assert alice.scheduled_statuses() == []


def test_statuses_are_favourited_boosted_bookmarked_and_pinned(alice: Mastodon, bob: Mastodon) -> None:
    status = alice.toot("Do things to me")
    assert bob.status_favourite(status.id).favourites_count == 1
    boost = bob.status_reblog(status.id)
    assert boost.reblog.id == status.id and boost.reblog.reblogged
    assert bob.status_bookmark(status.id).bookmarked and [one.id for one in bob.bookmarks()] == [status.id]
    assert [one.id for one in bob.favourites()] == [status.id]
    assert [account.acct for account in alice.status_favourited_by(status.id)] == ["bob"]
    assert [account.acct for account in alice.status_reblogged_by(status.id)] == ["bob"]
    assert alice.status_pin(status.id).pinned and [
        one.id for one in alice.account_statuses(alice.me().id, pinned=True)
    ] == [status.id]
    assert bob.status_unfavourite(status.id).favourites_count == 0
    assert not bob.status_unreblog(status.id).reblogged
    assert not alice.status_unpin(status.id).pinned


def test_statuses_are_edited_with_a_history_and_deleted(alice: Mastodon) -> None:
    status = alice.toot("Frist")
    edited = alice.status_update(status.id, "First")
    assert edited.content == "<p>First</p>" and edited.edited_at
    assert [version.content for version in alice.status_history(status.id)] == [
        "<p>Frist</p>",
        "<p>First</p>",
    ]
    assert alice.status_source(status.id).text == "First"
    assert alice.status_delete(status.id).text == "First"
    with pytest.raises(MastodonAPIError):
        alice.status(status.id)


def test_a_poll_is_voted_in(alice: Mastodon, bob: Mastodon) -> None:
    poll = alice.status_post("Which?", poll=alice.make_poll(["this", "that"], 3600)).poll
    assert bob.poll_vote(poll.id, 1).options[1].votes_count == 1
    assert bob.poll(poll.id).own_votes == [1]


# --- timelines


def test_timelines_page_in_both_directions(alice: Mastodon, bob: Mastodon) -> None:
    bob.account_follow(alice.me().id)
    ids = [alice.toot(f"Number {n} #counted").id for n in range(7)]
    newest_first = ids[::-1]
    for page in (
        bob.timeline_home(limit=3),
        bob.timeline_local(limit=3),
        bob.timeline_public(limit=3),
        bob.timeline_hashtag("counted", limit=3),
        bob.account_statuses(alice.me().id, limit=3),
    ):
        assert [status.id for status in page] == newest_first[:3]
        older = bob.fetch_next(page)
        assert [status.id for status in older] == newest_first[3:6]
        assert [status.id for status in bob.fetch_previous(older)] == newest_first[:3]
        assert [status.id for status in bob.fetch_remaining(page)] == newest_first
    assert [status.id for status in bob.timeline_home(max_id=ids[2])] == [ids[1], ids[0]]
    assert [status.id for status in bob.timeline_home(min_id=ids[2], limit=2)] == [ids[4], ids[3]]
    assert [status.id for status in bob.timeline_home(since_id=ids[2], limit=2)] == [ids[6], ids[5]]


def test_a_list_has_its_own_timeline(alice: Mastodon, bob: Mastodon) -> None:
    bob.account_follow(alice.me().id)
    made = bob.list_create("Friends")
    bob.list_accounts_add(made.id, [alice.me().id])
    status = alice.toot("For the list")
    assert [one.id for one in bob.timeline_list(made.id)] == [status.id]
    assert [account.acct for account in bob.list_accounts(made.id)] == ["alice"]
    assert [one.title for one in bob.lists()] == ["Friends"]


def test_things_are_found(alice: Mastodon, bob: Mastodon) -> None:
    alice.toot("Something about #otters")
    assert [tag.name for tag in bob.search("otters", result_type="hashtags").hashtags] == ["otters"]
    assert [account.acct for account in bob.account_search("alice")] == ["alice"]
    assert bob.account_lookup("alice").id == alice.me().id


# --- people


def test_people_follow_mute_and_block(alice: Mastodon, bob: Mastodon) -> None:
    a, b = alice.me().id, bob.me().id
    assert bob.account_follow(a).following
    assert [account.id for account in alice.account_followers(a)] == [b]
    assert [account.id for account in alice.account_following(b)] == [a]
    assert alice.account_mute(b).muting and [account.id for account in alice.mutes()] == [b]
    assert not alice.account_unmute(b).muting
    assert alice.account_block(b).blocking and [account.id for account in alice.blocks()] == [b]
    assert not alice.account_relationships(b)[0].followed_by
    assert not alice.account_unblock(b).blocking
    assert not bob.account_unfollow(a).following


def test_a_locked_account_decides_about_followers(alice: Mastodon, bob: Mastodon, carol: Mastodon) -> None:
    c = carol.me().id
    assert alice.account_follow(c).requested and bob.account_follow(c).requested
    assert {account.acct for account in carol.follow_requests()} == {"alice", "bob"}
    carol.follow_request_authorize(alice.me().id)
    carol.follow_request_reject(bob.me().id)
    assert alice.account_relationships(c)[0].following
    assert not bob.account_relationships(c)[0].requested


def test_notifications_tell_what_happened(alice: Mastodon, bob: Mastodon) -> None:
    status = alice.toot("Notify me")
    bob.status_favourite(status.id)
    bob.status_reblog(status.id)
    bob.account_follow(alice.me().id)
    bob.toot("@alice hello")
    told = alice.notifications()
    assert [one.type for one in told] == ["mention", "follow", "reblog", "favourite"]
    assert alice.notifications(told[0].id).type == "mention"
    alice.notifications_dismiss(told[0].id)
    assert [one.type for one in alice.notifications()] == ["follow", "reblog", "favourite"]
    alice.notifications_clear()
    assert alice.notifications() == []


def test_direct_messages_make_a_conversation(alice: Mastodon, bob: Mastodon) -> None:
    bob.account_follow(alice.me().id)
    first = alice.status_post("@bob psst", visibility="direct")
    answer = bob.status_post("@alice what?", visibility="direct", in_reply_to_id=first.id)
    (conversation,) = alice.conversations()
    assert conversation.unread and conversation.last_status.id == answer.id
    assert [account.acct for account in conversation.accounts] == ["bob"]
    assert not alice.conversations_read(conversation.id).unread
    assert [status.id for status in alice.status_context(answer.id).ancestors] == [first.id]


def test_a_report_is_sent(alice: Mastodon, bob: Mastodon) -> None:
    status = bob.toot("Buy this")
    report = alice.report(bob.me().id, status_ids=[status.id], comment="Spam", category="spam")
    assert report.category == "spam" and not report.action_taken


def test_a_profile_is_edited_with_pictures(server: Fake, alice: Mastodon) -> None:
    me = alice.account_update_credentials(
        display_name="Alice", note="I test", fields=[("Site", "none")], bot=True,
        avatar=fixtures.media("avatar-alice.gif"), avatar_mime_type="image/gif",
        header=fixtures.media("sunset.png"), header_mime_type="image/png",
    )  # fmt: skip
    assert (me.display_name, me.note, me.bot) == ("Alice", "<p>I test</p>", True)
    assert [(field.name, field.value) for field in me.fields] == [("Site", "none")]
    for address in (me.avatar, me.header):
        assert address.startswith(server.base_url) and requests.get(address, timeout=5).status_code == 200


def test_the_instance_tells_about_itself(server: Fake, alice: Mastodon) -> None:
    assert alice.instance_v2().version == "4.6.5"
    assert alice.instance_v1().uri == server.base_url.partition("://")[2]
    assert alice.retrieve_mastodon_version() == "4.6.5"


# --- streams


class Heard(StreamListener):
    """Keeps what it hears, and can wait for it."""

    def __init__(self) -> None:
        self.events: list[tuple[str, Any]] = []
        self._changed = threading.Condition()

    def _hear(self, name: str, payload: Any) -> None:
        with self._changed:
            self.events.append((name, payload))
            self._changed.notify_all()

    def on_update(self, status: Any) -> None:
        self._hear("update", status)

    def on_notification(self, notification: Any) -> None:
        self._hear("notification", notification)

    def on_delete(self, status_id: Any) -> None:
        self._hear("delete", status_id)

    def on_status_update(self, status: Any) -> None:
        self._hear("status.update", status)

    def wait(self, *names: str) -> list[Any]:
        """The payloads of the first events of these names, in whatever order they came."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: all(any(n == name for n, _ in self.events) for name in names), timeout=10
            ), self.events
            return [next(payload for n, payload in self.events if n == name) for name in names]


def test_the_user_stream_tells_what_others_do(server: Fake, alice: Mastodon, bob: Mastodon) -> None:
    alice.account_follow(bob.me().id)
    heard = Heard()
    handle = alice.stream_user(heard, run_async=True)
    try:
        server.wait_for_listeners()
        status = bob.toot("@alice look")
        update, notification = heard.wait("update", "notification")
        assert (
            update.id == status.id and notification.type == "mention" and notification.status.id == status.id
        )
        bob.status_update(status.id, "@alice look again")
        (edited,) = heard.wait("status.update")
        assert edited.content == alice.status(status.id).content
        bob.status_delete(status.id)
        assert heard.wait("delete") == [status.id] or str(heard.wait("delete")[0]) == str(status.id)
    finally:
        handle.close()


# --- rate limits


def test_throw_raises_at_the_limit() -> None:
    with fake(PEOPLE, rate_limits="3/60") as server:
        alice = of(server, "alice", ratelimit_method="throw")
        with pytest.raises(MastodonRatelimitError):
            for _ in range(5):
                alice.timeline_home()
        assert alice.ratelimit_limit == 3 and alice.ratelimit_remaining == 0


@pytest.mark.parametrize("method", ["wait", "pace"])
def test_wait_and_pace_get_through(method: str) -> None:
    with fake(PEOPLE, rate_limits="5/2") as server:
        alice = of(server, "alice", ratelimit_method=method)
        for _ in range(7):
            alice.timeline_home()
