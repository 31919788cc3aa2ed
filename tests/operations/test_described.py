"""What the table says of parameters, beyond their types, is what the server does: without what is required a
call is refused, and of the listed values each is accepted and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from clientkit import openapi
from clientkit.operations import OPERATIONS
from mockserver import fixtures
from mockserver.testing import Fake, fake

PATHS = openapi.document()["paths"]
ALL_SCOPES = "read write follow push profile admin:read admin:write"
SCENARIO = {
    "apps": [{"name": "App", "scopes": ALL_SCOPES}],
    "accounts": [{"username": "root", "role": "Owner"}, {"username": "bob"}],
    "tokens": [
        {"name": "root", "account": "root", "scopes": ALL_SCOPES},
        {"name": "app", "scopes": "read write"},
    ],
    "rules": [{"text": "Be kind"}],
    "statuses": [
        {"account": "root", "text": "mine", "save": "mine"},
        {"account": "bob", "text": "theirs", "save": "theirs", "poll": {"options": ["a", "b"]}},
    ],
}

EXAMPLES: dict[str, dict[str, Any]] = {
    "accounts.create": {
        "username": "zoe",
        "email": "zoe@mail.example",
        "password": "a long password",
        "agreement": "true",
    },
    "accounts.lookup": {"acct": "bob"},
    "admin_accounts.action": {"type": "none"},
    "admin_canonical_email_blocks.test": {"email": "bob@mail.example"},
    "admin_measures.get": {"keys[]": "new_users", "start_at": "2026-01-01", "end_at": "2026-01-31"},
    "admin_domain_allows.create": {"domain": "allowed.example"},
    "admin_domain_blocks.create": {"domain": "blocked{number}.example"},
    "admin_email_domain_blocks.create": {"domain": "mail.example"},
    "admin_ip_blocks.create": {"ip": "192.0.2.{number}", "severity": "no_access"},
    "admin_retention.get": {"start_at": "2026-01-01", "end_at": "2026-01-31"},
    "apps.create": {"client_name": "App", "redirect_uris[]": "urn:ietf:wg:oauth:2.0:oob"},
    "collections.create": {"name": "Cats", "sensitive": "false", "discoverable": "false"},
    "domain_blocks.block": {"domain": "unwanted.example"},
    "featured_tags.feature": {"name": "cats"},
    "filters.create": {"title": "Cats", "context[]": "home"},
    "filters.add_keyword": {"keyword": "dogs"},
    "filters.add_status": {"status_id": "{theirs}"},
    "filters.create_v1": {"phrase": "cats", "context[]": "home"},
    "filters.update_v1": {"phrase": "cats"},
    "lists.create": {"title": "Friends"},
    "media.create": {"file": "chart.png"},
    "media.create_v1": {"file": "chart.png"},
    "oembed.get": {"url": "http://{host}/@root/{mine}"},
    "polls.vote": {"choices[]": "0"},
    "push.subscribe": {
        "subscription[endpoint]": "https://push.example/1",
        "subscription[keys][p256dh]": "BEm_a0bdPDhf0SOsrnB2-ategf1hHoCnpXgQsFj5JCkc"
        "oMrMt2WHoPfEYOYPzOIs9mZE8ZUaD7VA5vouy0kEkr8=",
        "subscription[keys][auth]": "eH_C8rq2raXqlcBVDa1gLg==",
    },
    "reports.create": {"account_id": "{bob}"},
    "search.search": {"q": "bob"},
    "statuses.create": {"status": "hello"},
    "statuses.edit": {"status": "changed"},
    "streaming.hashtag": {"tag": "cats"},
    "streaming.hashtag_local": {"tag": "cats"},
    "streaming.list": {"list": "{list}"},
    "timelines.link": {"url": "https://trending.example/"},
    "well_known.webfinger": {"resource": "acct:bob@{host}"},
}
"""A call that is accepted, by operation; names in braces are those of the world."""

BROWSERS = {"oauth.authorize"}  # a page: whoever is not signed in signs in first
OF_CLIENTS = {"oauth.token", "oauth.revoke"}  # tests/oauth
ALPHA = {"collections.create_alpha", "collections.add_item_alpha"}  # the same handler under another path
COLLECTED = {"collections.add_item"}  # into a collection that the world has not
LENIENT = {
    "admin_ip_blocks.update",
    "admin_retention.get",
    "markers.get",
    "search.search",
}
"""Other values are ignored there, not refused."""


class World:
    def __init__(self, server: Fake) -> None:
        self.server = server
        self.http = httpx.Client(base_url=server.base_url, timeout=5)
        self.http.headers["Authorization"] = f"Bearer {server.tokens['root']}"
        names = server.instance.names
        self.ids = {**names["accounts"], **names["saved"]}
        self.ids["number"] = 10  # another one for each call
        self.ids["host"] = server.base_url.partition("//")[2]

        def made(path: str, **form: str) -> Any:
            return self.http.post(path, data=form).raise_for_status().json()

        self.ids["list"] = made("/api/v1/lists", title="A list")["id"]
        filter = made("/api/v2/filters", title="A filter", **{"context[]": "home"})
        self.ids["filter"] = filter["id"]
        self.ids["keyword"] = made(f"/api/v2/filters/{filter['id']}/keywords", keyword="cats")["id"]
        self.ids["report"] = made("/api/v1/reports", account_id=self.ids["bob"])["id"]
        self.ids["block"] = made("/api/v1/admin/domain_blocks", domain="worst.example")["id"]
        self.ids["rule"] = made("/api/v1/admin/ip_blocks", ip="192.0.2.9", severity="no_access")["id"]
        self.ids["poll"] = self.http.get(f"/api/v1/statuses/{self.ids['theirs']}").json()["poll"]["id"]

    def path(self, id: str) -> str:
        declaration = OPERATIONS[id].declaration
        own = {
            "lists": "list",
            "filters": "keyword" if id.endswith("_v1") else "filter",
            "polls": "poll",
            "accounts": "bob",
            "admin_accounts": "bob",
            "admin_reports": "report",
            "admin_domain_blocks": "block",
            "admin_ip_blocks": "rule",
        }.get(declaration.page, "mine")
        return re.sub(r":\w+", str(self.ids[own]), declaration.path)

    def call(self, id: str, parameters: dict[str, Any]) -> int:
        """The status of an answer."""
        declaration = OPERATIONS[id].declaration
        self.ids["number"] += 1
        sent = {name: value.format_map(self.ids) for name, value in parameters.items()}
        headers = {}
        if declaration.auth == "app":
            headers["Authorization"] = f"Bearer {self.server.tokens['app']}"
        if "file" in sent:
            name = sent.pop("file")
            files = {"file": (name, fixtures.media(name))}
            return self.http.post(self.path(id), files=files).status_code  # type: ignore[arg-type]
        where = "params" if declaration.method in ("GET", "DELETE") else "data"
        with self.http.stream(declaration.method, self.path(id), headers=headers, **{where: sent}) as answer:
            return answer.status_code


@pytest.fixture
def world() -> Iterator[World]:
    with fake(SCENARIO) as server:
        yield World(server)


def demanding() -> list[str]:
    skipped = BROWSERS | OF_CLIENTS | ALPHA | COLLECTED
    return [id for id, op in OPERATIONS.items() if op.declaration.required and id not in skipped]


def choosing() -> list[str]:
    return [id for id, op in OPERATIONS.items() if op.declaration.values and id not in BROWSERS | OF_CLIENTS]


def spelled(id: str, name: str) -> str:
    """As a form has it: with `[]` where it is an array."""
    declaration = OPERATIONS[id].declaration
    item = PATHS[re.sub(r":(\w+)", r"{\1}", declaration.path)][declaration.method.lower()]
    form = [one["name"] for one in item["parameters"]]
    if "requestBody" in item:
        form += item["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    return name if name in form else f"{name}[]"


@pytest.mark.parametrize("id", demanding())
def test_a_call_without_what_is_required_is_refused(id: str, world: World) -> None:
    complete = EXAMPLES[id]
    required = [spelled(id, name) for name in OPERATIONS[id].declaration.required]
    assert set(required) <= set(complete)
    for name in required:
        status = world.call(id, {other: value for other, value in complete.items() if other != name})
        assert 400 <= status < 500, name
    accepted = world.call(id, complete)
    assert accepted < 300 or (id == "timelines.link" and accepted == 404)  # nothing trends here


@pytest.mark.parametrize("id", choosing())
def test_the_listed_values_are_all_that_is_accepted(id: str, world: World) -> None:
    for name, values in OPERATIONS[id].declaration.values.items():
        refused = world.call(id, EXAMPLES.get(id, {}) | {spelled(id, name): "nonsense"})
        assert (refused < 300) if id in LENIENT else (400 <= refused < 500), name
        for value in values:
            also = {"rule_ids[]": "1"} if value == "violation" else {}
            accepted = world.call(id, EXAMPLES.get(id, {}) | {spelled(id, name): value} | also)
            assert accepted < 300, (name, value)


def form_of(path: str, method: str) -> Any:
    item = PATHS[path][method]
    return item["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]


def test_the_document_says_it_in_forms_queries_and_json() -> None:
    form = form_of("/api/v2/filters", "post")
    assert form["required"] == ["title", "context[]"]
    assert form["properties"]["filter_action"]["enum"] == ["warn", "hide", "blur"]
    assert form["properties"]["context[]"]["items"]["enum"][0] == "home"
    lists = PATHS["/api/v1/lists"]["post"]["requestBody"]
    tree = lists["content"]["application/json"]["schema"]
    assert lists["required"] and tree["required"] == ["title"]
    assert {"type": "string", "enum": ["followed", "list", "none"]} in tree["properties"]["replies_policy"][
        "anyOf"
    ]


def test_the_document_requires_what_is_nested_all_the_way() -> None:
    item = PATHS["/api/v1/push/subscription"]["post"]
    tree = item["requestBody"]["content"]["application/json"]["schema"]
    assert tree["required"] == ["subscription"]
    inner = next(one for one in tree["properties"]["subscription"]["anyOf"] if "properties" in one)
    assert inner["required"] == ["endpoint", "keys"]


def test_the_document_tells_limits_of_pages() -> None:
    parameters = PATHS["/api/v1/timelines/home"]["get"]["parameters"]
    limit = next(one for one in parameters if one["name"] == "limit")
    assert limit["schema"] == {"type": "integer", "minimum": 1, "maximum": 40, "default": 20}
    assert not limit["required"]
