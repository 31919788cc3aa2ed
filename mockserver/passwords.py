"""Passwords of a fake: salted and hashed, as nobody should keep them plain, but cheaply, as they guard
nothing."""

from __future__ import annotations

import hashlib
import hmac

_ROUNDS = 1000


def encrypt(password: str, salt: str) -> str:
    return f"{salt}${hashlib.pbkdf2_hmac('sha256', password.encode(), salt.encode(), _ROUNDS).hex()}"


def matches(encrypted: str, password: str) -> bool:
    salt, _, _ = encrypted.partition("$")
    return bool(encrypted) and hmac.compare_digest(encrypted, encrypt(password, salt))
