"""What a bot does with the reference client, synchronously and not, over real HTTP."""

from __future__ import annotations

import asyncio
import threading
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from clientkit import AsyncClient, Client, entities
from clientkit.drivers import file_of
from clientkit.errors import Forbidden, NotFound, RateLimited, Unauthorized, Unprocessable
from clientkit.oauth import App, User, register
from clientkit.operations import accounts, apps, favourites, statuses, timelines
from clientkit.streams import Subscription
from mockserver import fixtures
from mockserver.testing import Fake, fake
from tests.first_day.conftest import PEOPLE

MEDIA = fixtures.ROOT / "media"


def client_of(server: Fake, name: str = "alice", **options: Any) -> Client:
    return Client(server.base_url, server.tokens[name], strict=True, **options)


def test_posts_reads_and_deletes(server: Fake) -> None:
    with client_of(server) as alice, client_of(server, "bob") as bob:
        status = alice.statuses.create(status="Hello", language="en")
        assert isinstance(status, entities.Status)
        assert bob.statuses.favourite(status.id).favourites_count == 1
        assert [one.id for one in alice.send(timelines.Home())] == [status.id]
        assert alice.statuses.delete(status.id).text == "Hello"
        with pytest.raises(NotFound) as refused:
            bob.statuses.get(status.id)
        assert refused.value.error == "Not Found"


def test_a_scheduled_status_is_another_entity(server: Fake) -> None:
    with client_of(server) as alice:
        scheduled = alice.statuses.create(status="Later", scheduled_at="2036-01-01T00:00:00.000Z")
        assert isinstance(scheduled, entities.ScheduledStatus)
        assert scheduled.params.text == "Later"


def test_an_idempotency_key_makes_posting_twice_posting_once(server: Fake) -> None:
    with client_of(server) as alice:
        hello = statuses.Create(status="Once")
        first = alice.send(hello, idempotency_key="k")
        assert alice.send(hello, idempotency_key="k").id == first.id
        assert alice.send(hello).id != first.id


def test_refusals_are_exceptions(server: Fake) -> None:
    with client_of(server) as alice, pytest.raises(Unprocessable, match="Text can't be blank"):
        alice.statuses.create(status="")
    with Client(server.base_url, "wrong") as nobody, pytest.raises(Unauthorized, match="invalid"):
        nobody.accounts.verify_credentials()


@pytest.mark.parametrize("rel", ["next", "prev"])
def test_items_walk_all_pages_by_link(server: Fake, rel: Any) -> None:
    with client_of(server) as alice:
        posted = [alice.statuses.create(status=f"{n}").id for n in range(7)]
        me = alice.accounts.verify_credentials().id
        if rel == "next":
            found = [one.id for one in alice.items(accounts.Statuses(id=me, limit="3"))]
            assert found == posted[::-1]
        else:
            oldest = accounts.Statuses(id=me, limit="3", min_id="0")
            pages = [[one.id for one in page.items] for page in alice.pages(oldest, "prev")]
            assert [one for page in pages for one in reversed(page)] == posted


def test_favourites_page_by_cursors_that_are_in_no_entity(server: Fake) -> None:
    with client_of(server) as alice:
        posted = [alice.statuses.create(status=f"{n}").id for n in range(5)]
        order = [posted[n] for n in (3, 0, 4, 1, 2)]
        for status_id in order:
            alice.statuses.favourite(status_id)
        assert [one.id for one in alice.items(favourites.Get(limit="2"))] == order[::-1]


@pytest.mark.parametrize("name", ["chart.png", "ball.mp4"])
def test_an_upload_can_be_attached_once_it_is_back(server: Fake, name: str) -> None:
    with client_of(server, sleep=lambda seconds: server.settle()) as alice:
        uploaded = alice.upload(MEDIA / name, description="What it shows", focus="0.5,-0.5")
        assert uploaded.url
        status = alice.statuses.create(status="Look", media_ids=[uploaded.id])
        assert [one.description for one in status.media_attachments] == ["What it shows"]


def test_changing_a_profile_with_a_picture_and_an_empty_list(server: Fake) -> None:
    """A multipart body, with what it cannot hold in the query."""
    with client_of(server) as alice:
        changed = alice.accounts.update_credentials(
            display_name='Alice "A" Ä',
            avatar=file_of(MEDIA / "avatar-alice.gif"),
            bot=True,
            attribution_domains=[],
            fields_attributes=[
                accounts.FieldAttributes(name="a", value="1"),
                accounts.FieldAttributes(value="2", name="b"),
            ],
        )
        assert (changed.display_name, changed.bot) == ('Alice "A" Ä', True)
        assert [(one.name, one.value) for one in changed.fields] == [("a", "1"), ("b", "2")]
        assert "missing" not in changed.avatar


@pytest.mark.parametrize("transport", ["sse", "websocket"])
def test_a_stream_tells_what_happens(server: Fake, transport: Any) -> None:
    with client_of(server) as alice, client_of(server, "bob") as bob:
        me = alice.accounts.verify_credentials()
        with alice.stream("user", transport=transport) as events:
            posted = bob.statuses.create(status=f"Hi @{me.username}")
            bob.statuses.delete(posted.id)
            told = {event.name: event for event in islice(events, 2)}
        mention = told["notification"].payload
        assert isinstance(mention, entities.Notification)
        assert (mention.type, mention.status.id) == ("mention", posted.id)  # type: ignore[union-attr]
        assert told["delete"].payload == posted.id
        assert told["delete"].stream == ("user",)


