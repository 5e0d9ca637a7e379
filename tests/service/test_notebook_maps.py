"""A map file in a notebook."""

import re
from pathlib import Path

import pytest

import footfall
from footfall.errors import InvalidMapFile
from footfall.render.typesetting import FONTS

MAP = "footfall: 1\ntitle: Parcel <script>\nstages:\n  - Order: [Pay]\nlanes: [actions]\n"


def test_a_map_file_shows_itself_as_a_picture_that_runs_nothing(tmp_path: Path) -> None:
    if not FONTS.is_dir():
        pytest.skip("no fonts here: run `make web-app` once")
    (file := tmp_path / "map.journey.yaml").write_text(MAP)
    shown = footfall.open_map(file)._repr_html_()
    assert re.fullmatch(
        r'<img alt="Customer journey map: Parcel &lt;script&gt;" style="max-width: 100%" '
        r'src="data:image/svg\+xml;base64,[A-Za-z0-9+/=]+">',
        shown,
    )


def test_an_open_map_gives_its_documents_and_findings(tmp_path: Path) -> None:
    (file := tmp_path / "map.journey.yaml").write_text(MAP)
    opened = footfall.open_map(str(file))
    assert (opened.title, [step.name for step in opened.map.steps.values()]) == ("Parcel <script>", ["Pay"])
    assert opened.findings()[0].code == "no-persona"


def test_what_is_no_map_is_refused_with_its_line(tmp_path: Path) -> None:
    (file := tmp_path / "map.journey.yaml").write_text("footfall: 1\n")
    with pytest.raises(InvalidMapFile, match="Line 1 has no 'title'"):
        footfall.open_map(file)
