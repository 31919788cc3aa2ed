"""Video and sound: what FFmpeg (PyAV) says about them, their preview, and the MP4 and MP3 that are stored.

Measures are those of `ffprobe`; what is stored is what Mastodon has `ffmpeg` make (recordings
`media/video_kinds`, `media/kinds_gif`, `media/audio_*`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from mockserver.media.faults import (
    NO_VIDEO_STREAM,
    MediaError,
    ProcessingFailed,
    UnsupportedDimensions,
)
from mockserver.media.images import fit_box
from mockserver.media.kinds import VIDEO_FRAME_RATE_LIMIT, VIDEO_MATRIX_LIMIT

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer
    from av.video.frame import VideoFrame
    from PIL.Image import Image

PREVIEW_BOX: Final = (640, 640)
MAX_FRAMES: Final = 36_000
"""Of a transcoded video; the rest is cut off."""
MAX_REPEATS: Final = 3_000
"""How many frames may be added to hold a constant frame rate.

A GIF that pauses for an hour keeps its pauses instead.
"""
MP3_QUALITY: Final = 2 * 118
"""Variable bit rate 2 in FFmpeg's lambda units."""
MP3_RATES: Final = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Samples a second by the version bits and the rate bits of a frame header: MPEG 1, 2 and 2.5."""
AAC_BIT_RATE: Final = 192_000
AAC_RATES: Final = frozenset(
    (7350, 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000)
)


class Probe(Struct, frozen=True):
    """What FFmpeg knows of a clip without decoding it all.

    Sides in pixels (upright), rates in frames a second, duration in seconds, bitrate in bits a second.
    """

    width: int | None
    height: int | None
    frame_rate: Fraction | None
    average_rate: Fraction | None
    duration: float
    bitrate: int
    has_picture: bool
    has_sound: bool
    plays_everywhere: bool

    @property
    def meta(self) -> dict[str, Any]:
        """The `original` entry of a clip's metadata; sound has picture measures only with artwork inside."""
        rate = self.frame_rate
        picture = (
            {
                "width": self.width,
                "height": self.height,
                "frame_rate": f"{rate.numerator}/{rate.denominator}" if rate else None,
            }
            if self.width
            else {}
        )
        return {**picture, "duration": self.duration, "bitrate": self.bitrate}


def probe(data: bytes) -> Probe:
    """Read a clip's headers.

    :raises ProcessingFailed: FFmpeg cannot open it
    """
    with opened(data) as container:
        return _probe(container, data)


def opened(data: bytes) -> InputContainer:
    """The clip's container; a context manager that closes it."""
    import av

    try:
        return av.open(io.BytesIO(data), "r")
    except Exception as error:
        raise ProcessingFailed from error


def _probe(container: InputContainer, data: bytes) -> Probe:
    picture = next(iter(container.streams.video), None)
    sound = next(iter(container.streams.audio), None)
    duration = _duration(container, data)
    bitrate = container.bit_rate
    if container.format.name == "mp3" or not bitrate:
        bitrate = int(len(data) * 8 / duration) if duration else 0
    width, height = (picture.width, picture.height) if picture is not None else (None, None)
    if picture is not None and _is_turned(container):
        width, height = height, width
    return Probe(
        width=width or None,
        height=height or None,
        frame_rate=picture.base_rate if picture is not None else None,
        average_rate=picture.average_rate if picture is not None else None,
        duration=duration,
        bitrate=bitrate,
        has_picture=picture is not None,
        has_sound=sound is not None,
        plays_everywhere=(
            "mp4" in container.format.name
            and picture is not None
            and picture.codec_context.name == "h264"
            and picture.codec_context.pix_fmt == "yuv420p"
            and (sound is None or sound.codec_context.name == "aac")
        ),
    )


def _is_turned(container: InputContainer) -> bool:
    """Whether the first frame is to be shown on its side."""
    try:
        return next(iter(container.decode(video=0))).rotation % 180 != 0
    except Exception:  # what cannot be decoded has no orientation; making the preview says what is wrong
        return False


