"""The four verdicts of a replay: each can fail, and naming alike forgives what cannot be equal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from contracts.recordings.compare import Comparison, Verdicts
from contracts.recordings.scenes import Scene, find

RECORDED_ID, OUR_ID = "117652723860013252", "117652999999913253"
OTHER_ID, OUR_OTHER_ID = "117652723860055555", "117652999999977777"
JSON = {"content-type": "application/json; charset=utf-8"}


def scene(**data: Any) -> Scene:
    unstable = data.pop("unstable", {})
    data = {"actors": {"alice": {}}, "variables": {"alice.id": RECORDED_ID}, "steps": [], **data}
    return Scene("area/name", data, Path("area/name.json"), None, unstable)


def answer(body: Any = None, status: Any = 200, **headers: Any) -> dict[str, Any]:
    return {"status": status, "headers": JSON | headers, "body": body}


def comparison(**data: Any) -> Comparison:
    fresh = Comparison(scene(**data))
    fresh.start(int(RECORDED_ID) / 65536 / 1000)
    return fresh


def judge(recorded: dict[str, Any], ours: dict[str, Any], call: str = "GET /x", **request: str) -> list[str]:
    return comparison().call(1, {"call": call, "answer": recorded}, request, ours).failing


def paths(verdicts: Verdicts) -> set[tuple[str, str]]:
    return {(each.verdict, each.path) for each in verdicts.differences}


def test_an_equal_answer_agrees_in_everything() -> None:
    assert judge(answer({"id": "1"}), answer({"id": "1"})) == []


def test_another_status_is_told() -> None:
    assert judge(answer({}, 200), answer({}, 202)) == ["status"]


@pytest.mark.parametrize(
    "ours",
    [
        {"a": 1},
        {"a": 1, "b": None, "c": 2},
        {"a": "1", "b": None},
        {"a": 1, "b": False},
        {"a": None, "b": None},
        [],
    ],
)
def test_other_keys_types_and_nulls_are_another_shape(ours: Any) -> None:
    assert judge(answer({"a": 1, "b": None}), answer(ours)) == ["shape"]


def test_shape_is_compared_at_every_path() -> None:
    verdicts = comparison().call(
        1, {"call": "GET /x", "answer": answer([{"a": [{"b": 1}]}])}, {}, answer([{"a": [{"c": 1}]}])
    )
    assert paths(verdicts) == {("shape", "$[0].a[0].b"), ("shape", "$[0].a[0].c")}


@pytest.mark.parametrize(
    ("recorded", "ours"),
    [
        ({"n": 1}, {"n": 2}),
        ({"n": True}, {"n": False}),
        ({"text": "hello"}, {"text": "hallo"}),
        ({"statuses_count": "1"}, {"statuses_count": "2"}),
        (["a", "b"], ["b", "a"]),
        (["a", "b"], ["a"]),
        ([], ["a"]),
        ({"blurhash": "UBL_:rOpGG-oBUNG"}, {"blurhash": "UBL_:rOpGG-oBUNH"}),
    ],
)
def test_other_values_orders_and_counts_are_another_value(recorded: Any, ours: Any) -> None:
    assert judge(answer(recorded), answer(ours)) == ["value"]


@pytest.mark.parametrize(
    ("name", "recorded", "ours"),
    [
        ("cache-control", "private, no-store", "no-cache"),
        ("link", '<https://m.example/x?max_id=3>; rel="next"', '<https://m.example/x?min_id=3>; rel="next"'),
        ("x-ratelimit-remaining", "299", "298"),
        ("x-ratelimit-reset", "2026-11-21T05:15:00.649120Z", "2026-11-21T06:15:00.649120Z"),
        ("content-type", "application/json", "text/html"),
    ],
)
def test_other_headers_are_told(name: str, recorded: str, ours: str) -> None:
    assert judge(answer({}, **{name: recorded}), answer({}, **{name: ours})) == ["headers"]


def test_a_missing_and_an_additional_header_are_told() -> None:
    assert judge(answer({}, deprecation="@1"), answer({})) == ["headers"]
    assert judge(answer({}), answer({}, deprecation="@1")) == ["headers"]


def test_transport_and_changing_headers_are_not_compared() -> None:
    assert judge(answer({}, etag='W/"a"'), answer({}, etag='W/"b"', date="x", connection="close")) == []
    assert judge(answer({}, etag='W/"a"'), answer({})) == ["headers"]


def test_ids_are_named_alike_wherever_they_stand() -> None:
    def body(id: str) -> Any:
        path = "/".join(id[i : i + 3] for i in range(0, 18, 3))
        return {
            "id": id,
            "url": f"https://mastodon.example/@alice/{id}",
            "content": f'<a href="/s/{id}">x</a>',
            "file": f"https://mastodon.example/system/files/{path}/original/{id[2:]}.png",
        }

    assert judge(answer(body(RECORDED_ID)), answer(body(OUR_ID))) == []


def test_one_id_cannot_stand_for_two() -> None:
    assert judge(answer([{"s": RECORDED_ID}, {"s": OTHER_ID}]), answer([{"s": OUR_ID}, {"s": OUR_ID}])) == [
        "value"
    ]
    assert judge(answer([{"s": RECORDED_ID}] * 2), answer([{"s": OUR_ID}, {"s": OUR_OTHER_ID}])) == ["value"]


def test_an_order_that_known_ids_belie_is_one_difference_of_value() -> None:
    both = comparison()
    items = [{"id": RECORDED_ID, "n": 1}, {"id": OTHER_ID, "n": 2}]
    ours = [{"id": OUR_ID, "n": 1}, {"id": OUR_OTHER_ID, "n": 2}]
    step = {"call": "GET /x", "answer": answer(items)}
    assert both.call(1, step, {}, answer(ours)).failing == []
    assert paths(both.call(2, step, {}, answer(ours[::-1]))) == {("value", "$")}
    assert paths(both.call(3, step, {}, answer(ours[1:]))) == {("value", "$")}


def test_row_numbers_are_named_alike_within_a_group() -> None:
    assert judge(answer([{"id": "1"}, {"id": "2"}]), answer([{"id": "7"}, {"id": "9"}])) == []
    assert judge(answer([{"id": "1"}, {"id": "2"}]), answer([{"id": "7"}, {"id": "7"}])) == ["value"]


def test_times_are_alike_when_equally_far_from_the_start() -> None:
    assert judge(answer("2026-11-21T05:15:00.123Z"), answer("2026-11-21T05:15:09.456Z")) == []
    assert judge(answer("2026-11-21T05:15:00.123Z"), answer("2026-11-21T09:15:00.123Z")) == ["value"]
    assert judge(answer("2026-11-21T05:15:00.123Z"), answer("2026-11-21T05:15:00Z")) == ["value"]
    assert judge(answer("2026-11-21T00:00:00.000Z"), answer("2026-11-21T00:00:01.000Z")) == ["value"]


def test_tokens_and_hosts_are_named_alike_but_not_other_secrets() -> None:
    recorded, ours = (
        "Z1BLz9wsVTStdMX7_5ZIktJ1w3cpz9hxNqE3-ZPJp-c",
        "5TYcj7qu8v9QLM6H9V2q9RwTt-M7yfPxrHDi_b15Sus",
    )
    assert judge(answer({"access_token": recorded}), answer({"access_token": ours})) == []
    assert judge(answer(f"?code={recorded}&x=1"), answer(f"?code={ours}&x=1")) == []
    assert judge(answer(f"?code={recorded}&x=1"), answer(f"?code={ours}&x=2")) == ["value"]
    assert judge(answer({"access_token": recorded}), answer({"access_token": None})) == ["shape"]


def test_another_kind_of_body_is_another_shape() -> None:
    page = {"status": 200, "headers": JSON, "html": "(page of no length)"}
    assert judge(answer({}), page) == ["shape"]
    assert judge(page, {**page, "html": "(page of some length)"}) == []


def test_a_recorded_server_error_agrees_with_a_refusal_and_nothing_else() -> None:
    broken = {"status": 500, "headers": {}, "html": "(page of no length)"}
    assert judge(broken, answer({"error": "no"}, 422)) == []
    assert "status" in judge(broken, answer({}, 200))
    assert "status" in judge(broken, {"status": 500, "headers": {}})
    assert "status" in judge(broken, {"status": 503, "headers": {}})


def test_a_repeated_idempotency_key_may_give_the_first_answer_again() -> None:
    both, request = comparison(), {"authorization": "Bearer a", "idempotency-key": "k"}
    broken = {"status": 500, "headers": {}, "html": "(page of no length)"}
    first = answer({"id": OUR_ID})
    both.call(1, {"call": "POST /x", "answer": answer({"id": RECORDED_ID})}, request, first)
    assert both.call(2, {"call": "POST /x", "answer": broken}, request, first).failing == []
    again = both.call(3, {"call": "POST /x", "answer": broken}, request, answer({"id": OUR_OTHER_ID}))
    assert "status" in again.failing


@pytest.mark.parametrize(
    ("path", "recorded", "ours"),
    [
        ("$.n", {"n": 1}, {"n": 2}),
        ("$.length", [1, 2], [1]),
        ("$.a.length", {"a": [1]}, {"a": []}),
        ("*", [1], {}),
    ],
)
def test_what_is_unstable_is_not_compared(path: str, recorded: Any, ours: Any) -> None:
    step = {"call": "GET /x", "answer": answer(recorded)}
    assert comparison(unstable={1: (path,)}).call(1, step, {}, answer(ours)).failing == []
    assert comparison(unstable={2: (path,)}).call(1, step, {}, answer(ours)).failing != []


def test_the_list_of_what_is_unstable_counts_steps_from_0(tmp_path: Path) -> None:
    (tmp_path / "area").mkdir()
    (tmp_path / "area" / "name.json").write_text('{"steps": []}')
    (tmp_path / "unstable.json").write_text('[["area/name", 0, "$.n"], ["area/name", 0, "$.m"]]')
    [found] = find([tmp_path / "area"])
    assert found.unstable == {1: ("$.n", "$.m")}


def test_what_came_over_a_stream_is_compared_in_order_and_number() -> None:
    update: dict[str, Any]
    delete: dict[str, Any]
    update, delete = (
        {"event": "update", "json": {"id": RECORDED_ID}},
        {"event": "delete", "data": RECORDED_ID},
    )
    step = {"stream": "read", "name": "a", "seconds": 1, "answer": [update, delete]}
    ours: list[dict[str, Any]] = [
        {"event": "update", "json": {"id": OUR_ID}},
        {"event": "delete", "data": OUR_ID},
    ]
    assert comparison().read(1, step, [*ours, {"ping": ""}, {"comment": ":thump"}]).failing == []
    assert "value" in comparison().read(1, step, ours[:1]).failing
    assert comparison().read(1, step, ours[::-1]).failing != []


def test_a_sign_of_life_is_compared_when_the_read_was_long_enough() -> None:
    step = {"stream": "read", "name": "a", "seconds": 15.0, "answer": [{"comment": ":thump"}]}
    assert comparison().read(1, step, []).failing == ["value"]
