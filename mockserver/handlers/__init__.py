"""What answers each operation: one module per page of the API's documentation.

Importing this package binds all handlers; `BINDINGS` is the result.
"""

from mockserver.handlers import (  # noqa: F401
    accounts,
    apps,
    oauth,
    preferences,
)
from mockserver.handlers.binding import BINDINGS

__all__ = ["BINDINGS"]
