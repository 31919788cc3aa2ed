"""Refusals that depend on the name, the attribute and the size (truth: recording `media/too_large`)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mockserver.media import images, kinds, processing
from mockserver.media.faults import InvalidFile, MediaError, UnsupportedDimensions

FILES = Path(__file__).parent / "files"
INVALID = "Validation failed: File content type is invalid, File is invalid"
SPOOFED = "Validation failed: File has contents that are not what they are reported to be"


def refusal(call: Callable[..., Any], data: bytes, name: str, declared: str) -> MediaError:
    with pytest.raises(MediaError) as refused:
        call(data, name, declared)
    return refused.value


@pytest.mark.parametrize(
    ("data", "name", "declared"),
    [
        (b"hello, world\n", "note.txt", "text/plain"),
        (b"%PDF-1.4\n%%EOF", "doc.pdf", "application/pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "pic.svg", "image/svg+xml"),
        (b"<html><body>x</body></html>", "page.html", "text/html"),
        (b"BM" + bytes(60), "pic.bmp", "image/bmp"),
        (bytes(range(256)), "random.bin", "application/octet-stream"),
        (b"", "empty.png", "image/png"),
        (b"", "empty.bin", "application/octet-stream"),
        (b'{"a": 1}', "apps.json", "application/json"),
    ],
)
def test_content_of_no_accepted_type_is_invalid(data: bytes, name: str, declared: str) -> None:
    assert refusal(processing.accept, data, name, declared).message == INVALID


@pytest.mark.parametrize(
    ("data", "name"), [(b"just text\n", "x.png"), (bytes(500), "x.png"), (bytes(500), "x.mp4")]
)
def test_content_that_belies_its_name_is_spoofed(data: bytes, name: str) -> None:
    assert refusal(processing.accept, data, name, "image/png").message == SPOOFED


def test_an_mp3_may_be_larger_than_an_image() -> None:
    data = (FILES / "tone.mp3").read_bytes() + bytes(kinds.IMAGE_SIZE_LIMIT)
    assert processing.accept(data, "x.mp3", "audio/mpeg").type == "audio"


def test_an_avatar_fault_names_its_attribute_and_codes() -> None:
    error = refusal(processing.avatar, b"text", "x.txt", "text/plain")
    assert error.message == "Validation failed: Avatar content type is invalid, Avatar is invalid"
    assert isinstance(error, InvalidFile)
    assert [(f.attribute, f.code) for f in error.faults] == [
        ("avatar_content_type", "ERR_INVALID"),
        ("avatar", "ERR_IS INVALID"),
    ]


def test_an_avatar_must_not_be_an_avif() -> None:
    data = (FILES / "pic.avif").read_bytes()
    error = refusal(processing.avatar, data, "pic.avif", "image/avif")
    assert error.message == "Validation failed: Avatar content type is invalid, Avatar is invalid"


def test_a_header_of_eight_megabytes_is_too_big() -> None:
    data = (FILES / "plain.jpg").read_bytes()
    data += bytes(kinds.PICTURE_SIZE_LIMIT - len(data))
    error = refusal(processing.header, data, "big.jpg", "image/jpeg")
    words = "Validation failed: Header must be less than 8 MB, Header file size must be less than 8 MB"
    assert error.message == words
    assert isinstance(error, InvalidFile)
    assert {(f.attribute, f.code) for f in error.faults} == {
        ("header", "ERR_LESS_THAN"),
        ("header_file_size", "ERR_LESS_THAN"),
    }
    assert processing.header(data[:-1], "big.jpg", "image/jpeg").original.extension == "jpg"


def test_a_thumbnail_must_be_a_picture() -> None:
    error = refusal(processing.thumbnail, (FILES / "tone.mp3").read_bytes(), "x.mp3", "audio/mpeg")
    assert error.message == "Validation failed: Thumbnail content type is invalid, Thumbnail is invalid"


def test_a_decompression_bomb_is_refused_by_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(images, "decode", never)
    data = bytearray((FILES / "one.png").read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    error = refusal(processing.accept, bytes(data), "x.png", "image/png")
    assert isinstance(error, UnsupportedDimensions)
    assert error.message == "60000x60000 images are not supported"


def test_the_types_are_advertised_in_their_recorded_order() -> None:
    assert len(kinds.SUPPORTED_MIME_TYPES) == 28
    assert kinds.SUPPORTED_MIME_TYPES[:3] == ("image/jpeg", "image/png", "image/gif")
    assert kinds.SUPPORTED_MIME_TYPES[-1] == "video/x-ms-asf"
