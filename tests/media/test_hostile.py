"""Whatever the bytes are, only a `MediaError` comes out (assumption: no upload may crash the server)."""

import contextlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mockserver.media import processing
from mockserver.media.faults import MediaError

FILES = Path(__file__).parent / "files"
NAMES_OF_SAMPLES = [
    *("plain.png", "plain.jpg", "still.gif", "anim.gif", "pic.webp", "pic.avif", "pic.heic", "exif6_gps.jpg"),
    *("sound.mp4", "clip.webm", "tone.mp3", "tone.ogg", "tone.wav", "tone.flac", "cover.mp3"),
]
SAMPLES = [(FILES / name).read_bytes() for name in NAMES_OF_SAMPLES]
HEADS = [sample[:12] for sample in SAMPLES]
NAMES = st.sampled_from(["x.png", "x", "", "x.mp4", "../x.jpg", "\x00.gif", "x." + "y" * 300])
UNHURRIED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample cut off somewhere, with some bytes changed."""
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for place, value in draw(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6)):
        if place < len(data):
            data[place] = value
    return bytes(data[: draw(st.integers(0, len(data)))])


def swallow(data: bytes, name: str) -> None:
    """Every entry point, whose refusals are fine and whose other errors are not."""
    for entry in (processing.thumbnail, processing.avatar, processing.header):
        with contextlib.suppress(MediaError):
            entry(data, name, "image/png")
    with contextlib.suppress(MediaError):
        processing.finish(data, processing.accept(data, name, "image/png"))


@UNHURRIED
@given(st.one_of(st.binary(), st.builds(bytes.__add__, st.sampled_from(HEADS), st.binary())), NAMES)
def test_random_bytes_are_refused_with_an_error_of_ours(data: bytes, name: str) -> None:
    swallow(data, name)


@UNHURRIED
@given(damaged(), NAMES)
def test_damaged_files_are_refused_with_an_error_of_ours_or_accepted(data: bytes, name: str) -> None:
    swallow(data, name)
