"""Addresses that administrators have shut out altogether (recording limits/blocked_address)."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

from mockserver.store.database import Database
from mockserver.store.schema import ip_blocks

Network = IPv4Network | IPv6Network


class ShutOut:
    """Which addresses have no access; asked at every request, so that the list is kept until it changes."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._networks: list[tuple[Network, int | None]] | None = None
        db.watch(ip_blocks, "id", self._forget)

    def _forget(self, _id: Any) -> None:
        self._networks = None

    def holds(self, address: str, now: int) -> bool:
        if self._networks is None:
            rows = self._db.find_all(ip_blocks, severity="no_access")
            self._networks = [(ip_network(row.ip, strict=False), row.expires_at) for row in rows]
        return bool(self._networks) and any(
            (expires is None or expires > now) and _within(address, network)
            for network, expires in self._networks
        )


@lru_cache(maxsize=1024)
def _within(address: str, network: Network) -> bool:
    try:
        return ip_address(address) in network
    except ValueError:
        return False
