"""Rate limits, counted as real Mastodon counts them: https://docs.joinmastodon.org/api/rate-limits/

Two mechanisms. Throttles count requests, of which they know path, verb, token and address; families count
what an account has made (posts, follows, reports). Windows are fixed and begin at multiples of their length
since the epoch. Pure counting: the caller gives the time. Facts: recordings limits/*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Literal, NamedTuple

from msgspec import Struct

# What is counted


class ThrottleRequest(Struct, frozen=True):
    """What the throttles look at.

    `path`: see `throttled_path`. `user_id` and `token` come from the `Authorization` header alone: None for
    an unknown token, while a revoked one counts. `paging`: see `pages`. `email`: what a form of a page sent.
    """

    path: str
    method: str
    ip: str
    user_id: int | None = None
    token: str | None = None
    paging: bool = False
    email: str | None = None


class Verdict(NamedTuple):
    """The tightest limit that met a request, or the one that refused it. `reset_at`: Unix seconds."""

    refused: bool
    limit: int
    remaining: int
    reset_at: float


Key = Callable[[ThrottleRequest], Hashable | None]


class Throttle(NamedTuple):
    """One rule. `key`: what is counted, None where the rule does not apply; `methods` None: any."""

    name: str
    limit: int
    period: int
    key: Key
    methods: frozenset[str] | None = None


PAGING_PARAMS = ("page", "min_id", "max_id", "since_id")

_POST = frozenset({"POST"})
_UPDATE = frozenset({"PUT", "PATCH"})
_MEDIA = re.compile(r"/api/v\d+/media", re.I)
_STATUS = re.compile(r"/api/v1/statuses/\d+")
_UNREBLOG = re.compile(r"/api/v1/statuses/\d+/unreblog")
_CONFIRMATIONS = ("/auth/confirmation", "/api/v1/emails/confirmations")


def _anonymous(request: ThrottleRequest) -> str | None:
    return address_key(request.ip) if request.user_id is None else None


def _at(*paths: str, of: Key) -> Key:
    return lambda request: of(request) if request.path in paths else None


def _page(path: str, *more: str, of: Key) -> Key:
    """A page of the web site, whatever format is asked for behind its path; `more`: other paths, as they
    stand."""
    pattern = re.compile(rf"{re.escape(path)}(?:\..*)?", re.S)

    def key(request: ThrottleRequest) -> Hashable | None:
        asked = request.path
        if asked in more or (asked.startswith(path) and pattern.fullmatch(asked)):
            return of(request)
        return None

    return key


def _address(request: ThrottleRequest) -> str:
    return address_key(request.ip)


def _user(request: ThrottleRequest) -> int | None:
    return request.user_id


def _token(request: ThrottleRequest) -> str | None:
    return request.token


def _email(request: ThrottleRequest) -> str | None:
    return request.email.strip().lower() if request.email else None


def _below(prefix: str, of: Key) -> Key:
    return lambda request: of(request) if request.path.startswith(prefix) else None


def _deleted_by(request: ThrottleRequest) -> int | None:
    pattern = _STATUS if request.method == "DELETE" else _UNREBLOG
    return request.user_id if pattern.fullmatch(request.path) else None


MINUTE, HOUR = 60, 3600

THROTTLES: tuple[Throttle, ...] = (
    Throttle("authenticated_api", 1500, 5 * MINUTE, _below("/api", _user)),
    Throttle("per_token_api", 300, 5 * MINUTE, _below("/api", _token)),
    Throttle("unauthenticated_api", 300, 5 * MINUTE, _below("/api", _anonymous)),
    Throttle("api_media", 30, 30 * MINUTE, lambda r: r.user_id if _MEDIA.fullmatch(r.path) else None, _POST),
    Throttle("media_proxy", 30, 10 * MINUTE, _below("/media_proxy", _address)),
    Throttle("api_sign_up", 5, 30 * MINUTE, _at("/api/v1/accounts", of=_address), _POST),
    Throttle("authenticated_paging", 300, 15 * MINUTE, lambda r: r.user_id if r.paging else None),
    Throttle("unauthenticated_paging", 300, 15 * MINUTE, lambda r: _anonymous(r) if r.paging else None),
    Throttle("api_delete", 30, 30 * MINUTE, _deleted_by, frozenset({"DELETE", "POST"})),
    Throttle("oauth_applications", 5, 10 * MINUTE, _at("/api/v1/apps", of=_address), _POST),
    Throttle("sign_up_attempts", 25, 5 * MINUTE, _page("/auth", of=_address), _POST),
    Throttle("password_resets/ip", 25, 5 * MINUTE, _page("/auth/password", of=_address), _POST),
    Throttle("password_resets/email", 5, 30 * MINUTE, _page("/auth/password", of=_email), _POST),
    Throttle("email_confirmations/ip", 25, 5 * MINUTE, _page(*_CONFIRMATIONS, of=_address), _POST),
    Throttle("email_confirmations/form", 5, 30 * MINUTE, _page("/auth/confirmation", of=_email), _POST),
    Throttle("email_confirmations/user", 5, 30 * MINUTE, _at(_CONFIRMATIONS[1], of=_user), _POST),
    Throttle("auth_setup/email", 5, 10 * MINUTE, _page("/auth/setup", of=_email), _UPDATE),
    Throttle("auth_setup/account", 5, 10 * MINUTE, _page("/auth/setup", of=_user), _UPDATE),
    Throttle("login_attempts/ip", 25, 5 * MINUTE, _page("/auth/sign_in", of=_address), _POST),
    Throttle("login_attempts/email", 25, HOUR, _page("/auth/sign_in", of=_email), _POST),
    Throttle("password_change/account", 10, 10 * MINUTE, _page("/auth", of=_user), _UPDATE),
)
"""In the order of evaluation, which ends at the first one exceeded (rate_limits.md §2)."""

Family = Literal["follows", "statuses", "reports"]
FAMILIES: dict[Family, tuple[int, int]] = {
    "follows": (400, 24 * HOUR),
    "statuses": (300, 3 * HOUR),
    "reports": (400, 24 * HOUR),
}
"""Family → how many, per how many seconds, for one account."""


# How strict


@dataclass(frozen=True)
class Policy:
    """Which limits hold. `refuses` False: counted and told, never enforced."""

    throttles: tuple[Throttle, ...] = THROTTLES
    families: dict[Family, tuple[int, int]] = field(default_factory=lambda: dict(FAMILIES))
    refuses: bool = True


GENEROUS_FACTOR = 1000  # 300 becomes 300 000: a test suite never meets it, a runaway loop does


def _generous() -> Policy:
    return Policy(
        tuple(rule._replace(limit=rule.limit * GENEROUS_FACTOR) for rule in THROTTLES),
        {name: (limit * GENEROUS_FACTOR, period) for name, (limit, period) in FAMILIES.items()},
    )


def _token_or_address(request: ThrottleRequest) -> str:
    return request.token or address_key(request.ip)


def parse_policy(text: str) -> Policy:
    """`mastodon`, `generous`, `off` or `N/SECONDS`; ValueError says what would be right."""
    match text:
        case "mastodon":
            return Policy()
        case "generous":
            return _generous()
        case "off":
            return Policy(refuses=False)
    limit, _, seconds = text.partition("/")
    if not re.fullmatch("[0-9]{1,9}/[1-9][0-9]{0,8}", text):
        right = "mastodon, generous, off or N/SECONDS such as 10/60"
        raise ValueError(f"rate limits: {text!r} is not understood; write {right}")
    small = Throttle("small", int(limit), int(seconds), _below("/api", _token_or_address))
    return Policy((small,), _generous().families)


# Counting


@dataclass(slots=True)
class _Window:
    """The counts of one rule in its current window; the past ones are forgotten."""

    number: int = -1
    counts: dict[Hashable, int] = field(default_factory=dict)

    def of(self, number: int) -> dict[Hashable, int]:
        if number != self.number:
            self.number, self.counts = number, {}
        return self.counts


class Throttles:
    """The request counters of one instance."""

    def __init__(self, policy: Policy) -> None:
        self._refuses = policy.refuses
        self._rules = [(rule, _Window()) for rule in policy.throttles]
        self._by_method: dict[str, list[tuple[Throttle, _Window]]] = {}

    def clear(self) -> None:
        """Begin all windows anew."""
        for _, window in self._rules:
            window.counts = {}

    def check(self, request: ThrottleRequest, now: float) -> Verdict | None:
        """Count a request. None where no rule applies; otherwise the rule that refuses or the tightest.

        Of two with the same number left the earlier shows (recording limits/headers).
        """
        second = int(now)
        tightest: Throttle | None = None
        left = 0
        for rule, window in self._rules_of(request.method):
            key = rule.key(request)
            if key is None:
                continue
            counts = window.of(second // rule.period)
            count = counts[key] = counts.get(key, 0) + 1
            if count > rule.limit and self._refuses:
                return Verdict(True, rule.limit, 0, _end_of_window(now, rule.period))
            if tightest is None or rule.limit - count < left:
                tightest, left = rule, rule.limit - count
        if tightest is None:
            return None
        return Verdict(False, tightest.limit, max(left, 0), _end_of_window(now, tightest.period))

    def _rules_of(self, method: str) -> list[tuple[Throttle, _Window]]:
        rules = self._by_method.get(method)
        if rules is None:
            rules = [(rule, w) for rule, w in self._rules if rule.methods is None or method in rule.methods]
            if len(self._by_method) < 16:  # made-up verbs must not fill the memory
                self._by_method[method] = rules
        return rules


class Families:
    """How much each account of one instance has made."""

    def __init__(self, policy: Policy) -> None:
        self._refuses = policy.refuses
        self._limits = policy.families
        self._windows: dict[Family, _Window] = {name: _Window() for name in policy.families}

    def clear(self) -> None:
        """Begin all windows anew."""
        for window in self._windows.values():
            window.counts = {}

    def count(self, account_id: int, family: Family, now: float) -> Verdict:
        """Count one thing about to be made; when refused it must not be made, and is not counted."""
        return self._verdict(account_id, family, now, 1)

    def peek(self, account_id: int, family: Family, now: float) -> Verdict:
        """What is left, without counting; never refused."""
        return self._verdict(account_id, family, now, 0)

    def set_count(self, account_id: int, family: Family, now: float, made: int) -> None:
        """Pretend that so many were made in this window, to test what a client does near a limit."""
        _, period = self._limits[family]
        self._windows[family].of(int(now) // period)[account_id] = made

    def _verdict(self, account_id: int, family: Family, now: float, more: int) -> Verdict:
        limit, period = self._limits[family]
        counts = self._windows[family].of(int(now) // period)
        made = counts.get(account_id, 0)
        refused = self._refuses and made + more > limit and more > 0
        if more and not refused:
            made += more
            counts[account_id] = made
        return Verdict(refused, limit, max(limit - made, 0), _end_of_window(now, period))


def _end_of_window(now: float, period: int) -> float:
    """The boundary's second with the microseconds of now, as a real server tells it."""
    return now + (period - int(now) % period)


