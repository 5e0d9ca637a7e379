"""`--only`: filters as one types them."""

from collections.abc import Sequence
from typing import Annotated, Any

from typer import Option

from footfall.cli.naming import touchpoint_ids
from footfall.cli.working import Working
from footfall.errors import InvalidQuestion

OnlyOption = Annotated[
    list[str] | None,
    Option(
        "--only",
        metavar="NAME=VALUE",
        help="Only part of the data, such as since=2026-01-01, passed=Basket, segment.plan=pro, channels=web, first=5; "
        "several hold together. Commas part values that may stand for each other.",
    ),
]

LISTS = ("passed", "never", "repeated")
PLACES = ("began_at", "ended_at", "without")
PLAIN = ("since", "until", "each", "first")
SEGMENT = "segment."


def only(here: Working, written: Sequence[str] | None) -> dict[str, Any]:
    """The filter as the API takes it. Raises InvalidQuestion."""
    found: dict[str, Any] = {}
    for said in written or ():
        name, equals, value = said.partition("=")
        if not equals:
            raise InvalidQuestion(f"'{said}' is no filter.", "Expected is NAME=VALUE, such as passed=Basket.")
        _add(here, found, name.strip().replace("-", "_"), value.strip())
    return found


def _add(here: Working, found: dict[str, Any], name: str, value: str) -> None:
    parts = [part.strip() for part in value.split(",")]
    if name in PLAIN:
        found[name] = value
    elif name == "channels":
        found.setdefault(name, []).extend(parts)
    elif name in LISTS:
        found.setdefault(name, []).append(touchpoint_ids(here, parts))
    elif name in PLACES:
        found.setdefault(name, []).extend(touchpoint_ids(here, parts))
    elif name.startswith(SEGMENT):
        segment = {"attribute": name.removeprefix(SEGMENT), "values": parts}
        found.setdefault("segment", []).append(segment)
    else:
        has = ", ".join((*PLAIN, "channels", *LISTS, *PLACES, f"{SEGMENT}<attribute>")).replace("_", "-")
        raise InvalidQuestion(f"There is no filter '{name}'.", f"There are {has}.")
