"""The block above and the line below, as all layouts have them."""

from typing import Any

from footfall.journey.evidence import Grade
from footfall.render.headings import footer, title
from footfall.render.markdown import cleaned, plain
from footfall.render.story import Story


def framed(
    story: Story,
    layout: str,
    *,
    curves: tuple[bool, bool] = (False, False),
    counts: dict[Grade, int] | None = None,
    stale: str = "",
) -> dict[str, Any]:
    """The fields of a sheet that every layout fills alike."""
    heading = title(story.map, story)
    kind = f"{story.say(f'layout.{layout}')} · {heading.kind}"
    name = plain(heading.title).replace("\n", " ")
    return {
        "language": story.map.header.language,
        "title": heading.model_copy(update={"kind": kind, "groups": ()}),
        "footer": footer(story, counts or {}, curves, stale),
        "images": dict(story.images),
        "name": name,
        "description": cleaned(f"{story.say(f'layout.{layout}')}: {name}."),
    }
