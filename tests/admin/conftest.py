"""The small world with staff: dave owns the server, carol moderates it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def staffed(social: Any) -> Any:
    social.instance.seed(
        {"accounts": [{"username": "dave", "role": "Owner"}, {"username": "carol", "role": "Moderator"}]}
    )
    return social
