"""Web Push subscriptions (recording push/create_forms; reference: lists-filters-…, Web push)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from clientkit.operations import push
from clientkit.operations.push import KeysParams, SubscriptionParams
from mockserver import errors
from mockserver.domain import vapid
from mockserver.handlers.binding import Reply
from mockserver.testing import fake

POINT = "BERQx6y-wyZktcYQWRMxw4tnYtPkTu03tPo1zn8Zu2edIPeR8xOr9AQrqWfZ0GtA2GyCy50cusU80beIVHt3vDY="
AUTH = "LfuakijfUzTWIEvK4ouUVQ=="
WORLD = {
    "apps": [{"name": "Bot", "scopes": "push"}],
    "accounts": [{"username": "alice", "email": "alice@mail.example", "password": "alice-password"}],
    "tokens": [{"name": "alice", "account": "alice", "scopes": "push"}],
}


def subscribe(
    person: Any, *, endpoint: str = "https://push.example/a", p256dh: str = POINT, data: Any = None
) -> Any:
    keys = KeysParams(p256dh=p256dh, auth=AUTH)
    return person.do(push.Subscribe(subscription=SubscriptionParams(endpoint=endpoint, keys=keys), data=data))


def test_the_answer_repeats_the_alerts_that_were_named(social: Any) -> None:
    alerts = {"mention": "0", "follow": "off", "poll": True, "status": "", "update": "no", "nonsense": True}
    made = subscribe(social.alice, data={"alerts": alerts, "policy": "followed"})
    assert made.alerts == {"mention": False, "follow": False, "poll": True, "status": None, "update": True}
    assert (made.policy, made.standard) == ("followed", False)
    assert made.server_key == vapid.public_key(social.instance)


def test_a_new_subscription_takes_the_place_of_the_former(social: Any) -> None:
    first = subscribe(social.alice)
    second = subscribe(social.alice, endpoint="https://push.example/b")
    assert first.id != second.id
    assert social.alice.do(push.Get()).endpoint == "https://push.example/b"


@pytest.mark.parametrize(
    "key",
    [
        POINT.rstrip("="),
        POINT.replace("-", "+"),
        pytest.param(POINT.replace("-", "+").rstrip("="), id="both"),
    ],
)
def test_every_spelling_of_base64_will_do(social: Any, key: str) -> None:
    assert subscribe(social.alice, p256dh=key).id


@pytest.mark.parametrize("key", ["", "nonsense", POINT[:-4] + "AAA=", "AA=="])
def test_a_refused_one_has_already_removed_the_former(social: Any, key: str) -> None:
    subscribe(social.alice)
    refused = subscribe(social.alice, p256dh=key)
    assert isinstance(refused, Reply) and refused.status == 422
    assert refused.body["error"].endswith("is not a valid Ed25519 or Curve25519 key")
    with pytest.raises(errors.NotFound):
        social.alice.do(push.Get())


def test_all_that_is_wrong_is_named_in_order(social: Any) -> None:
    refused = subscribe(social.alice, endpoint="", p256dh="")
    assert refused.body["error"] == (
        "Validation failed: Endpoint can't be blank, Endpoint is invalid, Key p256dh can't be blank, "
        "is not a valid Ed25519 or Curve25519 key"
    )


def test_an_update_replaces_all_data(social: Any) -> None:
    made = subscribe(social.alice, data={"alerts": {"mention": True}, "policy": "none"})
    changed = social.alice.do(push.Update(data={"alerts": {"poll": True}}))
    assert (changed.id, changed.alerts, changed.policy) == (made.id, {"poll": True}, "all")
    assert social.alice.do(push.Update()).alerts == {}
    with pytest.raises(errors.ParameterMissing):
        social.alice.do(push.Update(data={"nonsense": 1}))


def test_without_a_subscription_there_is_nothing_to_show_or_change_but_to_delete(social: Any) -> None:
    for operation in (push.Get(), push.Update(data={})):
        with pytest.raises(errors.NotFound):
            social.alice.do(operation)
    assert social.alice.do(push.Unsubscribe()) is None


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({}, 400, "param is missing or the value is empty or invalid: subscription"),
        ({"subscription": "x"}, 400, "param is missing or the value is empty or invalid: subscription"),
        ({"subscription": {}}, 400, "param is missing or the value is empty or invalid: subscription"),
        (
            {"subscription": {"endpoint": "https://push.example/b", "keys": {}}},
            422,
            "Validation failed: Key p256dh can't be blank, Key auth can't be blank, "
            "is not a valid Ed25519 or Curve25519 key",
        ),
        (
            {"subscription": {"endpoint": "push.example", "keys": {"p256dh": POINT, "auth": AUTH}}},
            422,
            "Validation failed: Endpoint is invalid",
        ),
        (
            {
                "subscription": {
                    "endpoint": "https://push.example/b",
                    "keys": {"p256dh": POINT, "auth": AUTH},
                },
                "data": {"nonsense": 1},
            },
            400,
            "param is missing or the value is empty or invalid: data",
        ),
    ],
    ids=["nothing", "text", "empty", "no keys", "no address", "no data"],
)
def test_whatever_a_new_one_is_refused_for_the_former_is_gone(
    body: dict[str, Any], status: int, error: str
) -> None:
    """Truth: the reference for 422; for 400 app/controllers/api/v1/push/subscriptions_controller.rb, where
    `create` begins with the deletion."""
    address = "/api/v1/push/subscription"
    good = {"endpoint": "https://push.example/a", "keys": {"p256dh": POINT, "auth": AUTH}}
    with fake(WORLD) as server, httpx.Client(base_url=server.base_url) as http:
        http.headers["Authorization"] = f"Bearer {server.tokens['alice']}"
        assert http.post(address, json={"subscription": good}).status_code == 200
        refused = http.post(address, json=body)
        assert (refused.status_code, refused.json()) == (status, {"error": error})
        gone = http.get(address)
        assert (gone.status_code, gone.json()) == (404, {"error": "Not Found"})
