"""Painting needs the fonts and icons that the build of the web app puts in place."""

import pytest

from footfall.render.typesetting import FONTS, ICONS


@pytest.fixture(scope="session")
def assets() -> None:
    """Skip where the fonts and icons were not built yet."""
    if not any(FONTS.glob("*.ttf")) or not any(ICONS.glob("*.svg")):
        pytest.skip("the fonts and icons of the renderer are not built here: run `make web-app`")
