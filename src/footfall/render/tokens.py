"""Colours by name, for each theme; a new one enters with its contrast, which a test computes."""

from collections.abc import Mapping
from typing import Literal

Theme = Literal["light", "dark", "print"]

LIGHT = {
    "surface": "#FFFFFF",
    "sunken": "#FAF9F7",
    "hover": "#EFEDE8",
    "line": "#E8E6E1",
    "line-2": "#D3D0C9",
    "edge": "#8C8880",
    "ink": "#1D1C1A",
    "ink-2": "#53504A",
    "ink-3": "#6C6861",
    "accent": "#2D4CCB",
    "accent-soft": "#ECEFFC",
    "band": "#E3E7F8",  # accent at 12 % on the surface; solid, so that a picture without transparency looks the same
    "good": "#11695A",
    "warn": "#885200",
    "bad": "#AB3327",
    "bad-soft": "#FAEAE7",
    "actions": "#535C69",
    "touchpoints": "#1B6F7A",
    "emotion": "#86600C",
    "thoughts": "#654AAB",
    "pains": "#AB3327",
    "measures": "#2D4CCB",
    "opportunities": "#2B7548",
    "stage-0": "#4C6A94",
    "stage-0-soft": "#EDF0F4",
    "stage-1": "#7B5F95",
    "stage-1-soft": "#F2EFF4",
    "stage-2": "#A35E52",
    "stage-2-soft": "#F6EFEE",
    "stage-3": "#5E7448",
    "stage-3-soft": "#EFF1ED",
    "face-worst": "#AB3327",
    "face-bad": "#BC6A22",
    "face-even": "#767269",
    "face-good": "#2F847C",
    "face-best": "#0E665F",
}

DARK = {
    "surface": "#1B1B19",
    "sunken": "#161615",
    "hover": "#282825",
    "line": "#2B2A27",
    "line-2": "#3D3B37",
    "edge": "#7D7970",
    "ink": "#EDEBE6",
    "ink-2": "#B6B2A9",
    "ink-3": "#98948B",
    "accent": "#9FB1FF",
    "accent-soft": "#222A4D",
    "band": "#2F323C",
    "good": "#6CC7B4",
    "warn": "#E2AE5C",
    "bad": "#F0897C",
    "bad-soft": "#3A201C",
    "actions": "#A3ADBB",
    "touchpoints": "#6CC0CC",
    "emotion": "#D9B15A",
    "thoughts": "#B7A2F0",
    "pains": "#F0897C",
    "measures": "#9FB1FF",
    "opportunities": "#7CC596",
    "stage-0": "#7E9CC8",
    "stage-0-soft": "#292D32",
    "stage-1": "#AE92C8",
    "stage-1-soft": "#302C32",
    "stage-2": "#D28F83",
    "stage-2-soft": "#352B28",
    "stage-3": "#94AD7A",
    "stage-3-soft": "#2C2F27",
    "face-worst": "#F0897C",
    "face-bad": "#E0A062",
    "face-even": "#A5A198",
    "face-good": "#6DBDB3",
    "face-best": "#59D3C2",
}

# For paper: black on white without tints that a printer rasters, and lines that it does not lose.
PRINT = LIGHT | {
    "sunken": "#FFFFFF",
    "hover": "#FFFFFF",
    "line": "#C9C6C0",
    "line-2": "#8C8880",
    "edge": "#6C6861",
    "ink": "#000000",
    "ink-2": "#2E2C29",
    "ink-3": "#53504A",
    "accent-soft": "#FFFFFF",
    "bad-soft": "#FFFFFF",
    "stage-0-soft": "#FFFFFF",
    "stage-1-soft": "#FFFFFF",
    "stage-2-soft": "#FFFFFF",
    "stage-3-soft": "#FFFFFF",
}

THEMES: dict[Theme, dict[str, str]] = {"light": LIGHT, "dark": DARK, "print": PRINT}

LEAST = 4.5  # contrast of text (WCAG 2.2, 1.4.3)


def branded(theme: Mapping[str, str], accent: str) -> dict[str, str]:
    """A theme with another accent, moved towards its ink as far as its words need to stay legible."""
    if not accent:
        return dict(theme)
    shades = [mixed(theme["ink"], accent, step / 20) for step in range(21)]
    surfaces = [theme[name] for name in ("surface", "sunken", "hover")]
    legible = next(shade for shade in shades if min(contrast(shade, surface) for surface in surfaces) >= LEAST)
    soft = {"accent-soft": mixed(legible, theme["surface"], 0.1), "band": mixed(legible, theme["surface"], 0.12)}
    return {**theme, "accent": legible, "measures": legible, **soft}


def mixed(over: str, under: str, share: float) -> str:
    """A colour over another, as much of it as `share` says."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(share * above + (1 - share) * below):02X}" for above, below in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