# Telling


def headers(verdict: Verdict, family: Verdict | None = None) -> list[tuple[str, str]]:
    """The three headers. A family's figures replace the throttle's when it has as few left, or fewer."""
    if family is not None and family.remaining <= verdict.remaining:
        verdict = family
    return [
        ("X-RateLimit-Limit", str(verdict.limit)),
        ("X-RateLimit-Remaining", str(verdict.remaining)),
        ("X-RateLimit-Reset", _iso(verdict.reset_at)),
    ]


def _iso(seconds: float) -> str:
    whole, micro = divmod(round(seconds * 1_000_000), 1_000_000)
    return f"{_iso_second(whole)}.{micro:06d}Z"


@lru_cache(maxsize=64)
def _iso_second(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S")


# Who and where


def throttled_path(path: str) -> str:
    """The path as the throttles see it: doubled and trailing slashes do not escape them."""
    if "//" in path:
        path = re.sub("/{2,}", "/", path)
    return path.rstrip("/") or "/" if path.endswith("/") else path


def pages(query: dict[str, Any], form: dict[str, Any]) -> bool:
    """Whether a paging parameter is there and not blank; not in JSON bodies (recording limits/paging_300)."""
    if not query and not form:
        return False
    for name in PAGING_PARAMS:
        value = query.get(name) or form.get(name)
        if value and (not isinstance(value, str) or value.strip()):
            return True
    return False


_TRUSTED_PROXIES = [
    ip_network(text)
    for text in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),
        *("::1/128", "fc00::/7", "fe80::/10"),
    )
]


@lru_cache(maxsize=1024)
def client_address(peer: str, forwarded_for: str | None) -> str:
    """The last entry of `X-Forwarded-For` that is no proxy of a private network; without one the peer."""
    if not forwarded_for or not _trusted(peer):
        return peer
    entries = [entry for entry in re.split(r"[,\s]+", forwarded_for) if _parsed(entry) is not None]
    for entry in reversed(entries):
        if not _trusted(entry):
            return entry
    return entries[0] if entries else peer


@lru_cache(maxsize=4096)
def address_key(ip: str) -> str:
    """What of an address is counted: of IPv6 the /64 network (recording limits/headers)."""
    address = _parsed(ip)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Network((int(address) >> 64 << 64, 64)))
    return ip


def _trusted(text: str) -> bool:
    address = _parsed(text)
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address is None or any(address in network for network in _TRUSTED_PROXIES)


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