def _duration(container: InputContainer, data: bytes) -> float:
    """In seconds. Newer FFmpegs measure more finely than the recorded one, hence the readings of our own."""
    readers = {"mp3": _counted_mp3_duration, "mov": _movie_header_duration}
    reader = readers.get(container.format.name.split(",")[0])
    known = reader(data) if reader else None
    return known if known is not None else (container.duration or 0) / 1_000_000


def _movie_header_duration(data: bytes) -> float | None:
    """The duration in an MP4's or QuickTime file's `mvhd` box, most often in milliseconds."""
    box = data.find(b"mvhd")
    if box < 0 or len(data) < box + 36:
        return None
    scale_at, size = (box + 24, 8) if data[box + 4] == 1 else (box + 16, 4)
    scale = int.from_bytes(data[scale_at : scale_at + 4], "big")
    duration = int.from_bytes(data[scale_at + 4 : scale_at + 4 + size], "big")
    return duration / scale if scale and 0 < duration < 1 << 31 else None


def _counted_mp3_duration(data: bytes) -> float | None:
    """An MP3's duration by the frame count of its Xing header, as long as its byte count is about true.

    FFmpeg from version 7 on takes off the encoder's padding, the recorded server's did not.
    """
    tag = max(data.find(b"Xing", 0, 1 << 20), data.find(b"Info", 0, 1 << 20))
    if tag < 0 or len(data) < tag + 16 or data[tag + 7] & 3 != 3:
        return None
    places = (tag - distance for distance in (36, 21, 13))
    header = next((p for p in places if p >= 0 and data[p] == 0xFF and data[p + 1] & 0xE6 == 0xE2), None)
    if header is None:
        return None
    frames = int.from_bytes(data[tag + 8 : tag + 12], "big")
    size = int.from_bytes(data[tag + 12 : tag + 16], "big")
    version, rate = data[header + 1] >> 3 & 3, data[header + 2] >> 2 & 3
    if version not in MP3_RATES or rate == 3 or not size or abs(len(data) - header - size) > size // 2:
        return None
    return round(frames * (1152 if version == 3 else 576) / MP3_RATES[version][rate], 6)


def check_video(found: Probe) -> None:
    """Refuse what is no video or too much of one (recording `media/broken_video`).

    :raises UnsupportedDimensions: no picture stream, more than 3840×2160 pixels, or more than 120 frames a
    second
    """
    if not found.width or not found.height or not found.average_rate:
        raise UnsupportedDimensions(NO_VIDEO_STREAM)
    if found.width * found.height > VIDEO_MATRIX_LIMIT:
        raise UnsupportedDimensions(f"{found.width}x{found.height} videos are not supported")
    if int(found.average_rate) > VIDEO_FRAME_RATE_LIMIT:
        raise UnsupportedDimensions(f"{int(found.average_rate)}fps videos are not supported")


def preview(data: bytes, box: tuple[int, int] = PREVIEW_BOX) -> Image:
    """The first frame of the first picture stream, upright and fitted into the box.

    :raises ProcessingFailed: nothing can be decoded
    """
    try:
        with opened(data) as container:
            frame: Any = next(iter(container.decode(video=0)))
            width, height = fit_box(frame.width, frame.height, box)
            picture: Image = frame.reformat(width, height, "rgb24", interpolation="BICUBIC").to_image()
            return picture.rotate(frame.rotation, expand=True) if frame.rotation else picture
    except MediaError:
        raise
    except Exception as error:
        raise ProcessingFailed from error


def to_mp4(data: bytes) -> bytes:
    """The clip as H.264 and AAC in MP4, of a constant frame rate; odd sides lose a pixel.

    :raises ProcessingFailed: nothing of it can be decoded
    """
    return _transcoded(data, "mp4")


def to_mp3(data: bytes) -> bytes:
    """The sound as MP3 of variable bit rate.

    :raises ProcessingFailed: nothing of it can be decoded
    """
    return _transcoded(data, "mp3")


def _transcoded(data: bytes, form: str) -> bytes:
    import av

    target = io.BytesIO()
    try:
        with opened(data) as source, av.open(target, "w", format=form) as result:
            frames = (_write_mp4 if form == "mp4" else _write_mp3)(source, result)
    except MediaError:
        raise
    except Exception as error:
        raise ProcessingFailed from error
    if not frames:
        raise ProcessingFailed
    return target.getvalue()


