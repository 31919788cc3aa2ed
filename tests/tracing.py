"""What an instance asks its database, as the driver sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mockserver.store.database import Database


@contextmanager
def statements(db: Database) -> Iterator[list[str]]:
    """The SQL texts that are run meanwhile. `BEGIN`, `COMMIT` and savepoints are not told."""
    driver = db.connection.connection.driver_connection
    assert driver is not None
    run: list[str] = []

    def listen(text: str) -> None:
        if not text.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")):
            run.append(text)

    driver.set_trace_callback(listen)
    try:
        yield run
    finally:
        driver.set_trace_callback(None)
