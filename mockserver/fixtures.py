"""The data that travels with the product: demo scenarios and demo media."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGED = Path(__file__).with_name("_fixtures")
ROOT = _PACKAGED if _PACKAGED.exists() else Path(__file__).parent.parent / "fixtures"


@cache
def media(name: str) -> bytes | None:
    """The bytes of a demo file, None when there is none of that name."""
    path = ROOT / "media" / Path(name).name
    return path.read_bytes() if path.is_file() else None


def media_names() -> list[str]:
    return sorted(path.name for path in (ROOT / "media").iterdir())


def scenario(name: str) -> Path | None:
    """The file of a scenario that comes along: `demo`, `empty`."""
    path = ROOT / "scenarios" / f"{Path(name).name}.toml"
    return path if path.is_file() else None


def scenario_names() -> list[str]:
    return sorted(path.stem for path in (ROOT / "scenarios").glob("*.toml"))
