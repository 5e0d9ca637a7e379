"""The views of opportunities as files: a picture through the boards of render, or a table as CSV."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument
from footfall.journey.evidence import grade
from footfall.journey.opportunities import MIDDLE, is_quick_win, worth_of
from footfall.journey.records import Opportunity
from footfall.render import Sheet, paint
from footfall.render.boards import Axis, Cell, Column, Dot, Group, Head, Note, Row, columns, scatter, table
from footfall.render.boards.scatter import Corners
from footfall.render.tokens import Theme
from footfall.service import concerning, library, owners
from footfall.service.concerning import Concerned
from footfall.service.exports import BoardFormat, Export
from footfall.service.opportunity_words import words_of
from footfall.service.owners import Owned
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

OpportunityView = Literal["list", "board", "matrix", "perspectives", "impact", "owners"]
STATUSES = ("open", "planned", "doing", "shipped", "dropped")


@dataclass(frozen=True)
class Wish:
    """Which view, as what kind of file, in which language and colours."""

    view: OpportunityView = "list"
    format: BoardFormat = BoardFormat.PDF
    language: str = "en"
    theme: Theme = "light"


def export(ws: Workspace, actor: Actor, wish: Wish) -> Export:
    """A view of all opportunities as a file. Raises RenderFailed, QueryLimit for the customers."""
    desk = _Desk(ws, actor, library.read(ws, actor), words_of(wish.language), wish.language)
    name = f"opportunities-{wish.view}.{wish.format}"
    if wish.format is BoardFormat.CSV:
        heads, rows = TABLES[wish.view](desk)
        return Export(as_csv(heads, rows).encode(), "text/csv; charset=utf-8", name)
    painted = paint(BOARDS[wish.view](desk), wish.format.value, wish.theme)
    return Export(painted.content, painted.media_type, name, painted.warnings)


class _Desk:
    """What all views are made of."""

    def __init__(self, ws: Workspace, actor: Actor, shared: LibraryDocument, words: dict[str, str], language: str):
        self.ws, self.actor, self.shared, self.words, self.language = ws, actor, shared, words, language
        self.all = shared.opportunities
        self._concerned: dict[str, tuple[Concerned, ...]] | None = None

    def head(self, view: str, *notes: str) -> Head:
        words, today = self.words, datetime.now(UTC).date().isoformat()
        facts = f"{len(self.all)} · {today}"
        return Head(words[view], words["title"], facts, notes, words["none"], self.language)

    def concerned(self, id: str) -> tuple[Concerned, ...]:
        """The customers of an opportunity, by dataset; asked once."""
        if self._concerned is None:
            self._concerned = concerning.concerned(self.ws, self.actor).concerned
        return self._concerned.get(id, ())

    def most(self, id: str) -> int | None:
        """How many customers it concerns at most, over the datasets."""
        return max((one.customers for one in self.concerned(id)), default=None)

    def customers(self, id: str) -> str:
        """In words, by dataset."""
        return "; ".join(
            self.words[f"customers.{one.basis}"].format(customers=one.customers, dataset=one.name)
            for one in self.concerned(id)
        )

    def teams(self, one: Opportunity) -> str:
        known = self.shared.teams
        return ", ".join(known[team].name for team in one.teams if team in known)

    def ideas(self, id: str) -> list[str]:
        """Its ideas with their votes, the most voted first."""
        found = [idea for idea in self.shared.ideas.values() if idea.opportunity == id]
        return [f"{idea.name} ({len(idea.votes)})" for idea in sorted(found, key=lambda idea: -len(idea.votes))]

    def persona(self, one: Opportunity) -> str:
        found = self.shared.personas.get(one.persona)
        return found.name if found else ""

    def status(self, one: Opportunity) -> str:
        return self.words[one.status or "open"]


Plain = tuple[list[str], list[tuple[object, ...]]]
LIST = ("name", "status", "grade", "customer_value", "business_value", "effort", "quick", "owner", "teams", "due")


def _list_rows(desk: _Desk) -> Plain:
    heads = [desk.words[head] for head in (*LIST, "customers")]
    return heads, [_list_row(desk, id, one) for id, one in desk.all.items()]


def _list_row(desk: _Desk, id: str, one: Opportunity) -> tuple[object, ...]:
    proof = desk.words[grade(one.evidence, desk.shared.ground).value]
    rated = (one.customer_value, one.business_value, one.effort)
    quick = desk.words["yes"] if is_quick_win(one) else ""
    due = one.due.isoformat() if one.due else ""
    return (one.name, desk.status(one), proof, *rated, quick, one.owner, desk.teams(one), due, desk.customers(id))


def _list_board(desk: _Desk) -> Sheet:
    heads, rows = _list_rows(desk)
    wide = {desk.words["name"]: 2.6, desk.words["customers"]: 1.8, desk.words["owner"]: 1.2, desk.words["teams"]: 1.3}
    found = [Column(name=head, width=wide.get(head, 0.9)) for head in heads]
    return table(desk.head("list"), found, _cells(rows))


def _cells(rows: Sequence[Sequence[object]]) -> Iterator[Sequence[Cell | str]]:
    """Cells of plain values; the first of a row is bold."""
    for first, *rest in rows:
        yield Cell(text=_shown(first), bold=True), *map(_shown, rest)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _board(desk: _Desk) -> Sheet:
    groups = []
    for status in STATUSES:
        found = {id: one for id, one in desk.all.items() if (one.status or "open") == status}
        notes = tuple(_note(desk, id, one) for id, one in found.items())
        groups.append(Group(name=desk.words[status], detail=str(len(found)), notes=notes))
    return columns(desk.head("board"), groups)


def _note(desk: _Desk, id: str, one: Opportunity) -> Note:
    whose = " · ".join(filter(None, (one.owner, desk.teams(one), one.due.isoformat() if one.due else "")))
    quick = desk.words["quick"] if is_quick_win(one) else ""
    lines = tuple(filter(None, (whose, desk.customers(id), quick)))
    return Note(text=one.name, lines=lines, tone="good" if quick else "ink")


def _matrix_rows(desk: _Desk) -> Plain:
    heads = [desk.words[head] for head in ("name", "worth", "effort", "quick", "customers")]
    quick = {True: desk.words["yes"], False: ""}
    return heads, [
        (one.name, worth_of(one), one.effort, quick[is_quick_win(one)], desk.customers(id))
        for id, one in desk.all.items()
    ]


def _matrix(desk: _Desk) -> Sheet:
    words = desk.words
    ticks = tuple((float(rating), str(rating)) for rating in range(1, 6))
    axis = {"low": 1.0, "high": 5.0, "line": float(MIDDLE), "ticks": ticks}
    corners = Corners(
        top_left=words["corner.quick"],
        top_right=words["corner.large"],
        bottom_left=words["corner.little"],
        bottom_right=words["corner.leave"],
    )
    unrated = [(one.name, desk.status(one)) for one in desk.all.values() if worth_of(one) is None or one.effort is None]
    return scatter(
        desk.head("matrix", words["matrix.note"]),
        Axis(name=words["effort"], **axis),
        Axis(name=words["worth"], **axis),
        tuple(_dots(desk)),
        corners=corners,
        others=unrated,
        others_name=words["unrated"],
    )


def _dots(desk: _Desk) -> Iterator[Dot]:
    largest = max((desk.most(id) or 0 for id in desk.all), default=0) or 1
    for id, one in desk.all.items():
        worth, most = worth_of(one), desk.most(id)
        if worth is None or one.effort is None:
            continue
        size = None if most is None else most / largest
        quick = is_quick_win(one)
        detail = ", ".join(filter(None, (desk.words["quick"] if quick else "", desk.customers(id))))
        tone: Literal["good", "accent"] = "good" if quick else "accent"
        yield Dot(name=one.name, x=one.effort, y=worth, size=size, marked=quick, tone=tone, detail=detail)


def _perspective_rows(desk: _Desk) -> Plain:
    heads = ["job", "barrier", "name", "worth", "capability", "ideas"]
    rows: list[tuple[object, ...]] = [
        (one.job, one.barrier, one.name, worth_of(one), one.capability, "; ".join(desk.ideas(id)))
        for id, one in desk.all.items()
    ]
    return [desk.words[head] for head in heads], rows


def _perspectives(desk: _Desk) -> Sheet:
    placed = {id: one for id, one in desk.all.items() if one.job and one.barrier}
    barriers = list(dict.fromkeys(one.barrier for one in placed.values()))
    heads = [Column(name=desk.words["job"], width=1.8), *(Column(name=barrier, width=2.4) for barrier in barriers)]
    head = desk.head("perspectives", *([] if placed else [desk.words["unplaced"]]))
    rows = [
        [Cell(text=job, bold=True), *(_perspective(desk, placed, job, barrier) for barrier in barriers)]
        for job in dict.fromkeys(one.job for one in placed.values())
    ]
    return table(head, heads, rows)


def _perspective(desk: _Desk, placed: dict[str, Opportunity], job: str, barrier: str) -> Cell:
    found = {id: one for id, one in placed.items() if (one.job, one.barrier) == (job, barrier)}
    said = [one.capability for one in found.values() if one.capability] + [
        idea for id in found for idea in desk.ideas(id)
    ]
    return Cell(text="; ".join(one.name for one in found.values()), detail="; ".join(said))


def _impact_rows(desk: _Desk) -> Plain:
    heads = [desk.words[head] for head in ("goal", "persona", "impact.head", "name", "status")]
    rows = [(one.goal, desk.persona(one), one.impact, one.name, desk.status(one)) for one in desk.all.values()]
    return heads, sorted(rows, key=lambda row: [(not part, part) for part in row[:3]])


def _impact(desk: _Desk) -> Sheet:
    _, rows = _impact_rows(desk)
    heads = (Column(name=desk.words["impact"], width=5.0), Column(name=desk.words["status"], width=1.2))
    return table(desk.head("impact"), heads, _branches(desk, rows))


def _branches(desk: _Desk, rows: Sequence[tuple[object, ...]]) -> Iterator[Row]:
    """The tree row by row, each level below the one before; a part that is as above is not said again."""
    before: tuple[object, ...] = ()
    for goal, persona, impact, name, status in rows:
        path = (goal, persona, impact)
        same = next((level for level in range(3) if path[: level + 1] != before[: level + 1]), 3)
        for level in range(same, 3):
            text = str(path[level] or desk.words["not"])
            yield Row(cells=(Cell(text=text, bold=level == 0), Cell()), level=level)
        yield Row(cells=(Cell(text=str(name)), Cell(text=str(status))), level=3)
        before = path


def _owner_rows(desk: _Desk) -> Plain:
    found = owners.read(desk.ws, desk.actor)
    heads = [desk.words[head] for head in ("team", "touchpoints", "stages", "opportunities")]
    return heads, [_owner_row(desk.words["nobody"], found.nobody)] + [_owner_row(one.name, one) for one in found.teams]


def _owner_row(name: str, owned: Owned) -> tuple[object, ...]:
    stages = (f"{stage.name} ({stage.title})" for stage in owned.stages)
    return (
        name,
        "; ".join(one.name for one in owned.touchpoints),
        "; ".join(stages),
        "; ".join(one.name for one in owned.opportunities),
    )


def _owners(desk: _Desk) -> Sheet:
    heads, rows = _owner_rows(desk)
    widths = (1.4, 2.6, 2.8, 2.8)
    found = [Column(name=head, width=width) for head, width in zip(heads, widths, strict=True)]
    return table(desk.head("owners"), found, _cells(rows))


BOARDS: dict[str, Callable[[_Desk], Sheet]] = {
    "list": _list_board,
    "board": _board,
    "matrix": _matrix,
    "perspectives": _perspectives,
    "impact": _impact,
    "owners": _owners,
}
TABLES: dict[str, Callable[[_Desk], Plain]] = {
    "list": _list_rows,
    "board": _list_rows,
    "matrix": _matrix_rows,
    "perspectives": _perspective_rows,
    "impact": _impact_rows,
    "owners": _owner_rows,
}
