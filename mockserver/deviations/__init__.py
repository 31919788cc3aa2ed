"""Seeded mistakes: what other servers get wrong, to be switched on by name (`--deviation NAME`,
`Options(deviations=…)`).

They prove that the laws of `contracts` can fail, and harden clients. The server's own code knows nothing of
them: when an instance with deviations is made, `deviate` puts each around the one place that it changes.
docs/laws.md lists them beside the laws they break."""

# isort: off
from mockserver.deviations import (  # noqa: F401  (importing them declares them)
    interactions,
    pages,
    posting,
    access,
    wire,
)
from mockserver.deviations.base import DEVIATIONS, Deviation, deviate

__all__ = ["DEVIATIONS", "Deviation", "deviate"]
