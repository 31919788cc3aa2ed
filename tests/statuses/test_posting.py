"""What a post is made into, and when it is refused. Truth: recordings statuses/post_*, statuses/sensitive."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from clientkit.operations import accounts, statuses
from mockserver import errors
from mockserver.store.accounts import user_of
from mockserver.store.schema import users


def _refusal(person: Any, **draft: Any) -> str:
    with pytest.raises(errors.ValidationFailed) as raised:
        person.do(statuses.Create(**draft))
    return str(raised.value)


def test_tells_everything_that_is_wrong_at_once(social: Any) -> None:
    assert _refusal(social.alice, status="x" * 501, visibility="bogus") == (
        "Validation failed: Visibility is not included in the list, Text character limit of 500 exceeded"
    )


@pytest.mark.parametrize("text", ["", " \n ", "\u00a0", "\u3000"])
def test_spaces_of_any_kind_are_no_text(social: Any, text: str) -> None:
    assert _refusal(social.alice, status=text) == "Validation failed: Text can't be blank"


def test_a_warning_alone_becomes_the_text_and_stays_sensitive(social: Any) -> None:
    made = social.alice.do(statuses.Create(spoiler_text="careful"))
    assert (made.content, made.spoiler_text, made.sensitive) == ("<p>careful</p>", "", True)


@pytest.mark.parametrize(
    ("given", "shown"), [(False, True), ("false", False), ("0", False), (0, False), (True, True)]
)
def test_a_warning_makes_sensitive_unless_a_text_or_number_says_no(
    social: Any, given: Any, shown: bool
) -> None:
    made = social.alice.do(statuses.Create(status="x", spoiler_text="careful", sensitive=given))
    assert made.sensitive is shown


def test_direct_posts_are_not_counted_and_only_public_replies_are(social: Any) -> None:
    alice, bob = social.alice, social.bob
    parent = alice.posts("parent")
    for visibility in ("public", "unlisted", "private", "direct"):
        bob.posts("@alice", visibility=visibility, in_reply_to_id=parent)
    assert alice.do(statuses.Get(id=parent)).replies_count == 2
    assert bob.do(accounts.Get(id=bob.id)).statuses_count == 3


def test_a_reply_to_a_boost_answers_the_original(social: Any) -> None:
    original = social.alice.posts("x")
    made = social.carol.do(statuses.Create(status="y", in_reply_to_id=social.bob.boosts(original)))
    assert (made.in_reply_to_id, made.in_reply_to_account_id) == (original, social.alice.id)


@pytest.mark.parametrize("given", ["0", "abc", "99999999999999999999"])
def test_a_reply_to_nothing_is_refused(social: Any, given: str) -> None:
    with pytest.raises(errors.NotFound):
        social.alice.do(statuses.Create(status="x", in_reply_to_id=given))


def test_mentions_beyond_the_allowed_ones_are_named(social: Any) -> None:
    with pytest.raises(errors.Unprocessable) as raised:
        social.alice.do(statuses.Create(status="@bob @carol", allowed_mentions=[social.bob.id]))
    assert [one.id for one in raised.value.body["unexpected_accounts"]] == [social.carol.id]
    social.alice.do(statuses.Create(status="@bob", allowed_mentions=[social.bob.id]))


def test_a_direct_post_is_seen_by_whom_it_names_alone(social: Any) -> None:
    made = social.alice.posts("@bob hello", visibility="direct")
    assert social.bob.do(statuses.Get(id=made)).visibility == "direct"
    with pytest.raises(errors.NotFound):
        social.carol.do(statuses.Get(id=made))


@pytest.mark.anyio
async def test_the_same_idempotency_key_makes_one_post(social: Any) -> None:
    headers = {
        "Authorization": f"Bearer {social.instance.names['tokens']['alice']}",
        "Idempotency-Key": "once",
    }
    transport = httpx.ASGITransport(social.instance.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", headers=headers) as client:
        first = await client.post("/api/v1/statuses", data={"status": "first"})
        again = await client.post("/api/v1/statuses", data={"status": "second"})
        assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
        await client.delete(f"/api/v1/statuses/{first.json()['id']}")
        gone = await client.post("/api/v1/statuses", data={"status": "third"})
    assert (gone.status_code, gone.json()) == (404, {"error": "Record not found"})


def test_allowed_ids_are_read_by_their_leading_digits(social: Any) -> None:
    allowed = [f"{social.bob.id}x"]
    assert (
        social.alice.do(statuses.Create(status="@bob", allowed_mentions=allowed)).mentions[0].id
        == social.bob.id
    )


@pytest.mark.parametrize("target", ["in_reply_to_id", "quoted_status_id"])
def test_a_blank_id_is_none(social: Any, target: str) -> None:
    made = social.alice.do(statuses.Create(status="x", **{target: " "}))
    assert (made.in_reply_to_id, made.quote) == (None, None)


@pytest.mark.parametrize(
    ("given", "shown"), [({}, "private"), ({"visibility": None}, "private"), ({"visibility": ""}, "public")]
)
def test_an_empty_visibility_is_not_the_default(social: Any, given: dict[str, Any], shown: str) -> None:
    """The service takes it for a choice, the model for none."""
    user = user_of(social.instance.db, social.alice.key)
    settings = user.settings | {"default_privacy": "private"}
    social.instance.db.update(users, {"account_id": social.alice.key}, settings=settings)
    assert social.alice.do(statuses.Create(status="x", **given)).visibility == shown
