"""Confirm the e-mail address of a new account: https://docs.joinmastodon.org/methods/emails/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Text, operation


@operation("POST /api/v1/emails/confirmations", scope="write:accounts", auth="token", since="3.4.0")
class Confirmations(Operation[entities.Empty]):
    """Send the mail again, to another address if one is given; for users who still have to confirm."""

    email: Text = UNSET


@operation("GET /api/v1/emails/check_confirmation", scope="read:accounts", auth="optional", since="4.2.0")
class CheckConfirmation(Operation[bool]):
    """Show whether the address is confirmed. Undocumented; 401 without a user."""
