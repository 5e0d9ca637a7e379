"""Templates: list the shipped ones and the workspace's own, begin a map with one, keep a map as one."""

import builtins
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidRequest, NotFound
from footfall.journey import text
from footfall.journey.changes import Actor, Records
from footfall.journey.document import MapDocument
from footfall.journey.fields import LINE, PROSE
from footfall.journey.records import LaneKind, MapKind
from footfall.journey.templates import begun, template_of
from footfall.service import maps
from footfall.service.authorize import Action, authorize, may
from footfall.service.changing import DocumentState, state_of
from footfall.service.workspace import Workspace, new_entry
from footfall.store import DocumentRow, journal

LANGUAGES = ("en", "nl")
ENDING = ".journey.yaml"
# The shipped templates in the order of the gallery; each is a file for each language, `ID.LANGUAGE.journey.yaml`.
SHELF = (
    "general-five",
    "decision-loyalty",
    "dutch-seven",
    "discovery-advocate",
    "enquiry-usage",
    "new-customers",
    "churn",
    "life-event",
    "experience-map",
    "day-in-the-life",
    "three-zones",
    "toolkit-eight",
    "service-blueprint",
    "support-blueprint",
    "restaurant-blueprint",
    "buyer-journey",
    "b2b-seven",
    "lead-nurturing",
    "user-journey",
    "employee-journey",
    "future-state",
    "storyboard",
    "retrospective",
)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class TemplateStage(_Model):
    """A stage of a template, with the names of its steps."""

    name: str
    colour: int | None = None
    hint: str = ""
    steps: tuple[str, ...] = ()


class TemplateLane(_Model):
    """A lane of a template."""

    kind: LaneKind
    name: str = ""
    hint: str = Field("", description="What belongs in it, as its empty cells say.")
    line_below: str = ""
    colour: int | None = None


class Template(_Model):
    """A template in the gallery, with the outline that a small picture of it needs."""

    id: str
    language: str = Field(description="The language that this text is in.")
    languages: tuple[str, ...] = Field(description="The languages that a map can be begun in.")
    name: str
    description: str = ""
    kind: MapKind
    own: bool = Field(description="Kept by somebody of this workspace, so that it can be deleted.")
    kept_by: str = Field("", description="Who kept it, of one's own templates.")
    kept_at: datetime | None = None
    stages: tuple[TemplateStage, ...] = ()
    lanes: tuple[TemplateLane, ...] = ()


class NewTemplate(BaseModel):
    """What a map is kept as."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=LINE, description="What the template is called.")
    description: str = Field("", max_length=PROSE, description="What it is for.")
    cards: bool = Field(False, description="With the map's cards, too, without their evidence and owners.")


def list(ws: Workspace, actor: Actor, language: str = "en") -> builtins.list[Template]:
    """The workspace's own templates, the last kept first, then the shipped ones in a language, else in English."""
    rows = ws.store.read(lambda reading: journal.list_kind(reading, "template"))
    own = [_own(ws, row) for row in rows if may(actor, Action.READ, row)]
    return own + shipped(language)


def shipped(language: str = "en") -> builtins.list[Template]:
    """The templates that come with Footfall."""
    return [_shipped(id, _spoken(language)) for id in SHELF]


def read(ws: Workspace, actor: Actor, id: str, language: str = "en") -> DocumentState:
    """What a template holds; a shipped one has no journal. Raises NotFound."""
    if id in SHELF:
        return DocumentState(id, 0, records_of(id, language))
    rows = ws.store.read(lambda reading: journal.list_kind(reading, "template"))
    known = [row.id for row in rows if may(actor, Action.READ, row)]
    if id not in known:
        raise unknown(id, known)
    return state_of(ws, id)


def begin(ws: Workspace, actor: Actor, id: str, language: str = "en", title: str = "") -> str:
    """A new map that begins with a template; its id. Raises NotFound."""
    return maps.create(ws, actor, begun(read(ws, actor, id, language).records, title))


def keep(ws: Workspace, actor: Actor, map_id: str, new: NewTemplate) -> str:
    """Keep a map as a template of the workspace; the template's id. Raises NotFound."""
    state = maps.read_records(ws, actor, map_id)
    bare = template_of(state.records, new.name, new.description, cards=new.cards)
    return maps.create(ws, actor, bare, kind="template")


def delete(ws: Workspace, actor: Actor, id: str) -> None:
    """Take one of the workspace's own templates away; maps begun with it stay. Raises NotFound, InvalidRequest."""
    if id in SHELF:
        raise InvalidRequest(f"The template '{id}' comes with Footfall.", "Only a workspace's own can be deleted.")
    row = authorize(ws, actor, Action.DELETE, id, "template")
    at = new_entry(row.id, actor).at
    ws.store.write(lambda writing: journal.remove(writing, row.id, at)).result()
    ws.rooms.gone(row.id)


def records_of(id: str, language: str = "en") -> Records:
    """What a shipped template holds. Raises NotFound."""
    if id not in SHELF:
        raise unknown(id)
    return _read(id, _spoken(language))


def shipped_text(id: str, language: str = "en", title: str = "") -> str:
    """The text of a map that begins with a shipped template. Raises NotFound."""
    return text.write(begun(records_of(id, language), title), {})


def unknown(id: str, own: builtins.list[str] | None = None) -> NotFound:
    """The error for a template that is not there, with one that may be meant."""
    close = get_close_matches(id, [*SHELF, *(own or [])], n=1)
    hint = f"Did you mean '{close[0]}'?" if close else "`footfall templates` and the gallery list what is here."
    return NotFound(f"There is no template '{id}'.", todo=hint)


def _spoken(language: str) -> str:
    """The language of a shipped template for somebody who wants `language`, a BCP 47 tag."""
    first = language.lower().split("-")[0]
    return first if first in LANGUAGES else LANGUAGES[0]


@cache
def _read(id: str, language: str) -> Records:
    file = resources.files("footfall.journey") / "templates" / f"{id}.{language}{ENDING}"
    return text.read(file.read_text(encoding="utf-8")).records


@cache
def _shipped(id: str, language: str) -> Template:
    return _template(id, _read(id, language), languages=LANGUAGES, own=False)


def _own(ws: Workspace, row: DocumentRow) -> Template:
    held = state_of(ws, row.id).records
    return _template(row.id, held, own=True, kept_by=row.updated_by.name, kept_at=row.updated_at)


def _template(
    id: str,
    held: Records,
    *,
    own: bool,
    languages: tuple[str, ...] = (),
    kept_by: str = "",
    kept_at: datetime | None = None,
) -> Template:
    document = MapDocument(held)
    header = document.header
    return Template(
        id=id,
        language=header.language,
        languages=languages or (header.language,),
        name=header.title,
        description=header.description,
        kind=header.kind,
        own=own,
        kept_by=kept_by,
        kept_at=kept_at,
        stages=_stages(document),
        lanes=tuple(
            TemplateLane(kind=lane.kind, name=lane.name, hint=lane.hint, line_below=lane.line_below, colour=lane.colour)
            for lane in document.lanes.values()
            if not lane.hidden
        ),
    )


def _stages(document: MapDocument) -> tuple[TemplateStage, ...]:
    return tuple(
        TemplateStage(
            name=stage.name,
            colour=stage.colour,
            hint=stage.hint,
            steps=tuple(step.name for step in document.steps_of(id).values()),
        )
        for id, stage in document.stages.items()
    )
