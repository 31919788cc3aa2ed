"""The web site's pages and feeds (recordings errors/headers_alice, misc/activitypub_documents,
misc/unknown_paths; app/views/accounts/show.rss.ruby)."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from mockserver import fixtures
from mockserver.store.schema import terms_of_services
from tests.browsing import BASE, Browser, instance

MEDIA = "{http://search.yahoo.com/mrss/}"
POLL = {"poll[options][]": ["One", "Two"], "poll[expires_in]": "600"}


@pytest.fixture
def site() -> Browser:
    made = instance()
    made.seed(
        {
            "emojis": [{"shortcode": "blob"}],
            "accounts": [{"username": "bob", "display_name": "Bob <:blob:>"}],
            "tokens": [{"name": "bob", "account": "bob", "value": "bob-token", "scopes": "read write"}],
        }
    )
    return Browser(made)


def post(site: Browser, text: str, who: str = "alice", **more: Any) -> Any:
    return site.post("/api/v1/statuses", token=f"{who}-token", data={"status": text} | more).json()


def items(site: Browser, path: str) -> list[ElementTree.Element]:
    answer = site.get(path)
    assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8", answer.text
    return ElementTree.fromstring(answer.text).findall("channel/item")


def links(site: Browser, path: str) -> list[str | None]:
    return [item.findtext("link") for item in items(site, path)]


def test_a_feed_has_what_anybody_may_see_newest_first(site: Browser) -> None:
    first = post(site, "one #Cats")["url"]
    post(site, "secret", visibility="private")
    second = post(site, "two", visibility="unlisted")["url"]
    others = post(site, "boost me", "bob")
    site.post(f"/api/v1/statuses/{others['id']}/reblog", token="alice-token")
    assert links(site, "/@alice.rss") == [second, first]
    assert links(site, "/@alice.rss?limit=1") == [second]
    assert links(site, "/tags/cats.rss") == [first]
    channel = ElementTree.fromstring(site.get("/@alice.rss").text).find("channel")
    assert channel is not None
    assert channel.findtext("description") == "Public posts from @alice@fake.example"
    assert [tag.text for tag in channel.iter("category")] == ["Cats"]


def test_the_parts_of_a_profile_have_feeds_and_pages_of_their_own(site: Browser) -> None:
    plain = post(site, "plain #tag")
    reply = post(site, "reply to other", in_reply_to_id=post(site, "bob's", "bob")["id"])
    thread = post(site, "reply to self", in_reply_to_id=plain["id"])
    every = [thread["url"], reply["url"], plain["url"]]
    assert links(site, "/@alice.rss") == [thread["url"], plain["url"]]
    assert links(site, "/@alice/with_replies.rss") == every
    assert links(site, "/@alice/media.rss") == []
    assert links(site, "/@alice/tagged/TAG.rss") == [plain["url"]]
    assert links(site, "/@alice/tagged/other.rss") == []
    for part, shown in (("", False), ("/with_replies", True), ("/media", False), ("/tagged/tag", False)):
        page = site.get(f"/@alice{part}")
        assert page.status_code == 200
        assert ("reply to other" in page.text) is shown


def test_an_item_tells_warning_answers_emoji_and_files(site: Browser) -> None:
    file = {"file": ("chart.png", fixtures.media("chart.png"), "image/png")}
    uploaded = site.post("/api/v2/media", token="alice-token", files=file, data={"description": "A <plain>"})
    text = {"spoiler_text": "a & b", "media_ids[]": uploaded.json()["id"], "sensitive": "true"}
    post(site, "look :blob:", **text)
    post(site, "which?", **POLL)
    poll, seen = items(site, "/@alice.rss")
    assert '<radio disabled="disabled">One</radio><br>' in (poll.findtext("description") or "")
    html = seen.findtext("description") or ""
    assert html.startswith("<p><strong>Content warning:</strong>a &amp; b</p><hr><p>look <img rel=")
    content = seen.find(f"{MEDIA}content")
    assert content is not None
    assert content.attrib["type"] == "image/png" and content.attrib["medium"] == "image"
    assert int(content.attrib["fileSize"]) > 0 and content.attrib["url"].startswith(f"{BASE}/system/")
    assert content.findtext(f"{MEDIA}rating") == "adult"
    assert content.findtext(f"{MEDIA}description") == "A <plain>"


def test_a_feed_stays_xml_whatever_a_post_says(site: Browser) -> None:
    post(site, "controls \x01\x07\x1b\u202e ]]> <&> end", **{"spoiler_text": "\x02 & <b>"})
    (item,) = items(site, "/@alice.rss")
    html = item.findtext("description") or ""
    assert "<strong>Content warning:</strong> &amp; &lt;b&gt;</p>" in html
    assert "controls \u202e ]]&gt; &lt;&amp;&gt; end" in html


@pytest.mark.parametrize(
    ("path", "cache", "vary"),
    [
        ("/@alice.rss", "max-age=60, public", "Accept, Accept-Language, Cookie, Origin"),
        ("/@alice/media.rss", "max-age=60, public", "Accept, Accept-Language, Cookie"),
        ("/tags/cats.rss", "max-age=0, public", "Accept, Accept-Language, Cookie"),
    ],
)
def test_feeds_may_be_cached(site: Browser, path: str, cache: str, vary: str) -> None:
    post(site, "#cats")
    headers = site.get(path).headers
    assert (headers["cache-control"], headers["vary"]) == (cache, vary)
    assert "form-action 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/@nobody.rss", "/tags/unused.rss", "/@alice.atom", "/tags/cats.json", "/x.rss"]
)
def test_what_is_not_there_has_no_feed(site: Browser, path: str) -> None:
    post(site, "#cats")
    assert site.get(path).status_code == 404


def test_emoji_are_pictures_in_names_and_texts_but_not_in_tags(site: Browser) -> None:
    url = post(site, "hello :blob: https://x.com/:blob:/ :none:", "bob")["url"]
    page = site.get("/@bob").text
    assert page.count('alt=":blob:"') == 4  # heading, name, text, the text of the link
    assert 'href="https://x.com/:blob:/"' in page and ":none:" in page
    assert "<h1>Bob &lt;<img" in page and "<title>Bob &lt;:blob:&gt;" in page
    assert site.get(url).text.count('alt=":blob:"') == 4


def test_a_visitor_from_another_server_is_led_where_it_wants(site: Browser) -> None:
    made = post(site, "x")
    away = site.get("/authorize_interaction", params={"uri": made["uri"]})
    assert (away.status_code, away.headers["location"]) == (302, f"{BASE}/auth/sign_in")
    assert away.headers["cache-control"] == "no-cache" and "x-frame-options" not in away.headers
    back = site.sign_in().headers["location"]
    assert back.startswith(f"{BASE}/authorize_interaction?uri=")
    assert site.get(back).headers["location"] == f"{BASE}/@alice/{made['id']}"
    for uri in ("acct:bob@fake.example", "@bob", f"{BASE}/@bob"):
        assert site.get("/authorize_interaction", params={"uri": uri}).headers["location"] == f"{BASE}/@bob"
    for uri in ("", "nobody", "https://x.example/@bob"):
        assert site.get("/authorize_interaction", params={"uri": uri}).status_code == 404


def test_files_of_the_site(site: Browser) -> None:
    robots, style = site.get("/robots.txt"), site.get("/custom.css")
    assert robots.headers["content-type"] == "text/plain" and "Disallow: /media_proxy/" in robots.text
    assert robots.headers["last-modified"] and "etag" not in robots.headers and "vary" not in robots.headers
    assert (style.text, style.headers["content-type"]) == ("", "text/css; charset=utf-8")
    assert style.headers["cache-control"] == "max-age=2629746, public"


def test_what_the_api_points_at_is_there(site: Browser) -> None:
    made = post(site, "hello #x")
    site.post("/api/v1/featured_tags", token="alice-token", data={"name": "x"})
    boost = site.post(f"/api/v1/statuses/{made['id']}/reblog", token="bob-token").json()
    urls = site.get("/api/v2/instance").json()["configuration"]["urls"]
    posts = (made["url"], made["uri"], f"{made['url']}/embed", boost["url"], boost["uri"])
    others = (made["account"]["url"], made["tags"][0]["url"], urls["about"], urls["privacy_policy"])
    for url in (*posts, *others):
        assert site.get(url).status_code == 200, url
    activity, creation = site.get(boost["uri"]).json(), site.get(f"{made['uri']}/activity").json()
    assert (activity["type"], activity["id"], activity["object"]) == ("Announce", boost["uri"], made["uri"])
    assert (creation["type"], creation["object"]["id"]) == ("Create", made["uri"])
    hidden = post(site, "secret", visibility="private")
    assert site.get(f"{hidden['uri']}/activity").status_code == 404
    assert site.get(f"/users/bob/statuses/{made['id']}/activity").status_code == 404


def test_a_post_may_be_framed_where_it_is_embedded_and_nowhere_else(site: Browser) -> None:
    url = post(site, "hello")["url"]
    plain, embedded = site.get(url).headers, site.get(f"{url}/embed").headers
    assert plain["x-frame-options"] == "DENY" and "frame-ancestors" in plain["content-security-policy"]
    assert "x-frame-options" not in embedded and "frame-ancestors" not in embedded["content-security-policy"]
    assert site.get("/@bob/" + url.rpartition("/")[2] + "/embed").status_code == 404


def test_followers_are_shown_unless_they_are_hidden(site: Browser) -> None:
    alice = site.get("/api/v1/accounts/lookup?acct=alice").json()["id"]
    site.instance.seed({"follows": [{"from": "bob", "to": "alice"}]})
    assert "@bob" in site.get("/@alice/followers").text and "@alice" in site.get("/@bob/following").text
    change = {"hide_collections": "true"}
    site.ask("PATCH", "/api/v1/accounts/update_credentials", token="alice-token", data=change)
    assert "@bob" not in site.get("/@alice/followers").text
    assert site.get(f"/api/v1/accounts/{alice}/followers").json() == []
    assert site.get("/@nobody/followers").status_code == 404


def test_the_terms_have_a_page_once_there_are_some(site: Browser) -> None:
    assert site.get("/terms-of-service").status_code == 404
    with site.instance.context() as ctx:
        ctx.db.insert(terms_of_services, text="*Be* kind.", effective_date="2020-01-01", published_at=1,
                      created_at=1)  # fmt: skip
    assert "<em>Be</em> kind." in site.get("/terms-of-service").text


def test_a_hashtag_has_a_page_once_it_is_used_and_while_it_may_be(site: Browser) -> None:
    assert site.get("/tags/cats").status_code == 404
    post(site, "look #Cats")
    page = site.get("/tags/CATS").text
    assert "<h1>#Cats</h1>" in page and f'href="{BASE}/tags/cats.rss"' in page
    site.instance.seed({"tags": [{"name": "cats", "usable": False}]})
    assert site.get("/tags/cats").status_code == 404 == site.get("/tags/cats.rss").status_code


def test_pages_name_their_feed_and_an_icon_that_is_there(site: Browser) -> None:
    page = site.get("/@alice").text
    for part in (f'type="application/rss+xml" href="{BASE}/@alice.rss"', 'rel="icon" href="/packs/'):
        assert part in page
    icon = page.partition('rel="icon" href="')[2].partition('"')[0]
    assert site.get(icon).headers["content-type"] == "image/png"


def test_a_collection_shows_whom_it_has(site: Browser) -> None:
    site.ask("PATCH", "/api/v1/accounts/update_credentials", token="bob-token", data={"discoverable": "true"})
    bob = site.get("/api/v1/accounts/lookup?acct=bob").json()["id"]
    body = {"name": "Friends", "description": "of mine", "sensitive": False, "discoverable": True}
    made = site.post("/api/v1/collections", token="alice-token", json=body | {"account_ids": [bob]}).json()
    page = site.get(made["collection"]["url"]).text
    assert "<h1>Friends</h1>" in page and "of mine" in page and "@bob" in page


def test_pages_are_public_until_a_cookie_comes_along(site: Browser) -> None:
    for path in ("/", "/@alice", "/about"):
        site.cookies.clear()
        assert "public" in site.get(path).headers["cache-control"]
        assert site.get(path, headers={"Cookie": "a=b"}).headers["cache-control"] == "private, no-store"
    asked = site.get("/api/v1/timelines/public", headers={"Cookie": "a=b"})
    assert "public" in asked.headers["cache-control"]


def test_a_browser_is_led_from_a_name_to_the_handle(site: Browser) -> None:
    number = post(site, "hello")["id"]
    for path, target in (("", ""), (f"/statuses/{number}", f"/{number}")):
        led = site.get(f"/users/alice{path}")
        assert (led.status_code, led.headers["location"]) == (301, f"{BASE}/@alice{target}")
        assert led.headers["vary"] == "Origin, Accept" and "x-frame-options" not in led.headers
        assert site.get(f"/users/alice{path}", headers={"Accept": "*/*"}).status_code == 200
        document = site.get(f"/users/alice{path}", headers={"Accept": "application/activity+json"})
        assert document.json()["type"] in ("Person", "Note")


def test_the_front_page_knows_who_is_signed_in(site: Browser) -> None:
    assert "Log in" in site.get("/").text
    site.sign_in()
    page = site.get("/").text
    assert "Log in" not in page and ">@alice</a>" in page
