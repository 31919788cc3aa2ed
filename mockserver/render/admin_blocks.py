"""Blocks and allowances as moderators see them: https://docs.joinmastodon.org/entities/Admin_DomainBlock/,
Admin_DomainAllow/, Admin_EmailDomainBlock/, Admin_IpBlock/, Admin_CanonicalEmailBlock/."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clientkit.entities import (
    AdminCanonicalEmailBlock,
    AdminDomainAllow,
    AdminDomainBlock,
    AdminEmailDomainBlock,
    AdminIpBlock,
)
from mockserver import clock
from mockserver.render import usage
from mockserver.store import email_domain_blocks as providers

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row


def domain_allow(ctx: Context, row: Row) -> AdminDomainAllow:
    return AdminDomainAllow(id=str(row.id), domain=row.domain, created_at=clock.iso(row.created_at))


def domain_block(ctx: Context, row: Row) -> AdminDomainBlock:
    return AdminDomainBlock(
        id=str(row.id),
        domain=row.domain,
        digest=hashlib.sha256(row.domain.encode()).hexdigest(),
        created_at=clock.iso(row.created_at),
        severity=row.severity,
        reject_media=row.reject_media,
        reject_reports=row.reject_reports,
        private_comment=row.private_comment,
        public_comment=row.public_comment,
        obfuscate=row.obfuscate,
    )


def email_domain_blocks(ctx: Context, rows: Sequence[Row]) -> list[AdminEmailDomainBlock]:
    """With the sign-ups of the last seven days that met them."""
    days = usage.days(ctx)
    attempts = providers.attempts(ctx.db, [row.id for row in rows], days[-1])
    return [
        AdminEmailDomainBlock(
            id=str(row.id),
            domain=row.domain,
            created_at=clock.iso(row.created_at),
            history=usage.of(row.id, attempts, days),
            allow_with_approval=row.allow_with_approval,
        )
        for row in rows
    ]


def ip_block(ctx: Context, row: Row) -> AdminIpBlock:
    return AdminIpBlock(
        id=str(row.id),
        ip=row.ip,
        severity=row.severity,
        comment=row.comment,
        created_at=clock.iso(row.created_at),
        expires_at=clock.optional_iso(row.expires_at),
    )


def canonical_email_block(ctx: Context, row: Row) -> AdminCanonicalEmailBlock:
    return AdminCanonicalEmailBlock(id=str(row.id), canonical_email_hash=row.canonical_email_hash)
