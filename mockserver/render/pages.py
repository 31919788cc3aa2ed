"""The few web pages of the server: they work without scripts, and escape everything they are given."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

    from mockserver.context import Context


@cache
def _environment() -> Environment:
    # Most instances never show a page.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("mockserver.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


def page(
    ctx: Context, template: str, *, title: str, heading: str, csrf: str, nonce: str, **values: Any
) -> str:
    """A page's HTML. `csrf`: the token good for any form, for scripts to read; `nonce`: by which its style
    is let in."""
    site = ctx.instance.settings["site_title"]
    made = _environment().get_template(f"{template}.html")
    return made.render(site=site, title=title, heading=heading, csrf=csrf, nonce=nonce, **values)
