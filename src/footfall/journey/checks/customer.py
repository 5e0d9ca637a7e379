"""Whether a map tells the customer's journey: goals that something serves, acts in a readable number, their words."""

import re
from collections.abc import Iterable, Iterator

from footfall.journey.checks.checked import Check, Checked, Found
from footfall.journey.checks.finding import Hit, Level
from footfall.journey.records import HEADER_ID, LaneKind

FEWEST, MOST = 4, 12  # actions of a stage that readers can follow
WE = ("we", "we're", "we'll", "our", "wij", "onze")  # English and Dutch; "we" is both
RULE = "inside-out"  # whose rule names the company

GOALS = (LaneKind.GOALS, LaneKind.NEEDS)
MEETING = (LaneKind.TOUCHPOINTS, LaneKind.CHANNELS)
# Lanes that tell what customers do and want; in thoughts, questions and quotes a customer's own "we" may stand.
TOLD = (LaneKind.ACTIONS, *GOALS, LaneKind.EXPECTATIONS, LaneKind.PAIN_POINTS)


def _no_stage_goal(checked: Checked) -> Found:
    for id, stage in checked.map.stages.items():
        if not stage.goal.strip() and not checked.cards_of(id, *GOALS):
            yield Hit(id, {"stage": stage.name}, "goal")


def _goal_unserved(checked: Checked) -> Found:
    for id, stage in checked.map.stages.items():
        goals = checked.cards_of(id, *GOALS)
        if (stage.goal.strip() or goals) and checked.map.steps_of(id) and not _meets(checked, id):
            yield Hit(goals[0][0] if goals else id, {"stage": stage.name})


def _meets(checked: Checked, stage: str) -> bool:
    """Whether customers meet the organisation anywhere in a stage."""
    if any(step.touchpoint for step in checked.map.steps_of(stage).values()):
        return True
    return bool(checked.cards_of(stage, *MEETING)) or any(card.touchpoint for _, card in checked.all_of(stage))


def _action_count(checked: Checked) -> Found:
    """Where no lane tells actions, the steps are what is counted."""
    has_lane = any(lane.kind is LaneKind.ACTIONS for lane in checked.map.lanes.values())
    for id, stage in checked.map.stages.items():
        steps = checked.map.steps_of(id)
        count = len(checked.cards_of(id, LaneKind.ACTIONS)) if has_lane else len(steps)
        if steps and not FEWEST <= count <= MOST:
            form = "one" if count == 1 else "few" if count < FEWEST else "many"
            yield Hit(id, {"stage": stage.name, "count": count}, form=form)


def _only_pains(checked: Checked) -> Found:
    pains = list(checked.cards(LaneKind.PAIN_POINTS, LaneKind.BARRIERS))
    if pains and not any(checked.cards(LaneKind.STRENGTHS)):
        yield Hit(HEADER_ID, {"count": len(pains)}, form="one" if len(pains) == 1 else "")


def _inside_out(checked: Checked) -> Found:
    rule = checked.library.rules.get(RULE)
    begins = _beginning([*WE, *(rule.words if rule else ())])
    for id, field, text in _told(checked):
        if found := begins.search(text):
            yield Hit(id, {"text": text[found.start("word") :], "word": found["word"]}, field)


def _told(checked: Checked) -> Iterator[tuple[str, str, str]]:
    """Record, field and text of all that should be told from the customer's side."""
    yield HEADER_ID, "customer_goal", checked.map.header.customer_goal
    yield from ((id, "goal", stage.goal) for id, stage in checked.map.stages.items())
    yield from ((id, "name", step.name) for id, step in checked.map.steps.items())
    yield from ((id, "text", card.text) for id, card in checked.cards(*TOLD))


def _beginning(words: Iterable[str]) -> re.Pattern[str]:
    """A sentence that begins with one of these words."""
    known = "|".join(sorted((re.escape(word.strip()) for word in words if word.strip()), key=len, reverse=True))
    return re.compile(rf"(?:^|[.!?]\s+|\n)\W*(?P<word>{known})(?![\w'’])", re.IGNORECASE)


CUSTOMER = {
    "no-stage-goal": Check(Level.WARNING, _no_stage_goal),
    "goal-unserved": Check(Level.WARNING, _goal_unserved),
    "action-count": Check(Level.NOTE, _action_count),
    "only-pains": Check(Level.NOTE, _only_pains),
    "inside-out": Check(Level.WARNING, _inside_out, takes_words=True),
}
