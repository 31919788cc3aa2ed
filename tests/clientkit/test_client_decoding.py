"""Entities out of answers, also of servers that are not quite like Mastodon."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from clientkit import entities
from clientkit.decoding import decode, parse
from clientkit.errors import UnexpectedAnswer
from clientkit.operations import collections, health, lists, statuses
from clientkit.wire import Response

LIST = {"id": "1", "title": "A", "replies_policy": "list", "exclusive": False}


def sent(value: Any) -> Response:
    return Response(200, {}, json.dumps(value).encode())


def test_an_answer_as_declared_is_an_entity() -> None:
    found = decode(lists.Get.declaration, sent(LIST), strict=True)
    assert found == entities.List(id="1", title="A", replies_policy="list", exclusive=False)


def test_a_field_that_an_older_server_lacks_is_unset() -> None:
    older = {key: value for key, value in LIST.items() if key != "exclusive"}
    assert decode(lists.Get.declaration, sent(older)).exclusive is UNSET
    with pytest.raises(UnexpectedAnswer):
        decode(lists.Get.declaration, sent(older), strict=True)


def test_null_and_numbers_in_odd_places_stay_as_they_came() -> None:
    odd = decode(lists.Index.declaration, sent([LIST | {"title": None, "id": 5, "new": 1}]))
    assert (odd[0].title, odd[0].id) == (None, 5)


def test_entities_inside_an_odd_one_are_entities_still() -> None:
    status = parse(
        entities.Status, b'{"id":"1","account":{"id":"2"},"media_attachments":[{"id":"3"}],"card":null}'
    )
    assert isinstance(status.account, entities.Account)
    assert isinstance(status.media_attachments[0], entities.MediaAttachment)
    assert (status.card, status.reblog) == (None, UNSET)


def test_a_scheduled_status_is_told_by_its_params() -> None:
    declaration = statuses.Create.declaration
    scheduled = {"id": "1", "scheduled_at": "2030-01-01T00:00:00.000Z", "params": {}, "media_attachments": []}
    assert isinstance(decode(declaration, sent(scheduled)), entities.ScheduledStatus)
    assert isinstance(
        decode(declaration, sent({"id": "1", "content": "", "media_attachments": []})), entities.Status
    )


@pytest.mark.parametrize("value", [[], "text", 5, None, {}, {"error": "Done, but"}])
def test_another_shape_is_unexpected(value: Any) -> None:
    with pytest.raises(UnexpectedAnswer):
        decode(lists.Get.declaration, sent(value))


def test_answers_that_are_no_json() -> None:
    assert decode(health.Get.declaration, Response(200, {}, b"OK")) == "OK"
    assert decode(collections.Delete.declaration, Response(200)) is None
    assert decode(lists.Delete.declaration, Response(200)) == entities.Empty()
    with pytest.raises(UnexpectedAnswer):
        decode(lists.Get.declaration, Response(200))
    with pytest.raises(msgspec.DecodeError):
        parse(entities.List, b"\xff")
