"""Ids, tokens and other random text, repeatable with a seed.

Snowflakes as Mastodon makes them: milliseconds << 16 | a 16-bit tail (lib/mastodon/snowflake.rb). Ours
count up within a millisecond, so that the order of ids is the order of making."""

from __future__ import annotations

import base64
import random

from mockserver.clock import Clock


class Ids:
    def __init__(self, clock: Clock, seed: int | None = None) -> None:
        self._clock = clock
        self.random = random.SystemRandom() if seed is None else random.Random(seed)
        self._guessable = random.Random(self.random.getrandbits(64))  # ten times as fast, for no secrets
        self._last = 0

    def snowflake(self, at: int | None = None) -> int:
        """A new id for now, or for a past moment `at` (ms)."""
        if at is not None:
            return (at << 16) | self.random.getrandbits(16)
        self._last = max(self._last + 1, self._clock.now() << 16)
        return self._last

    def token(self) -> str:
        """43 characters of base64url: 32 random bytes, as Doorkeeper makes them."""
        return base64.urlsafe_b64encode(self.random.randbytes(32)).rstrip(b"=").decode()

    def request_id(self) -> str:
        """A random UUID, as in `X-Request-Id`."""
        digits = f"{self._guessable.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"

    def nonce(self) -> str:
        """What a Content-Security-Policy names its scripts by."""
        return base64.b64encode(self.random.randbytes(16)).decode()

    def hex(self, length: int = 16) -> str:
        return self.random.randbytes((length + 1) // 2).hex()[:length]
