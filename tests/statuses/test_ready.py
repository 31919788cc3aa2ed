"""Ready JSON is what rendering anew would give, whoever looks and whatever has happened meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientkit.entities import Status
from clientkit.operations import filters, polls, statuses
from clientkit.operations.timelines import Home
from mockserver import errors
from mockserver.context import Context
from mockserver.http.encode import encode
from mockserver.render import ready
from mockserver.render import statuses as render
from mockserver.render.ready import Ready
from mockserver.store import schema
from tests.conftest import Person, World

Deed = Callable[[World, Person, str], Any]

DEEDS: dict[str, Deed] = {
    "favourite": lambda _, who, post: who.do(statuses.Favourite(id=post)),
    "unfavourite": lambda _, who, post: who.do(statuses.Unfavourite(id=post)),
    "reblog": lambda _, who, post: who.do(statuses.Reblog(id=post)),
    "bookmark": lambda _, who, post: who.do(statuses.Bookmark(id=post)),
    "mute the conversation": lambda _, who, post: who.do(statuses.Mute(id=post)),
    "vote": lambda world, who, _: who.do(polls.Vote(id=_poll(world), choices=["0"])),
    "wait": lambda world, *_: world.instance.clock.advance(1800),
    "post": lambda _, who, post: who.posts("something new"),
    "reply": lambda _, who, post: who.posts("@alice a reply", in_reply_to_id=post),
    "quote": lambda _, who, post: who.posts("so it is", quoted_status_id=post),
    "follow": lambda world, who, post: who.follows(world.bob if who.id != world.bob.id else world.alice),
    "change the profile": lambda world, who, post: world.instance.db.update(
        schema.accounts, {"id": int(who.id)}, display_name=post, locked=True, discoverable=True
    ),
    "be sensitized": lambda world, who, post: world.instance.db.update(
        schema.accounts, {"id": int(who.id)}, sensitized_at=1
    ),
    "hide the application": lambda world, who, post: world.instance.db.update(
        schema.users, {"account_id": int(who.id)}, settings={"show_application": False}
    ),
    "filter": lambda _, who, post: who.do(
        filters.Create(
            title="f", context=["home"], keywords_attributes=[filters.KeywordAttributes(keyword="plain")]
        )
    ),
}
OF_ONES_OWN: dict[str, Deed] = {
    "edit": lambda _, who, post: who.do(statuses.Edit(id=post, status="edited #tag https://example.com")),
    "pin": lambda _, who, post: who.do(statuses.Pin(id=post)),
    "change the quote policy": lambda _, who, post: who.do(
        statuses.EditInteractionPolicy(id=post, quote_approval_policy="followers")
    ),
}
POSTS = (
    {"status": "plain"},
    {"status": "hello @bob #tag https://example.com/", "spoiler_text": "cut"},
    {"status": ' ,"content": ,"account": ,"favourited": "}'},
    {"status": "for followers", "visibility": "private"},
    {"status": "quote me not", "quote_approval_policy": "nobody"},
    {"status": "which?", "poll": {"options": ["a", "b"], "expires_in": 3600}},
)


def _ids(world: World) -> list[int]:
    return world.instance.db.scalars(sa.select(schema.statuses.c.id).order_by(schema.statuses.c.id.desc()))


def _poll(world: World) -> str:
    return str(world.instance.db.scalar(sa.select(schema.polls.c.id)))


def _check(world: World) -> None:
    ids = _ids(world)
    for name in ("alice", "bob", "carol", ""):
        ctx = Context(world.instance, world.session(name))
        anew = [msgspec.json.encode(status) for status in render.many(ctx, ids)]
        alone = [msgspec.json.encode(render.one(ctx, i)) for i in ids]
        for _ in ("cold", "warm"):
            assert [_json(one) for one in ready.many(ctx, ids)] == anew
            assert [_json(ready.one(ctx, i)) for i in ids] == alone


def _json(one: Ready | Status) -> bytes:
    return one.json() if isinstance(one, Ready) else msgspec.json.encode(one)


_deeds = st.lists(
    st.tuples(
        st.sampled_from(["alice", "bob"]),
        st.sampled_from([*DEEDS, *OF_ONES_OWN]),
        st.integers(0, len(POSTS) - 1),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_deeds)
def test_ready_statuses_equal_those_rendered_anew(deeds: list[tuple[str, str, int]]) -> None:
    world = World()
    try:
        posts = [world.alice.posts(**_named(post)) for post in POSTS]
        _check(world)
        for name, deed, number in deeds:
            who: Person = getattr(world, name)
            with suppress(errors.WireError):  # not everybody may do all of it
                if deed in OF_ONES_OWN:
                    OF_ONES_OWN[deed](world, world.alice, posts[number])
                else:
                    DEEDS[deed](world, who, posts[number])
            _check(world)
    finally:
        world.instance.close()


def _named(post: dict[str, Any]) -> dict[str, Any]:
    return {"text" if name == "status" else name: value for name, value in post.items()}


def test_a_page_seen_again_is_ready_and_the_same_bytes(social: World) -> None:
    for n in range(3):
        social.bob.posts(f"number {n}")
    ctx, ids = Context(social.instance, social.session("alice")), _ids(social)
    first = encode(ready.many(ctx, ids), ctx, Home.declaration)
    again = ready.many(ctx, ids)
    assert all(isinstance(one, Ready) for one in again)
    second = encode(again, ctx, Home.declaration)
    assert second.body == first.body and second.digest is not None
