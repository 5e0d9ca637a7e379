"""Checks of a map of the workspace: what its data know counts, and the workspace's rules hold."""

from pathlib import Path

from uuid_utils import uuid7

from footfall.events.columns import Asked
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put, Records
from footfall.service import datasets, library, map_checks, maps
from footfall.service.workspace import Workspace

SHARED: Records = {
    "app": {"type": "channel", "name": "App"},
    "fax": {"type": "channel", "name": "Fax"},
    "looks": {"type": "touchpoint", "name": "Looks", "channels": ["app", "fax"], "bindings": [{"events": ["look"]}]},
    "no-persona": {"type": "rule", "level": "error"},
    "no-scope": {"type": "rule", "level": "off"},
    "no-owner": {"type": "rule", "level": "off"},
    "action-count": {"type": "rule", "level": "off"},
    "no-measure": {"type": "rule", "level": "off"},
}
MAP: Records = {
    "map": {"type": "map", "title": "Shop", "dataset": "shop"},
    "visit": {"type": "stage", "name": "Visit", "goal": "To find it"},
    "look": {"type": "step", "stage": "visit", "name": "Look", "touchpoint": "looks"},
}


def test_channels_of_the_data_and_rules_of_the_workspace_count(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    (file := tmp_path / "events.csv").write_text(
        "who,when,what,by\nc1,2024-01-01 10:00,look,app\nc2,2024-01-01 10:00,look,Desk\n"
    )
    datasets.import_file(ws, anna, file, Mapping(customer="who", time="when", event="what", channel="by"), "Shop")
    puts = tuple(Put(id=id, record=record) for id, record in SHARED.items())
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))
    found = map_checks.read(ws, anna, maps.create(ws, anna, MAP), "nl")
    assert (found.seq, [(one.code, one.level.value, one.record, one.sentence) for one in found.findings]) == (
        1,
        [
            ("no-persona", "error", "map", "De klantreis noemt geen persona."),
            ("unused-channel", "note", "look", "Het kanaal 'Fax' is getekend en komt in de data niet voor."),
            ("undrawn-channel", "note", "map", "De data kennen het kanaal 'Desk', en de klantreis tekent het niet."),
        ],
    )


def test_an_emotion_against_what_customers_answered_is_told(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    (events := tmp_path / "events.csv").write_text(
        "who,when,what\n" + "".join(f"c{n},2024-01-01 10:00,look\n" for n in range(30))
    )
    (answers := tmp_path / "answers.csv").write_text("who,sat\n" + "".join(f"c{n},{1 + n % 2}\n" for n in range(30)))
    satisfied = Asked(column="sat", instrument="csat", about="look", scale_min=1, scale_max=5)
    asked = Mapping(kind="answers", customer="who", time_is="2024-01-02", asked=(satisfied,))
    datasets.import_file(ws, anna, events, Mapping(customer="who", time="when", event="what"), "Shop")
    datasets.import_file(ws, anna, answers, asked, "Shop")
    puts = tuple(Put(id=id, record=record) for id, record in SHARED.items())
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))
    felt: Records = {
        "felt": {"type": "lane", "kind": "emotion"},
        "glad": {"type": "card", "lane": "felt", "step": "look", "score": 1},
    }
    found = map_checks.read(ws, anna, maps.create(ws, anna, MAP | felt)).findings
    (against,) = [one for one in found if one.code == "confirmation-bias"]
    assert (against.record, against.field) == ("glad", "evidence")
    assert against.sentence.startswith("The emotion +1 at 'Look' lies outside what customers answered (-1.7 to -1.3)")
