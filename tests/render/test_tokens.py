"""Colours keep their contrast in both themes (WCAG 2.2: 4.5 for text, 3 for shapes)."""

import pytest

from footfall.render.tokens import DARK, LIGHT

TEXT_ON_PAPER = ("ink", "ink-2", "ink-3", "accent", "good", "warn", "bad")
ICONS = ("actions", "touchpoints", "emotion", "thoughts", "pains", "measures", "opportunities")
SHAPES = (
    "edge",
    *(f"stage-{hue}" for hue in range(4)),
    *(f"face-{face}" for face in ("worst", "bad", "even", "good", "best")),
)


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_shapes_stand_out_from_the_paper(theme: dict[str, str]) -> None:
    text = {
        (name, paper): contrast(theme[name], theme[paper])
        for name in (*TEXT_ON_PAPER, *ICONS)
        for paper in ("surface", "sunken")
    }
    text[("bad", "bad-soft")] = contrast(theme["bad"], theme["bad-soft"])
    text[("accent", "accent-soft")] = contrast(theme["accent"], theme["accent-soft"])
    text[("accent", "band")] = contrast(theme["accent"], theme["band"])
    shapes = {name: contrast(theme[name], theme["surface"]) for name in SHAPES}
    assert {pair: round(value, 1) for pair, value in text.items() if value < 4.5} == {}
    assert {name: round(value, 1) for name, value in shapes.items() if value < 3} == {}


def test_both_themes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)
