"""The pytest plugin: the fixture `fakestodon` gives each test an instance of its own.

    def test_my_bot(fakestodon):
        run_bot(fakestodon.base_url, fakestodon.tokens["alice"])

    @pytest.mark.fakestodon("empty", rate_limits="mastodon")
    def test_its_limits(fakestodon): ...

The marker takes what `mockserver.testing.fake` takes: a scenario (a name, a Path, a dictionary) and options.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mockserver.testing import Fake


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "fakestodon(scenario='demo', **options): the world and the options of the fixture fakestodon.",
    )


@pytest.fixture
def fakestodon(request: pytest.FixtureRequest) -> Iterator[Fake]:
    """A fake Mastodon instance of this test alone; its `base_url` answers."""
    # Imported here: a run that does not use the fixture pays nothing for the plugin.
    from mockserver.testing import fake

    marker = request.node.get_closest_marker("fakestodon")
    with fake(*marker.args, **marker.kwargs) if marker is not None else fake() as server:
        yield server
