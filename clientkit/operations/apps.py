"""Register client applications: https://docs.joinmastodon.org/methods/apps/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import LooseTexts, Operation, Text, operation


@operation("POST /api/v1/apps", auth="none", since="0.0.0", required=("client_name", "redirect_uris"))
class Create(Operation[entities.CredentialApplication]):
    """Register an application and get the credentials for its tokens.

    `scopes` arrives as it was sent, since an array means `read`, an empty text no scope at all.
    """

    client_name: Text = UNSET
    redirect_uris: LooseTexts = UNSET
    scopes: Any = UNSET
    website: Text = UNSET


@operation("GET /api/v1/apps/verify_credentials", auth="token", since="2.0.0")
class VerifyCredentials(Operation[entities.Application]):
    """Show the application that a token was given to, whatever its scopes."""