def test_a_websocket_carries_several_streams(server: Fake) -> None:
    with client_of(server) as alice:
        wanted = [Subscription("hashtag", tag="cats"), Subscription("public:local")]
        with alice.stream(wanted) as events:
            posted = alice.statuses.create(status="#cats")
            told = list(islice(events, 2))
        assert {event.stream for event in told} == {("hashtag", "cats"), ("public:local",)}
        assert {event.payload.id for event in told} == {posted.id}  # type: ignore[union-attr]


@pytest.mark.parametrize("transport", ["sse", "websocket"])
def test_a_refused_stream_raises(server: Fake, transport: Any) -> None:
    with Client(server.base_url, "wrong") as nobody, pytest.raises(Unauthorized):
        nobody.stream("user", transport=transport).open()


def test_a_revoked_token_ends_a_stream_with_unauthorized(server: Fake) -> None:
    app = App("bot-id", "bot-secret", server.base_url)
    with client_of(server, sleep=lambda seconds: None) as alice, alice.stream("user") as events:
        alice.send(app.revoke(server.tokens["alice"]))
        with pytest.raises(Unauthorized):
            next(events)


def test_an_application_gets_a_token_of_its_own(server: Fake, tmp_path: Path) -> None:
    with Client(server.base_url) as client:
        app = App.of(client.send(register("My bot", scopes="read write:statuses")), client.base_url)
        app.to_file(tmp_path / "app.secret")
        token = client.send(App.from_file(tmp_path / "app.secret").own_token("read"))
    User.of(token, app).to_file(tmp_path / "user.secret")
    user = User.from_file(tmp_path / "user.secret")
    with Client(user.base_url, user.access_token) as client:
        assert client.send(apps.VerifyCredentials()).name == "My bot"
        with pytest.raises(Forbidden):
            client.statuses.create(status="An application is nobody")


def test_mastodon_py_reads_our_files_and_we_read_its(server: Fake, tmp_path: Path) -> None:
    mastodon = pytest.importorskip("mastodon")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    App("bot-id", "bot-secret", server.base_url, "Bot").to_file(ours)
    api = mastodon.Mastodon(client_id=str(ours))
    assert (api.client_id, api.client_secret, api.api_base_url) == ("bot-id", "bot-secret", server.base_url)
    mastodon.Mastodon.create_app("Their bot", api_base_url=server.base_url, to_file=str(theirs))
    with Client(server.base_url) as client:
        app = App.from_file(theirs)
        assert client.send(app.own_token()).scope == "read"
        assert app.name == "Their bot"
    User(server.tokens["alice"], server.base_url, "bot-id", "bot-secret").to_file(ours)
    assert mastodon.Mastodon(access_token=str(ours)).me()["username"] == "alice"


def test_the_same_without_blocking(server: Fake) -> None:
    async def day() -> None:
        async with (
            AsyncClient(server.base_url, server.tokens["alice"], strict=True) as alice,
            AsyncClient(server.base_url, server.tokens["bob"], strict=True) as bob,
        ):
            for transport in ("sse", "websocket"):
                async with bob.stream("public:local", transport=transport) as events:
                    posted = await alice.statuses.create(status=f"By {transport}")
                    event = await anext(events)
                    assert (event.name, event.payload.id) == ("update", posted.id)  # type: ignore[union-attr]
            await asyncio.gather(*(alice.statuses.create(status=f"{n}") for n in range(5)))
            me = await alice.accounts.verify_credentials()
            found = [one async for one in alice.items(accounts.Statuses(id=me.id, limit="2"))]
            assert len(found) == me.statuses_count == 7
            assert (await bob.upload(MEDIA / "chart.png")).url
            with pytest.raises(NotFound):
                await bob.statuses.get("1")
            assert str((await bob.server()).mastodon).startswith("4.")

    asyncio.run(day())


def test_a_client_is_told_what_answers(server: Fake) -> None:
    with client_of(server) as alice:
        told = alice.server()
        assert told.software == "mastodon"
        assert told.has("4.3.0")
        assert told.api > 0


def test_clients_of_several_threads_do_not_mix(server: Fake) -> None:
    with client_of(server) as alice:
        post = alice.statuses.create
        threads = [threading.Thread(target=post, kwargs={"status": f"{n}"}) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert alice.accounts.verify_credentials().statuses_count == 4


def test_a_limit_is_waited_for() -> None:
    with fake(PEOPLE, rate_limits="3/60") as limited:
        slept: list[float] = []

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            limited.advance(seconds)

        with client_of(limited, sleep=sleep) as alice:
            for _ in range(7):  # more than two windows allow: one may end by itself meanwhile
                alice.lists.index()
        assert 1 <= len(slept) <= 2
        assert 0 < slept[0] <= 61


def test_a_limit_is_thrown() -> None:
    with fake(PEOPLE, rate_limits="1/60") as limited, client_of(limited, rate_limit="throw") as alice:
        alice.lists.index()
        with pytest.raises(RateLimited, match="Too many requests") as refused:
            alice.lists.index()
        assert refused.value.reset is not None
        assert 0 <= refused.value.reset <= 61
