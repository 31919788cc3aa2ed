"""Which languages a caller prefers (recording trends/statuses_paging; reference: errors.md §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockserver.text.language import normalise_language

if TYPE_CHECKING:
    from mockserver.context import Context

DEFAULT = "en"


def preferred(ctx: Context) -> list[str]:
    """The languages that a user has chosen to see, else that of the call."""
    user = ctx.session.user if ctx.session is not None else None
    if user is not None and user.chosen_languages:
        return list(user.chosen_languages)
    return [of_call(ctx)]


def of_call(ctx: Context) -> str:
    """The `lang` parameter, else the user's own, else the best of Accept-Language, else the server's; unknown
    ones do not count."""
    given = ctx.call.parameters.get("lang")
    user = ctx.session.user if ctx.session is not None else None
    candidates = [given if isinstance(given, str) else None, user.locale if user is not None else None]
    candidates += _accepted(ctx.call.language or "")
    return next(filter(None, map(normalise_language, candidates)), DEFAULT)


def _accepted(header: str) -> list[str]:
    """`fr-CA,fr;q=0.9` → the languages, the most wanted first."""
    weighed = []
    for part in header.split(","):
        language, _, quality = part.strip().partition(";q=")
        try:
            weighed.append((-float(quality or 1), language))
        except ValueError:
            continue
    return [language for _, language in sorted(weighed, key=lambda pair: pair[0])]
