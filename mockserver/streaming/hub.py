"""Who listens: the open streams of one instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockserver.domain.outbox import Message
    from mockserver.instance import Instance


class Hub:
    def __init__(self, instance: Instance) -> None:
        self.instance = instance

    def publish(self, messages: list[Message]) -> None:
        pass

    def close(self) -> None:
        pass
