"""The key by which push services know the server: a point on the curve P-256 (https://datatracker.ietf.org/doc/html/rfc8292).

Nothing is ever signed with it, as a fake pushes nothing; but clients hand it to browsers, and those refuse
what is no point.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockserver.instance import Instance

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int] | None


def public_key(instance: Instance) -> str:
    """base64url with padding, 88 characters, the same for all servers of a name."""
    return _public_key(instance.domain)


@lru_cache(maxsize=64)
def _public_key(name: str) -> str:
    secret = int.from_bytes(hashlib.sha256(name.encode()).digest()) % (_N - 1) + 1
    point = _multiply(secret, _G)
    assert point is not None
    return base64.urlsafe_b64encode(b"\x04" + point[0].to_bytes(32) + point[1].to_bytes(32)).decode()


def on_curve(x: int, y: int) -> bool:
    """Whether this is a point of P-256."""
    return x < _P and y < _P and (y * y - (x * x * x - 3 * x + _B)) % _P == 0


def _multiply(times: int, point: Point) -> Point:
    total: Point = None
    while times:
        if times & 1:
            total = _add(total, point)
        point = _add(point, point)
        times >>= 1
    return total


def _add(a: Point, b: Point) -> Point:
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % _P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, _P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, _P)
    x = (slope * slope - a[0] - b[0]) % _P
    return x, (slope * (a[0] - x) - a[1]) % _P
