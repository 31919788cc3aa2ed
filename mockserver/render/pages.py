"""The few web pages of the server: they work without scripts, and escape everything they are given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from mockserver.render import emojis

if TYPE_CHECKING:
    from jinja2 import Environment

    from clientkit.entities import CustomEmoji
    from mockserver.context import Context


@cache
def _environment() -> Environment:
    # Most instances never show a page.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("mockserver.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    made.filters["drawn"] = drawn
    return made


def drawn(text: str, used: Sequence[CustomEmoji]) -> str:
    """Text, or HTML that is marked as safe, with its custom emoji as pictures; marked as safe."""
    from markupsafe import Markup, escape

    return Markup(emojis.drawn(str(escape(text)), used, _picture))


def _picture(emoji: CustomEmoji) -> str:
    code = f":{emoji.shortcode}:"
    return f'<img class="emoji" src="{emoji.static_url}" alt="{code}" title="{code}">'


def page(
    ctx: Context, template: str, *, title: str, heading: str, csrf: str, nonce: str, **values: Any
) -> str:
    """A page's HTML. `csrf`: the token good for any form, for scripts to read; `nonce`: by which its style
    is let in."""
    site = ctx.instance.settings["site_title"]
    made = _environment().get_template(f"{template}.html")
    return made.render(site=site, title=title, heading=heading, csrf=csrf, nonce=nonce, **values)
