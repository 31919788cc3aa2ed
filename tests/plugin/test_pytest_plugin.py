"""The pytest plugin, in pytest runs of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]


def test_each_test_has_a_world_of_its_own(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest, requests

        def post(server):
            url, token = f"{server.base_url}/api/v1", server.tokens["alice"]
            requests.post(f"{url}/statuses", data={"status": "Hi", "access_token": token}, timeout=5)
            return len(requests.get(f"{url}/timelines/public", timeout=5).json())

        @pytest.mark.parametrize("again", [1, 2])
        @pytest.mark.fakestodon("empty")
        def test_alone(fakestodon, again):
            assert post(fakestodon) == 1

        def test_the_demo_world_is_the_default(fakestodon):
            assert "carol" in fakestodon.tokens

        @pytest.mark.fakestodon({"accounts": [{"username": "zoe"}]}, rate_limits="3/60")
        def test_a_world_and_options_of_its_own(fakestodon):
            answer = requests.get(f"{fakestodon.base_url}/api/v1/accounts/lookup?acct=zoe", timeout=5)
            assert answer.json()["acct"] == "zoe" and answer.headers["X-RateLimit-Limit"] == "3"
        """
    )
    pytester.runpytest("-p", "no:cacheprovider").assert_outcomes(passed=4)


def test_the_marker_is_listed(pytester: pytest.Pytester) -> None:
    assert "fakestodon(scenario" in pytester.runpytest("--markers").stdout.str()


def test_the_plugin_alone_does_not_load_the_server() -> None:
    heavy = "import sys, mockserver.pytest_plugin; print({'sqlalchemy', 'starlette'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
