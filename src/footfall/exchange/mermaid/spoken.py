"""The two texts for screen readers of a diagram, in the one description of a map."""

from collections.abc import Mapping

TITLE, DESCRIPTION = "acctitle", "accdescr"
_MARK = "accTitle: "


def spoken(told: Mapping[str, str], title: str) -> str:
    """The description of a map: what is spoken, with the spoken title before it where it is another."""
    spoken_title = told.get(TITLE, "")
    first = f"{_MARK}{spoken_title}" if spoken_title and spoken_title != title else ""
    return "\n".join(line for line in (first, told.get(DESCRIPTION, "")) if line)


def told_by(description: str, title: str) -> dict[str, str]:
    """The two texts that give this description."""
    first, _, rest = description.partition("\n")
    if first.startswith(_MARK):
        told = {TITLE: first.removeprefix(_MARK), DESCRIPTION: rest}
    else:
        told = {DESCRIPTION: description}
    told = {key: text for key, text in told.items() if text}
    return told if spoken(told, title) == description else {}
