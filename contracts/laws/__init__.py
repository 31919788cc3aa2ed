"""The laws, one module per subject. Importing this package declares all of them."""

from contracts.law import LAWS
from contracts.laws import (  # noqa: F401
    # isort: off
    favourites,
    paging,
    encodings,
    posting,
    deletion,
    visibility,
    scopes,
    media,
    streaming,
)

__all__ = ["LAWS"]