def _write_mp3(source: InputContainer, result: OutputContainer) -> int:
    sound = source.streams.audio[0]
    layout = "mono" if sound.codec_context.channels == 1 else "stereo"
    rate = sound.rate if any(sound.rate in rates for rates in MP3_RATES.values()) else 44100
    options = {"flags": "+qscale", "global_quality": str(MP3_QUALITY)}
    stream: Any = result.add_stream("libmp3lame", rate=rate, layout=layout, options=options)
    return _encode_sound(result, stream, _frames(source, sound))


def _encode_sound(result: OutputContainer, stream: Any, frames: Iterator[Any]) -> int:
    """Frames get their times from the count of samples, so that the encoder's delay is not heard."""
    count = samples = 0
    for frame in frames:
        frame.pts, frame.time_base = samples, Fraction(1, frame.sample_rate)
        samples += frame.samples
        result.mux(stream.encode(frame))
        count += 1
    if count:
        result.mux(stream.encode(None))
    return count


def _frames(source: InputContainer, stream: Any) -> Iterator[Any]:
    """The stream's frames from its beginning; what a damaged packet holds is passed over."""
    import av

    for packet in source.demux(stream):
        try:
            yield from packet.decode()
        except av.error.FFmpegError:
            continue


def _write_mp4(source: InputContainer, result: OutputContainer) -> int:
    picture = source.streams.video[0]
    rate = picture.base_rate or picture.average_rate or Fraction(25)
    frames = _constant_rate(_frames(source, picture), rate)
    first = next(frames, None)
    if first is None:
        return 0
    stream: Any = result.add_stream("libx264", rate=rate, options={"preset": "veryfast"})
    stream.width, stream.height = first[1].width, first[1].height
    stream.pix_fmt = "yuv420p"
    sound = next(iter(source.streams.audio), None)
    sound_stream: Any = None
    if sound is not None:
        layout = "mono" if sound.codec_context.channels == 1 else "stereo"
        sound_stream = result.add_stream(
            "aac", rate=sound.rate if sound.rate in AAC_RATES else 44100, layout=layout
        )
        sound_stream.bit_rate = AAC_BIT_RATE
    count = 0
    for index, frame in _chain(first, frames):
        if count >= MAX_FRAMES:
            break
        frame.pts, frame.time_base = index, 1 / rate
        frame.pict_type = 0
        result.mux(stream.encode(frame))
        count += 1
    result.mux(stream.encode(None))
    if sound is not None:
        source.seek(0)
        _encode_sound(result, sound_stream, _frames(source, sound))
    return count


def _chain(
    first: tuple[int, VideoFrame], rest: Iterator[tuple[int, VideoFrame]]
) -> Iterator[tuple[int, VideoFrame]]:
    yield first
    yield from rest


def _constant_rate(frames: Iterator[VideoFrame], rate: Fraction) -> Iterator[tuple[int, VideoFrame]]:
    """Frames with their numbers at a constant rate.

    A frame shown longer is repeated, one that comes too early dropped.
    """
    previous: VideoFrame | None = None
    number = repeats = 0
    start: float | None = None
    for frame in frames:
        time = frame.time or 0.0
        start = time if start is None else start
        place = round((time - start) * rate)
        if previous is not None:
            missing = place - number
            if missing < 0:
                continue
            repeats += missing
            while repeats <= MAX_REPEATS and number < place:
                yield number, previous
                number += 1
        previous = _even(frame)
        yield max(place, number), previous
        number = max(place, number) + 1


def _even(frame: Any) -> VideoFrame:
    """The frame upright in YUV 4:2:0, without the last column or row where there is an odd number of them."""
    from av.video.frame import VideoFrame

    if frame.rotation or frame.width % 2 or frame.height % 2:
        picture = frame.to_image().rotate(frame.rotation, expand=True)
        picture = picture.crop((0, 0, max(2, picture.width & ~1), max(2, picture.height & ~1)))
        from_image: Any = VideoFrame.from_image
        frame = from_image(picture)
    even: VideoFrame = frame.reformat(format="yuv420p")
    return even
