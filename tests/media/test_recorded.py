"""Every upload that the recordings of Mastodon 4.6.5 hold, against what was answered (truth: recordings).

`accepted` is the upload's own answer, `finished` the later one of a processed clip, `at_once` that of
`POST /api/v1/media`, `refused` the error text. The files are those of the recordings.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from mockserver.media import processing
from mockserver.media.faults import NOT_IDENTIFIED, MediaError

HERE = Path(__file__).parent
RECORDED = json.loads((HERE / "recorded.json").read_text())

# Another build of FFmpeg decodes and encodes these a shade differently;
# libvips resamples transparency otherwise.
OTHER_SHADES = {"anim.gif", "anim_odd.gif", "clip.webm", "odd.mp4", "alpha.png"}
TRANSCODED = {"anim.gif", "anim_odd.gif", "clip.mov", "clip.webm", "silent.webm", "odd.mp4"}


def name_of(case: dict[str, Any]) -> str:
    upload = case["upload"]
    return f"{upload.get('file', 'zeros')} as {upload['name']}{' padded' if 'pad' in upload else ''}"


def content(upload: dict[str, Any]) -> bytes:
    start = (HERE / "files" / upload["file"]).read_bytes() if "file" in upload else b""
    return start + bytes(upload.get("pad", 0) + upload.get("zeros", 0))


def assert_same(result: processing.Processed, recorded: dict[str, Any], file: str, *, at_once: bool) -> None:
    assert result.type == recorded["type"]
    assert (result.original and result.original.extension) == recorded["original"]
    assert (result.small and result.small.extension) == recorded["small"]
    expected = json.loads(json.dumps(recorded["meta"]))
    if file in TRANSCODED:
        for measure, slack in (("bitrate", 0.25), ("duration", 0.03)):
            value = result.meta["original"][measure]
            assert value == pytest.approx(expected["original"][measure], rel=slack)
            expected["original"][measure] = value
    assert result.meta == expected
    if file in OTHER_SHADES or (at_once and file in TRANSCODED):
        assert result.blurhash is not None
        assert len(result.blurhash) == len(recorded["blurhash"])
    else:
        assert result.blurhash == recorded["blurhash"]


@pytest.mark.parametrize("case", [c for c in RECORDED if "accepted" in c], ids=name_of)
def test_an_upload_is_answered_as_recorded(case: dict[str, Any]) -> None:
    upload = case["upload"]
    data = content(upload)
    accepted = processing.accept(data, upload["name"] or "", upload["type"])
    assert_same(accepted, case["accepted"], upload["file"], at_once=False)
    if "finished" in case:
        assert accepted.asynchronous
        finished = processing.finish(data, accepted)
        assert not finished.asynchronous
        assert_same(finished, case["finished"], upload["file"], at_once=False)


@pytest.mark.parametrize("case", [c for c in RECORDED if "at_once" in c], ids=name_of)
def test_a_synchronous_upload_is_answered_as_recorded(case: dict[str, Any]) -> None:
    upload = case["upload"]
    result = processing.accept_at_once(content(upload), upload["name"], upload["type"])
    assert not result.asynchronous
    assert_same(result, case["at_once"], upload["file"], at_once=True)


@pytest.mark.parametrize("case", [c for c in RECORDED if "refused" in c], ids=name_of)
def test_a_refusal_has_the_recorded_words(case: dict[str, Any]) -> None:
    upload = case["upload"]
    with pytest.raises(MediaError) as refusal:
        processing.accept(content(upload), upload["name"], upload["type"])
    crash = "Internal Server Error"
    assert refusal.value.message == case["refused"].replace(crash, NOT_IDENTIFIED)


@pytest.mark.parametrize("file", ["sound.mp4", "silent.mp4", "tall.mp4"])
def test_a_playable_mp4_is_stored_as_it_came(file: str) -> None:
    data = (HERE / "files" / file).read_bytes()
    finished = processing.finish(data, processing.accept(data, file, "video/mp4"))
    assert finished.original is not None
    assert finished.original.data == data


@pytest.mark.parametrize(("file", "size"), [("tone.ogg", 5327), ("tone.wav", 1485), ("tone.flac", 3141)])
def test_sound_is_stored_as_the_mp3_that_ffmpeg_makes(file: str, size: int) -> None:
    data = (HERE / "files" / file).read_bytes()
    finished = processing.finish(data, processing.accept(data, file, ""))
    assert finished.original is not None
    assert len(finished.original.data) == pytest.approx(size, rel=0.1)
