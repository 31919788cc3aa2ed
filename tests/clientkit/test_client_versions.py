"""Version strings that real servers send (reference: users_and_ecosystem.md 1.6)."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import UNSET

from clientkit import entities
from clientkit.versions import Version, numbers, parse, server_of


@pytest.mark.parametrize(
    ("text", "mastodon", "software", "version", "suffixes"),
    [
        ("4.6.5", "4.6.5", "mastodon", "4.6.5", ()),
        ("4.1.3+glitch+cutiecity", "4.1.3", "mastodon", "4.1.3+glitch+cutiecity", ("glitch", "cutiecity")),
        ("4.3.0-beta.1", "4.3.0-beta.1", "mastodon", "4.3.0-beta.1", ()),
        ("4.8.0-nightly.2026-10-06", "4.8.0-nightly.2026-10-06", "mastodon", "4.8.0-nightly.2026-10-06", ()),
        ("2.7.2 (compatible; Pleroma 2.5.0)", "2.7.2", "pleroma", "2.5.0", ()),
        ("2.7.2 (compatible; Akkoma 3.10.4-0-gebfb617b)", "2.7.2", "akkoma", "3.10.4-0-gebfb617b", ()),
        ("3.5.3 (compatible; Pixelfed 0.11.4)", "3.5.3", "pixelfed", "0.11.4", ()),
        ("v1.0.5+3.5.2", "3.5.2", "mastodon", "v1.0.5+3.5.2", ()),
        ("4.2", "4.2.0", "mastodon", "4.2", ()),
        ("3.4.0rc1", "3.4.0-rc1", "mastodon", "3.4.0rc1", ()),
        ("", "0.0.0", "mastodon", "", ()),
        ("unknown", "0.0.0", "mastodon", "unknown", ()),
    ],
)
def test_version_strings(
    text: str, mastodon: str, software: str, version: str, suffixes: tuple[str, ...]
) -> None:
    told = parse(text)
    assert (str(told.mastodon), told.software, told.version, told.suffixes) == (
        mastodon,
        software,
        version,
        suffixes,
    )


def test_releases_follow_their_candidates() -> None:
    texts = ["4.2.9", "4.3.0-beta.1", "4.3.0-rc.1", "4.3.0", "4.3.1", "4.10.0"]
    assert sorted(map(numbers, texts)) == [numbers(text) for text in texts]
    assert numbers("4.3.0") > Version(4, 3, 0, final=False, pre="rc.9")


def instance(version: str, api: int | None) -> entities.Instance:
    kind = entities.Instance
    fields = dict.fromkeys((f.name for f in msgspec.structs.fields(kind)), UNSET)
    return kind(**fields | {"version": version, "api_versions": UNSET if api is None else {"mastodon": api}})


def test_nodeinfo_tells_who_counts_releases_of_its_own() -> None:
    nodeinfo = {"software": {"name": "gotosocial", "version": "0.15.0+git-1a2b3c4"}}
    told = server_of(instance("0.15.0+git-1a2b3c4", None), nodeinfo)
    assert (told.mastodon, told.software, told.version) == (None, "gotosocial", "0.15.0+git-1a2b3c4")
    assert not told.has("0.0.0")


def test_the_api_version_is_told_since_4_3() -> None:
    told = server_of(instance("4.6.5", 11), {"software": {"name": "mastodon", "version": "4.6.5"}})
    assert (told.api, told.has("4.6.0"), told.has("4.7.0")) == (11, True, False)
    assert server_of(instance("4.2.0", None), {}).api == 0
