"""Describe the server: https://docs.joinmastodon.org/methods/instance/"""

from __future__ import annotations

from msgspec import UNSET

from clientkit import entities
from clientkit.operations.base import Operation, Text, operation


@operation("GET /api/v2/instance", auth="none", since="4.0.0", cache="always")
class Get(Operation[entities.Instance]):
    """Describe the server: its limits, abilities, rules and contact."""


@operation("GET /api/v1/instance/peers", auth="none", since="2.1.2", cache="always")
class Peers(Operation[list[str]]):
    """List the domains the server knows."""


@operation("GET /api/v1/instance/activity", auth="none", since="2.1.2", cache="always")
class Activity(Operation[list[dict[str, str]]]):
    """Count `statuses`, `logins`, `registrations` of the last 12 weeks (`week`: Unix time), all as text."""


@operation("GET /api/v1/instance/rules", auth="none", since="3.4.0", cache="always")
class Rules(Operation[list[entities.Rule]]):
    """List the server's rules."""


@operation("GET /api/v1/instance/domain_blocks", auth="optional", since="4.0.0", cache="always")
class DomainBlocks(Operation[list[entities.DomainBlock]]):
    """List the domains the server limits or suspends, if it tells; any user's token may show the reasons."""


@operation("GET /api/v1/instance/extended_description", auth="none", since="4.0.0", cache="always")
class ExtendedDescription(Operation[entities.ExtendedDescription]):
    """Show the long text about the server."""


@operation("GET /api/v1/instance/privacy_policy", auth="none", since="4.0.0", cache="always")
class PrivacyPolicy(Operation[entities.PrivacyPolicy]):
    """Show the server's privacy policy."""


@operation("GET /api/v1/instance/terms_of_service", auth="none", since="4.4.0", cache="always")
class TermsOfService(Operation[entities.TermsOfService]):
    """Show the terms of service in force, or else those to come."""


@operation("GET /api/v1/instance/terms_of_service/:date", auth="none", since="4.4.0", cache="always")
class TermsOfServiceOf(Operation[entities.TermsOfService]):
    """Show the terms of service that took or take effect on a date (YYYY-MM-DD)."""

    date: str


@operation("GET /api/v1/instance/translation_languages", auth="none", since="4.2.0", cache="always")
class TranslationLanguages(Operation[dict[str, list[str]]]):
    """Show into which languages statuses of each language can be translated."""


@operation(
    "GET /api/v1/instance",
    auth="none",
    since="1.1.0",
    deprecated="4.0.0",
    deprecation=1668384000,
    cache="always",
)
class GetV1(Operation[entities.V1Instance]):
    """Describe the server in the older form."""


@operation("GET /api/v1/instance/languages", auth="none", since="4.2.0", cache="always")
class Languages(Operation[list[dict[str, str]]]):
    """List the languages that statuses can have, by `code` and English `name`. Undocumented."""


@operation("GET /api/v1/peers/search", auth="none", since="4.2.0", cache="always")
class SearchPeers(Operation[list[str] | None]):
    """List up to 10 known domains that begin with `q`; null without one. Undocumented."""

    q: Text = UNSET
