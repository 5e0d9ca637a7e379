"""Pictures that come in are written anew: upright, small enough, and without anything but pixels."""

from io import BytesIO

import pytest
from PIL import Image

from footfall.errors import InvalidImage
from footfall.images import MOST_BYTES, remake, shrink
from tests.images.files import bomb, photo, picture, turned_photo

RED, BLUE = (255, 0, 0), (0, 0, 255)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    ("format", "mode", "media_type"),
    [
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "LA", "image/png"),
        ("PNG", "P", "image/png"),
        ("PNG", "1", "image/png"),
        ("GIF", "P", "image/png"),
        ("WEBP", "RGB", "image/png"),
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
    ],
)
def test_every_usual_kind_of_picture_is_kept_as_png_or_jpeg(format: str, mode: str, media_type: str) -> None:
    made = remake(picture(format, mode=mode))
    assert (made.media_type, made.width, made.height) == (media_type, 40, 30)
    assert opened(made.content).size == (40, 30)


def test_sixteen_bits_become_eight_and_stay_as_light_as_they_were() -> None:
    half = Image.new("I;16", (9, 9), 0x8000)
    file = BytesIO()
    half.save(file, "PNG")
    assert opened(remake(file.getvalue()).content).convert("RGB").getpixel((4, 4)) == (128, 128, 128)


def test_what_is_see_through_stays_so() -> None:
    file = BytesIO()
    Image.new("RGBA", (9, 9), (255, 0, 0, 100)).save(file, "WEBP", lossless=True)
    assert opened(remake(file.getvalue()).content).getpixel((4, 4)) == (255, 0, 0, 100)


def test_a_photo_is_turned_upright_and_loses_place_camera_and_comment() -> None:
    made = remake(turned_photo())
    kept = opened(made.content)
    assert kept.size == (30, 40)
    top, bottom = kept.getpixel((15, 4)), kept.getpixel((15, 36))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert (top[0] > 200, bottom[2] > 200) == (True, True)
    assert dict(kept.getexif()) == {}
    assert b"Secret" not in made.content


def test_what_hides_behind_a_picture_does_not_come_along() -> None:
    assert b"<script>" not in remake(picture("GIF") + b"<script>alert(1)</script>").content


def test_a_photo_saved_as_png_is_kept_as_jpeg_and_a_drawing_as_png() -> None:
    soft = BytesIO()
    opened(photo((60, 40))).resize((600, 400), Image.Resampling.BICUBIC).save(soft, "PNG")
    assert remake(soft.getvalue()).media_type == "image/jpeg"
    assert remake(picture("PNG", (600, 400))).media_type == "image/png"


def test_the_same_file_gives_the_same_bytes() -> None:
    assert remake(photo()).content == remake(photo()).content


@pytest.mark.slow
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_forty_megapixels_are_kept_at_two_thousand_pixels(format: str) -> None:
    made = remake(picture(format, (8000, 5000)))
    assert (made.width, made.height) == (2000, 1250)


def test_a_smaller_copy_keeps_its_shape() -> None:
    made = shrink(photo(), 60)
    assert (made.width, made.height) == (60, 40)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty. PNG, JPEG, WebP, GIF and SVG can be read."),
        (b"Dear all,\n", "The file is no picture, whatever its name says. PNG, JPEG, WebP, GIF and SVG can be read."),
        (b"\0\0\0\x18ftypheic" + bytes(99), "The file is a HEIC photo. PNG, JPEG, WebP, GIF and SVG can be read."),
        (picture("PNG")[:60], "The picture is broken or was not copied to its end."),
        (photo()[:5000], "The picture is broken or was not copied to its end."),
        (b"\xff\xd8\xff" + bytes(99), "The file is no picture, whatever its name says."),
        (bomb(9000, 9000), "The picture has 9,000 by 9,000 pixels. 50 million pixels are the most that is read."),
        (bomb(60_000, 60_000), "The picture unfolds to very many pixels."),
        (bytes(MOST_BYTES + 1), "The file has more than 20 million bytes."),
    ],
    ids=["empty", "text", "heic", "half a PNG", "half a JPEG", "JPEG in name", "81 megapixels", "bomb", "20 MB"],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(InvalidImage) as refused:
        remake(content)
    assert str(refused.value).startswith(sentence)
