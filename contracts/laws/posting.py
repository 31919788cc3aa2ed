"""Laws of publishing: https://docs.joinmastodon.org/methods/statuses/#create"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from contracts.law import law
from contracts.world import World

CREATE = "https://docs.joinmastodon.org/methods/statuses/#create"
ECHOED = (
    "id",
    "visibility",
    "spoiler_text",
    "sensitive",
    "language",
    "content",
    "created_at",
    "in_reply_to_id",
)

TEXTS = st.text("abc XYZ äöß漢字🙂&<>\"'.,!?\n", max_size=60)
RICH = "äöß 漢字 🙂 <b>&amp;</b>\n\nand"
SPOILERS = st.one_of(st.just(""), st.text("abc äß🙂&<>", max_size=20).map(lambda text: f"a{text}z"))


@law(
    "CREATE-ROUNDTRIP",
    "A status is read back as it was posted",
    actors=1,
    examples=15,
    source=CREATE,
    broken_by=("create_forgets_spoiler", "source_is_html", "private_becomes_public"),
)
def create_roundtrip(world: World) -> None:
    (alice,) = world.people()
    text = f"{world.text()} {world.draw(TEXTS, live=RICH)} end"
    asked: dict[str, Any] = {
        "spoiler_text": world.draw(SPOILERS, live="a <warning>"),
        "visibility": world.draw(st.sampled_from(("unlisted", "private", "direct")), live="private"),
        "language": world.draw(st.sampled_from(("en", "de", "ja")), live="de"),
    }
    posted = alice.toot(text, **asked)
    echo, again = ({name: status[name] for name in ECHOED} for status in (posted, alice.status(posted["id"])))
    world.same(again, echo, "GET gives what the POST answered")
    world.same({name: posted[name] for name in asked}, asked, "the status has what was asked for")
    world.same(
        posted["sensitive"],
        bool(asked["spoiler_text"]),
        "a status is sensitive exactly if it has a spoiler text",
    )
    world.same(posted["account"]["id"], alice.id, "the status is the caller's")
    source = alice.get(f"/api/v1/statuses/{posted['id']}/source").ok()
    world.same(source["text"], text, "the source is the text as it was typed")
    world.same(source["spoiler_text"], asked["spoiler_text"], "the source's spoiler text is as it was typed")


@law(
    "BLANK-REJECTED",
    "A status without text, media and poll is refused, and nothing is posted",
    source=CREATE,
    broken_by=("blank_status_accepted",),
)
def blank_rejected(world: World) -> None:
    (alice,) = world.people()
    before = alice.statuses_of(alice)
    for text in ("", " ", "\n\t ", None):
        sent = {} if text is None else {"status": text}
        answer = alice.post("/api/v1/statuses", visibility="private", **sent)
        if answer.status < 300:
            alice.posted(answer)
        world.same(answer.status, 422, f"a status of {text!r} is refused")
    world.same(alice.statuses_of(alice), before, "refused statuses are not there")


@law(
    "LENGTH-BOUNDARY",
    "max_characters are accepted and one more is refused; links and the spoiler text count as announced",
    source="https://docs.joinmastodon.org/entities/Instance/#max_characters",
    broken_by=("too_long_accepted", "length_in_bytes", "links_count_in_full"),
)
def length_boundary(world: World) -> None:
    (alice,) = world.people()
    most, per_link = world.limit("max_characters", 500), world.limit("characters_reserved_per_url", 23)
    mark = world.text("")
    link = f"https://example.com/{'x' * (per_link + 20)}"
    exact = {
        "plain letters": ("", mark + " " + "a" * (most - len(mark) - 1)),
        "emoji": ("", mark + " " + "🙂" * (most - len(mark) - 1)),
        "a long link": ("", f"{mark} {link} " + "a" * (most - len(mark) - per_link - 2)),
        "a spoiler text": ("warned", mark + " " + "a" * (most - len(mark) - len("warned") - 1)),
    }
    for what in exact if world.server.isolated else ("emoji", "a long link"):
        spoiler, text = exact[what]
        long = alice.post("/api/v1/statuses", status=text + "a", spoiler_text=spoiler, visibility="private")
        if long.status < 300:
            alice.posted(long)
        world.same(long.status, 422, f"one character too many is refused ({what})")
        alice.toot(text, spoiler_text=spoiler, visibility="private")


@law(
    "IDEMPOTENCY-SAME",
    "A repeated Idempotency-Key gives the one status again",
    actors=1,
    wishes=2,
    source="https://docs.joinmastodon.org/methods/statuses/#create",
    broken_by=("idempotency_ignored", "idempotency_for_everyone", "idempotency_replay_422"),
    seen_in=("GTS#2723", "mastodon#40399", "mastodon#30039"),
)
def idempotency_same(world: World) -> None:
    alice, *others = world.people()
    key, text = world.key(), world.text("posted once")
    form = {"status": text, "visibility": "private"}

    def post(key: str) -> str:
        return str(
            alice.posted(alice.call("POST", "/api/v1/statuses", {"Idempotency-Key": key}, data=form))["id"]
        )

    first = post(key)
    for _ in range(2):
        world.same(post(key), first, "the same key gives the same status")
    world.same(alice.statuses_of(alice).count(first), 1, "the status is listed once")
    other = post(world.key())
    world.check(other != first, "another key makes another status", "a new id", other)
    world.same(alice.statuses_of(alice)[:2], [other, first], "two keys made two statuses")
    for bob in others[:1]:
        answer = bob.call("POST", "/api/v1/statuses", {"Idempotency-Key": key}, data=form)
        theirs = bob.posted(answer)
        world.same(theirs["account"]["id"], bob.id, "somebody else's equal key makes a status of their own")
