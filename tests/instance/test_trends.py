"""What trends (reference: search-trends-instance.md, Trends; recordings trends/*)."""

from __future__ import annotations

from typing import Any

from mockserver.instance import Instance
from mockserver.options import Options
from mockserver.store import trends
from mockserver.store.schema import statuses, tags
from tests.browsing import BASE, Browser

NAMES = ("a", "b", "c", "d", "e", "f")


def world() -> Browser:
    made = Instance(Options(base_url=BASE, start_at=1_800_000_000, seed=1, rate_limits="off"))
    made.seed(
        {
            "accounts": [{"username": n, "discoverable": True} for n in NAMES],
            "apps": [{"name": "App", "scopes": "read write"}],
            "tokens": [{"name": n, "account": n, "value": n, "scopes": "read write"} for n in NAMES],
        }
    )
    return Browser(made)


def post(browser: Browser, who: str, text: str, **more: str) -> Any:
    browser.instance.clock.advance(0.01)
    return browser.post("/api/v1/statuses", token=who, data={"status": text} | more).json()


def names(browser: Browser, path: str = "/api/v1/trends/tags") -> list[str]:
    return [tag["name"] for tag in browser.get(path).json()]


def test_a_tag_trends_when_five_use_it_and_it_is_approved() -> None:
    shown = world()
    for who in NAMES[:4]:
        post(shown, who, "#cats #dogs")
    with shown.instance.context() as ctx:
        ctx.db.update(tags, {"name": "cats"}, trendable=True)
    assert names(shown) == []
    post(shown, NAMES[4], "#cats #dogs")
    assert names(shown) == ["cats"]
    shown.instance.settings.set("trendable_by_default", True)
    assert sorted(names(shown)) == ["cats", "dogs"]
    shown.instance.settings.set("trends", False)
    assert names(shown) == []


def test_of_each_author_only_the_best_post_trends_and_the_readers_language_comes_first() -> None:
    shown = world()
    first, second = post(shown, "a", "one", language="en"), post(shown, "a", "two", language="en")
    french = post(shown, "b", "trois", language="fr")
    with shown.instance.context() as ctx:
        for status, score in ((first, 3.0), (second, 2.0), (french, 1.0)):
            trends.put(ctx.db, "status", int(status["id"]), score, allowed=True)
    path = "/api/v1/trends/statuses"
    assert [s["id"] for s in shown.get(path).json()] == [first["id"], french["id"]]
    assert [s["id"] for s in shown.get(f"{path}?lang=fr").json()] == [french["id"], first["id"]]
    accepted = shown.get(path, headers={"Accept-Language": "fr-CA,fr;q=0.9"}).json()
    assert [s["id"] for s in accepted] == [french["id"], first["id"]]
    shown.ask("DELETE", f"/api/v1/statuses/{first['id']}", token="a")
    assert [s["id"] for s in shown.get(path).json()] == [second["id"], french["id"]]


def test_five_favourites_make_an_approved_post_trend() -> None:
    shown = world()
    shown.instance.settings.set("trendable_by_default", True)
    made = post(shown, "a", "liked")
    for who in NAMES[1:5]:
        shown.post(f"/api/v1/statuses/{made['id']}/favourite", token=who)
    assert shown.get("/api/v1/trends/statuses").json() == []
    shown.post(f"/api/v1/statuses/{made['id']}/favourite", token="f")
    assert [s["id"] for s in shown.get("/api/v1/trends/statuses").json()] == [made["id"]]


def test_rankings_are_cut_by_offset() -> None:
    shown = world()
    with shown.instance.context() as ctx:
        for number in range(5):
            tag_id = ctx.db.insert(tags, name=f"t{number}", trendable=True, created_at=ctx.now)
            trends.put(ctx.db, "tag", tag_id, 10.0 - number)
    assert names(shown, "/api/v1/trends/tags?limit=2&offset=1") == ["t1", "t2"]
    assert set(shown.get("/api/v1/trends/tags?limit=2&offset=2").links) == {"next"}
    last = shown.get("/api/v1/trends?limit=2&offset=4").links
    assert last["prev"]["url"] == f"{BASE}/api/v1/trends/tags?limit=2&offset=2" and "next" not in last
    assert shown.get("/api/v1/trends/tags?offset=-1").status_code == 400


def test_what_is_made_to_trend_waits_for_its_review_unless_it_was_said_to_be_allowed() -> None:
    shown = world()
    waiting, allowed = post(shown, "a", "waiting"), post(shown, "b", "allowed")
    shown.instance.seed(
        {
            "trends": [
                {"status": waiting["id"], "score": 2},
                {"status": allowed["id"], "score": 1, "allowed": True},
            ]
        }
    )
    path = "/api/v1/trends/statuses"
    assert [s["id"] for s in shown.get(path).json()] == [allowed["id"]]
    with shown.instance.context() as ctx:
        ctx.db.update(statuses, {"id": [int(waiting["id"]), int(allowed["id"])]}, trendable=False)
        ctx.db.update(statuses, {"id": int(waiting["id"])}, trendable=True)
    assert [s["id"] for s in shown.get(path).json()] == [waiting["id"]]


def test_a_links_timeline_is_there_while_the_link_trends_and_may() -> None:
    shown = world()
    status, url = post(shown, "a", "see https://site.example/a"), "https://site.example/a"
    path = f"/api/v1/timelines/link?url={url}"
    shown.instance.seed({"cards": [{"status": status["id"], "url": url, "save": "card"}]})
    assert shown.get(path).status_code == 404
    shown.instance.seed({"trends": [{"link": "card", "score": 1}]})
    assert shown.get(path).status_code == 404
    shown.instance.seed({"trends": [{"link": url, "score": 1, "allowed": True}]})
    assert [s["id"] for s in shown.get(path).json()] == [status["id"]]
