"""Rules of a server: https://docs.joinmastodon.org/entities/Rule/."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from clientkit.entities.base import Id, Since


class RuleTranslation(Struct, kw_only=True, gc=False):
    """A rule in another language."""

    text: str
    hint: str


class Rule(Struct, kw_only=True, gc=False):
    """A rule; `translations` by language code."""

    id: Id
    text: str
    hint: str
    translations: Annotated[dict[str, RuleTranslation], Since("4.4.0")]
