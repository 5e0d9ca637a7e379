"""Whether a map has what readers need first: eyes, a beginning and an end, stages, names, things in their place."""

from collections.abc import Iterator

from footfall.journey.checks.checked import Check, Checked, Found
from footfall.journey.checks.finding import Hit, Level
from footfall.journey.fields import Record, refers_to
from footfall.journey.records import HEADER_ID, Card, Stage, Step


def _no_persona(checked: Checked) -> Found:
    if not checked.map.header.personas:
        yield Hit(HEADER_ID, field="personas")


def _points_of_view(checked: Checked) -> Found:
    personas = checked.map.header.personas
    if len(personas) > 1:
        names = [checked.library.personas[id].name if id in checked.library.personas else id for id in personas]
        yield Hit(HEADER_ID, {"count": len(personas), "names": ", ".join(names)}, "personas")


def _no_scope(checked: Checked) -> Found:
    header = checked.map.header
    if not header.scope_begin:
        form = "begin" if header.scope_end else "both"
        yield Hit(HEADER_ID, field="scope_begin", form=form)
    elif not header.scope_end:
        yield Hit(HEADER_ID, field="scope_end", form="end")


def _no_stage(checked: Checked) -> Found:
    if not checked.map.stages:
        yield Hit(HEADER_ID)


def _empty_stage(checked: Checked) -> Found:
    for id, stage in checked.map.stages.items():
        if not checked.map.steps_of(id):
            yield Hit(id, {"stage": stage.name})


def _no_name(checked: Checked) -> Found:
    named: dict[str, Stage | Step] = {**checked.map.stages, **checked.map.steps}
    for id, record in named.items():
        if not record.name.strip():
            yield Hit(id, field="name", form=record.type)


def _gone(checked: Checked) -> Found:
    """References that lead nowhere."""
    present = checked.map.records.keys() | checked.library.records.keys()
    for id, record in (checked.map.records | checked.library.records).items():
        for field, target in _references(record):
            if target not in present:
                yield Hit(id, {"field": field, "type": getattr(record, "type", "record"), "target": target}, field)


def _in_tray(checked: Checked) -> Found:
    for id, card in checked.map.tray.items():
        yield Hit(id, {"text": card.text or card.feeling})


def _goes_round(checked: Checked) -> Found:
    """Steps that open a map which contains this one."""
    for id, titles in checked.facts.loops.items():
        step = checked.map.steps.get(id)
        yield Hit(id, {"step": step.name if step else "", "loop": " → ".join(titles)}, "map")


def _references(record: Record) -> Iterator[tuple[str, str]]:
    """The references of a record that a check can follow; a base map is another document."""
    placed = ("lane", "step") if isinstance(record, Card) else ()
    for field in type(record).model_fields:
        if field in placed or refers_to(type(record), field) in (None, "map"):
            continue
        value = getattr(record, field)
        yield from ((field, target) for target in ([value] if isinstance(value, str) else value) if target)


STRUCTURE = {
    "no-persona": Check(Level.WARNING, _no_persona),
    "points-of-view": Check(Level.NOTE, _points_of_view),
    "no-scope": Check(Level.WARNING, _no_scope),
    "no-stage": Check(Level.WARNING, _no_stage),
    "empty-stage": Check(Level.WARNING, _empty_stage),
    "no-name": Check(Level.WARNING, _no_name),
    "gone": Check(Level.ERROR, _gone),
    "goes-round": Check(Level.WARNING, _goes_round),
    "in-tray": Check(Level.WARNING, _in_tray),
}
