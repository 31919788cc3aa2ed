"""The laws, one module per subject. Importing this package declares all of them."""

# isort: off
from contracts.law import LAWS
from contracts.laws import (  # noqa: F401  (in the order in which they are tried and listed)
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
