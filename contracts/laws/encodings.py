"""Laws of how parameters may be sent: https://docs.joinmastodon.org/client/intro/"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from hypothesis import strategies as st

from contracts.answers import Answer
from contracts.law import law
from contracts.world import Actor, World

Flat = list[tuple[str, str]]

WORDS = st.text("abcXYZ äöß漢字🙂&=+%;\"'<>[]", min_size=1, max_size=20).map(lambda text: f"a{text}z")


@law(
    "ENCODINGS-EQUIV",
    "The same call as query, form, multipart and JSON has the same effect",
    examples=8,
    source="https://docs.joinmastodon.org/client/intro/",
    broken_by=("json_arrays_ignored", "query_ignored_on_post", "multipart_plus_is_space"),
)
def encodings_equivalent(world: World) -> None:
    (alice,) = world.people()
    options = world.draw(st.lists(WORDS, min_size=2, max_size=4, unique=True), live=["one", "two + three"])
    spoiler = world.draw(WORDS, live="a warning & more")
    nested: dict[str, Any] = {
        "status": world.text("the same, sent four times: 1 + 1 = 2 & 100%"),
        "spoiler_text": spoiler,
        "visibility": "private",
        "language": "de",
        "poll": {"options": options, "expires_in": 3600, "multiple": True},
    }
    answers = {how: _essence(alice.posted(answer)) for how, answer in _sent(alice, nested).items()}
    asked = _essence_asked(nested)
    for how, essence in answers.items():
        world.same({name: essence[name] for name in asked}, asked, f"sent as {how}, the status is as asked")
    for how, essence in answers.items():
        world.same(essence, answers["JSON"], f"sent as {how}, the status is as when sent as JSON")


def _sent(who: Actor, nested: dict[str, Any]) -> dict[str, Answer]:
    flat, path = _flat(nested), "/api/v1/statuses"
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    return {
        "a query": who.call("POST", path, params=flat),
        "a form": who.call("POST", path, form, content=urlencode(flat).encode()),
        "multipart": who.call("POST", path, files=[(name, (None, value.encode())) for name, value in flat]),
        "JSON": who.call("POST", path, json=nested),
    }


def _flat(nested: dict[str, Any]) -> Flat:
    """By the rules of Rails: `poll[options][]=a`."""
    pairs: Flat = []
    for name, value in nested.items():
        if isinstance(value, dict):
            inner = _flat(value)
            pairs += [
                (f"{name}[{key.partition('[')[0]}]{key[len(key.partition('[')[0]) :]}", text)
                for key, text in inner
            ]
        elif isinstance(value, list):
            pairs += [(f"{name}[]", str(item)) for item in value]
        else:
            pairs.append((name, str(value).lower() if isinstance(value, bool) else str(value)))
    return pairs


def _essence(status: dict[str, Any]) -> dict[str, Any]:
    """What of a status does not tell it from its like."""
    poll = status["poll"] or {}
    return {
        name: status[name] for name in ("content", "spoiler_text", "sensitive", "visibility", "language")
    } | {
        "options": [option["title"] for option in poll.get("options", [])],
        "multiple": poll.get("multiple"),
    }


def _essence_asked(nested: dict[str, Any]) -> dict[str, Any]:
    poll = nested["poll"]
    return {name: nested[name] for name in ("spoiler_text", "visibility", "language")} | {
        "options": poll["options"],
        "multiple": True,
    }
