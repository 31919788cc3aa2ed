"""Thumbnails, avatars and headers (truth: recordings `media/edit_video`, `media/kinds_shapes`)."""

import io
import warnings
from pathlib import Path

from PIL import Image

from mockserver.media import images, processing

FILES = Path(__file__).parent / "files"


def size_of(stored: processing.Stored) -> tuple[int, int]:
    with Image.open(io.BytesIO(stored.data)) as picture:
        return picture.size


def png(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(target, "PNG")
    return target.getvalue()


def test_a_thumbnail_brings_measures_hash_and_colours() -> None:
    art = processing.thumbnail((FILES / "cover.jpg").read_bytes(), "cover.jpg", "image/jpeg")
    assert art.original.extension == "jpg"
    assert art.meta_small == {"width": 120, "height": 120, "size": "120x120", "aspect": 1.0}
    assert len(art.blurhash) == 36
    assert art.colors == {"background": "#8c0c73", "foreground": "#f3d90c", "accent": "#f3d90c"}


def test_a_thumbnail_is_scaled_as_previews_are() -> None:
    art = processing.thumbnail((FILES / "vga.jpg").read_bytes(), "x.jpg", "")
    assert art.meta_small == {"width": 554, "height": 416, "size": "554x416", "aspect": 554 / 416}
    assert size_of(art.original) == (554, 416)


def test_an_animated_thumbnail_stays_a_gif() -> None:
    data = (FILES / "anim.gif").read_bytes()
    assert processing.thumbnail(data, "x.gif", "image/gif").original == processing.Stored(
        "gif", "image/gif", data
    )


def test_an_avatar_is_cut_to_a_square() -> None:
    picture = processing.avatar(png(900, 500), "x.png", "image/png")
    assert size_of(picture.original) == (400, 400)
    assert picture.static is None


def test_a_gif_avatar_has_a_still() -> None:
    picture = processing.avatar((FILES / "anim.gif").read_bytes(), "x.gif", "image/gif")
    assert picture.original.extension == "gif"
    assert picture.static is not None
    assert picture.static.extension == "png"


def test_a_header_keeps_its_shape_within_its_area() -> None:
    assert size_of(processing.header(png(3000, 1000), "x.png", "").original) == (1500, 500)
    assert size_of(processing.header(png(300, 100), "x.png", "").original) == (300, 100)


def test_areas_are_rounded_twice() -> None:
    assert images.area_box(4000, 3000, images.ORIGINAL_PIXELS) == (3325, 2494)
    assert images.area_box(3840, 2161, images.ORIGINAL_PIXELS) == (3838, 2160)
    assert images.area_box(1000, 1, images.SMALL_PIXELS) == (1000, 1)


def test_stored_pictures_carry_no_metadata() -> None:
    stored = processing.accept((FILES / "exif6_gps.jpg").read_bytes(), "x.jpg", "").original
    assert stored is not None
    assert b"Exif" not in stored.data


def test_sixteen_bit_greys_keep_their_brightness() -> None:
    target = io.BytesIO()
    Image.new("I;16", (8, 8), 0x8000).save(target, "PNG")
    stored = processing.accept(target.getvalue(), "x.png", "").small
    assert stored is not None
    with Image.open(io.BytesIO(stored.data)) as picture:
        assert picture.convert("L").getpixel((4, 4)) in (127, 128)


def test_a_picture_of_a_palette_with_transparency_raises_no_warning() -> None:
    data = (FILES / "alpha.png").read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert processing.thumbnail(data, "alpha.png", "").colors["background"] == "#0c0c0c"
