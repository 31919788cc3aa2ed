"""What a bot that listens with Mastodon.py hears, unchanged but for host and token."""

from __future__ import annotations

import queue
from typing import Any

import pytest
from mastodon import Mastodon, StreamListener

from mockserver.streaming import events
from tests.streaming.conftest import PATIENCE, Stage


class Heard(StreamListener):
    def __init__(self) -> None:
        self.all: queue.Queue[tuple[str, Any]] = queue.Queue()

    def on_update(self, status: Any) -> None:
        self.all.put(("update", status))

    def on_notification(self, notification: Any) -> None:
        self.all.put(("notification", notification))

    def on_delete(self, status_id: Any) -> None:
        self.all.put(("delete", status_id))

    def on_status_update(self, status: Any) -> None:
        self.all.put(("status.update", status))

    def next(self) -> tuple[str, Any]:
        return self.all.get(timeout=PATIENCE)


@pytest.mark.parametrize("name", ["user", "public"])
def test_hears_posts_edits_and_deletions(stage: Stage, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "HEARTBEAT_SECONDS", 0.05)  # the listener looks no more often whether to end
    bot = Mastodon(access_token=stage.server.tokens["alice"], api_base_url=stage.server.base_url)
    assert bot.stream_healthy()
    heard = Heard()
    open_stream = {"user": bot.stream_user, "public": bot.stream_public}[name]
    handle = open_stream(heard, run_async=True, reconnect_async=False)
    try:
        while not stage.server.instance.hub._listeners:
            bot.stream_healthy()
        posted = bot.status_post("hello")
        event, status = heard.next()
        assert (event, status.id) == ("update", posted.id)
        bot.status_update(posted.id, status="hello again")
        event, status = heard.next()
        assert (event, status.content) == ("status.update", "<p>hello again</p>")
        bot.status_delete(posted.id)
        assert heard.next() == ("delete", posted.id)
    finally:
        handle.close()
