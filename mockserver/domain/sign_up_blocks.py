"""What stands against a sign-up: addresses, mail providers and mail addresses that moderators have blocked
(recordings admin/ip_blocks, admin/email_domain_blocks, moderation/deleted_account)."""

from __future__ import annotations

import hashlib
from functools import partial
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain.domain_blocks import normalise
from mockserver.domain.server_domains import problems_of
from mockserver.store import email_domain_blocks as providers
from mockserver.store.paging import integer
from mockserver.store.schema import (
    canonical_email_blocks,
    email_domain_block_attempts,
    email_domain_blocks,
    ip_blocks,
)

if TYPE_CHECKING:
    from mockserver.context import Context

SEVERITIES = ("sign_up_requires_approval", "sign_up_block", "no_access")
NO_ADDRESS = "0.0.0.0/32"
"""What a rule without an address is for (the column's default)."""

LONGEST = 1_000_000_000
"""Seconds: thirty years and more, from which a date can still be written."""


# --- mail providers


def block_provider(ctx: Context, given: str, *, allow_with_approval: bool) -> int:
    """The id of the new block. Raises ValidationFailed."""
    domain = normalise(given)
    problems = problems_of(domain)
    if not problems and ctx.db.find(email_domain_blocks, domain=domain) is not None:
        problems = ["Domain has already been taken"]
    if problems:
        raise errors.ValidationFailed(*problems)
    return ctx.db.insert(
        email_domain_blocks, domain=domain, allow_with_approval=allow_with_approval, created_at=ctx.now
    )


USES_OF_REFUSED, USES_OF_LET_IN = 2, 1
"""How often an attempt to sign up counts: a real server looks twice before it refuses (recording
admin/email_domain_blocks), and once to have one wait."""


def is_provider_refused(ctx: Context, email: str) -> bool:
    """Whether a mail address falls under a block by its domain or a parent of that; the attempt counts."""
    return _meets(ctx, email, allow_with_approval=False, uses=USES_OF_REFUSED)


def must_provider_wait(ctx: Context, email: str) -> bool:
    """Whether a sign-up with this mail address is let in with approval only; the attempt counts."""
    return _meets(ctx, email, allow_with_approval=True, uses=USES_OF_LET_IN)


def _meets(ctx: Context, email: str, *, allow_with_approval: bool, uses: int) -> bool:
    domain = normalise(email.strip().rpartition("@")[2])
    met = providers.of_domain(ctx.db, domain, allow_with_approval=allow_with_approval) if domain else ()
    address, now = ctx.call.ip, ctx.now
    for block_id in [block.id for block in met]:
        ctx.tally(partial(providers.count_attempt, ctx.db, block_id, address, uses, now))
    return bool(met)


def unblock_provider(ctx: Context, block_id: int) -> None:
    ctx.db.delete(email_domain_blocks, id=block_id)
    ctx.db.delete(email_domain_block_attempts, email_domain_block_id=block_id)


# --- mail addresses


def canonical_hash(email: str) -> str:
    """One for all spellings of an address: no dots and no `+tag` before the `@`, lower case. What has no `@`
    is read as if it ended with one (app/helpers/email_helper.rb)."""
    local, _, domain = email.strip().lower().partition("@")
    plain = local.partition("+")[0].replace(".", "")
    return hashlib.sha256(f"{plain}@{domain}".encode()).hexdigest()


def block_address(ctx: Context, digest: str) -> int:
    """The id of the new block. Raises ValidationFailed."""
    if not digest.strip():
        raise errors.ValidationFailed("Canonical email hash can't be blank")
    if ctx.db.find(canonical_email_blocks, canonical_email_hash=digest) is not None:
        raise errors.ValidationFailed("Canonical email hash has already been taken")
    return ctx.db.insert(canonical_email_blocks, canonical_email_hash=digest, created_at=ctx.now)


def is_address_blocked(ctx: Context, email: str) -> bool:
    return ctx.db.find(canonical_email_blocks, canonical_email_hash=canonical_hash(email)) is not None


# --- where a request comes from


def rule_for(ctx: Context, severity: str) -> bool:
    """Whether a rule of this severity holds for the caller's address."""
    try:
        here = ip_address(ctx.call.ip)
    except ValueError:
        return False
    rules = ctx.db.find_all(ip_blocks, severity=severity)
    return any(
        here in ip_network(rule.ip, strict=False)
        for rule in rules
        if rule.expires_at is None or rule.expires_at > ctx.now
    )


def rule_values(ctx: Context, given: dict[str, Any]) -> dict[str, Any]:
    """The columns of a rule as a caller means them: the network without host bits ("" when it is none), the
    end as a time; `expires_in` that is no number ends it at once, a blank one takes the end away."""
    values: dict[str, Any] = {name: given[name] or "" for name in ("severity", "comment") if name in given}
    if "ip" in given:
        values["ip"] = _network(given["ip"] or "")
    if "expires_in" in given:
        values["expires_at"] = _end(ctx, given["expires_in"])
    return values


def _end(ctx: Context, seconds: str | None) -> int | None:
    if not seconds:
        return None
    span = integer(seconds) or 0
    if abs(span) > LONGEST:
        raise errors.InvalidParameter("expires_in is out of range")
    return ctx.now + span * 1000


def _network(text: str) -> str:
    try:
        return str(ip_network(text.strip(), strict=False))
    except ValueError:
        return ""


def rule_problems(ctx: Context, values: dict[str, Any], rule_id: int | None = None) -> list[str]:
    """What is wrong with a rule of these columns, in the wire's order; `rule_id`: the rule they are for."""
    problems = []
    if values["severity"] not in SEVERITIES:
        problems.append("Severity is not included in the list")
    if not values["ip"]:
        problems.append("Ip can't be blank")
    if not values["severity"]:
        problems.append("Severity can't be blank")
    same = ctx.db.find(ip_blocks, ip=values["ip"])
    if same is not None and same.id != rule_id:
        problems.append("Ip has already been taken")
    return problems


def make_rule(ctx: Context, given: dict[str, Any]) -> int:
    """The id of the new rule. Raises ValidationFailed."""
    values = {"ip": NO_ADDRESS, "severity": "", "comment": ""} | rule_values(ctx, given)
    problems = rule_problems(ctx, values)
    if problems:
        raise errors.ValidationFailed(*problems)
    return ctx.db.insert(ip_blocks, created_at=ctx.now, **values)
