"""Did it help, through the verbs: planted effects are told with what was counted, and what is lacking is said."""

from collections.abc import Mapping as Fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from uuid_utils import uuid7

import footfall
from footfall.errors import InvalidQuestion, NotFound
from footfall.events.mapping import Attribute, Mapping
from footfall.journey.changes import Actor, Change
from footfall.measures.helped.effect import Effect
from footfall.render.formats import Format
from footfall.service import analyses, datasets, helped, helped_boards, library
from footfall.service.analyses import Page
from footfall.service.helped_curve import clipped, curve_of, scale
from footfall.service.moments_exports import BoardFormat
from footfall.service.workspace import Workspace, open_workspace

ANNA = Actor(id="anna", name="Anna")
WEEKS, SINCE = 30, 20  # the change comes with the twenty-first
BEGIN = datetime(2025, 1, 6)
EVENTS = Mapping(customer="who", time="at", event="what")
PLANS = Mapping(kind="customers", customer="who", attributes=(Attribute(column="plan"),))
BOUGHT = {"kind": "reach", "at": ["event:buy"]}
OPPORTUNITY = {
    "type": "opportunity",
    "name": "Faster checkout",
    "dataset": "shop",
    "started": "2025-05-26",
    "question": BOUGHT,
}
GROUPS = {"kind": "two-groups", "attribute": "plan", "treated": "gold", "control": "basic"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Sixty visitors a week, a fifth of whom buy; since the change three fifths of those with the plan gold."""
    folder: Path = tmp_path_factory.mktemp("shop")
    dice = np.random.default_rng(11)
    rows, plans = [], []
    for week in range(WEEKS):
        for number in range(60):
            who, plan = f"{week}-{number}", "gold" if number % 2 else "basic"
            at = BEGIN + timedelta(days=7 * week, hours=number * 2.8)
            chance = 0.6 if week >= SINCE and plan == "gold" else 0.2
            plans.append(f"{who},{plan}")
            rows.append(f"{who},{at.isoformat()},visit")
            if dice.random() < chance:
                rows.append(f"{who},{(at + timedelta(minutes=5)).isoformat()},buy")
    ws = open_workspace(folder / "data")
    for name, head, lines, mapping in (("e", "who,at,what", rows, EVENTS), ("p", "who,plan", plans, PLANS)):
        file = folder / f"{name}.csv"
        file.write_text("\n".join([head, *lines]))
        datasets.import_file(ws, ANNA, file, mapping, "Shop")
    return ws


def asked(ws: Workspace, language: str = "en", **fields: Any) -> Effect:
    """The effect of an opportunity with these fields."""
    record: Fields[str, Any] = OPPORTUNITY | fields
    change = {"id": str(uuid7()), "ops": [{"op": "put", "id": "checkout", "record": record}]}
    library.change(ws, ANNA, Change.model_validate(change))
    return helped.effect(ws, ANNA, "checkout", language)


def test_before_and_after_a_planted_effect_is_told_with_its_interval_and_lines(shop: Workspace) -> None:
    effect = asked(shop)

    assert (effect.verdict, effect.lacking, effect.unit) == ("helped", "", "share")
    assert effect.effect is not None
    assert effect.effect.low < 0.2 < effect.effect.high
    assert effect.said.startswith("It helped: since 26\u00a0May\u00a02025 the number is on average ")
    assert [line.name for line in effect.lines] == ["before", "continued", "after"]
    assert (effect.sides["before"].n, effect.sides["after"].n) == (SINCE * 60, (WEEKS - SINCE) * 60)
    assert asked(shop, "nl").said.startswith("Het hielp: sinds 26\u00a0mei\u00a02025 ")


def test_what_is_higher_is_worse_where_lower_is_better(shop: Workspace) -> None:
    assert asked(shop, better="lower").verdict == "worse"


def test_each_number_opens_exactly_what_it_counted(shop: Workspace) -> None:
    for comparison in (None, GROUPS):
        answer = asked(shop, comparison=comparison).answer
        assert answer is not None
        whole = [row for row in answer.rows if not row.key["period"]]
        for row in [*whole, answer.rows[1]]:
            page = analyses.population(shop, ANNA, "shop", answer.analysis, Page(row.key, "value", 0, 1_000))
            assert page.total == row.figures["value"].n
            if page.total <= 1_000:
                assert np.mean([one.value for one in page.rows]) == pytest.approx(row.figures["value"].value)


def test_of_two_groups_the_effect_is_how_much_more_one_changed(shop: Workspace) -> None:
    effect = asked(shop, comparison=GROUPS)

    assert effect.verdict == "helped"
    assert effect.effect is not None
    sides = {name: one.value or 0 for name, one in effect.sides.items()}
    told = (sides["treated-after"] - sides["treated-before"]) - (sides["control-after"] - sides["control-before"])
    assert effect.effect.value == pytest.approx(told)
    assert effect.effect.low < 0.4 < effect.effect.high
    assert "had it changed as among the others" in effect.said


def test_groups_of_whom_nothing_is_known_before_are_set_beside_each_other_since_then(shop: Workspace) -> None:
    effect = asked(shop, comparison=GROUPS, question=BOUGHT | {"only": {"since": "2025-05-26T00:00:00Z"}})

    assert (effect.verdict, sorted(effect.sides)) == ("helped", ["control-after", "treated-after"])
    assert "they may have differed already" in effect.said


def test_what_chance_explains_is_no_verdict_and_says_how_many_more_customers_it_takes(shop: Workspace) -> None:
    calm = BOUGHT | {"only": {"until": "2025-05-26T00:00:00Z"}}
    series = asked(shop, question=calm, started="2025-03-31", matters=0.3)
    groups = asked(shop, question=calm, started="2025-03-31", comparison=GROUPS, matters=0.12)

    for effect in (series, groups):
        assert (effect.verdict, effect.lacking) == ("cannot-tell", "")
        assert effect.said.startswith("Cannot tell yet: ")
        assert "Chance alone may show as much." in effect.said
    assert groups.needed is not None
    assert groups.needed.is_stated
    assert 10 <= (groups.needed.customers or 0) <= 2_000
    assert f"About {groups.needed.customers:,} more customers" in groups.said


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"started": None}, "start"),
        ({"started": (datetime.now(UTC) + timedelta(days=40)).date().isoformat()}, "future"),
        ({"dataset": ""}, "dataset"),
        ({"dataset": "sold"}, "dataset-gone"),
        ({"question": None}, "question"),
        ({"question": {"kind": "reach", "at": ["checkout-page"]}}, "touchpoint-gone"),
        ({"comparison": GROUPS | {"control": "gold"}}, "groups"),
        ({"comparison": GROUPS | {"control": "silver"}}, "group"),
        ({"started": "2024-06-01"}, "before"),
        ({"started": "2025-10-01"}, "after"),
        ({"started": "2025-01-10"}, "periods"),
        ({"question": {"kind": "late", "at": ["event:buy"]}}, "before"),
        (
            {
                "question": {
                    "kind": "flow",
                    "source": ["event:visit"],
                    "target": ["event:buy"],
                    "statistic": "customers",
                },
                "comparison": GROUPS,
            },
            "count",
        ),
    ],
)
def test_what_is_lacking_is_said_and_nothing_is_invented(fields: dict[str, Any], lacking: str, shop: Workspace) -> None:
    effect = asked(shop, **fields)

    assert (effect.lacking, effect.verdict, effect.effect) == (lacking, "cannot-tell", None)
    assert len(effect.said) > len("Cannot tell yet: ")
    assert asked(shop, "nl", **fields).said.startswith("Nog niet te zeggen: ")


def test_an_opportunity_that_is_not_there_is_not_found(shop: Workspace) -> None:
    with pytest.raises(NotFound, match="no opportunity"):
        helped.effect(shop, ANNA, "nothing")


def test_the_answer_goes_out_as_rows_and_as_a_picture(shop: Workspace) -> None:
    effect = asked(shop)
    rows = helped_boards.export(shop, ANNA, "checkout", BoardFormat.CSV, "en").content.decode().splitlines()
    picture = helped_boards.export(shop, ANNA, "checkout", BoardFormat.SVG, "nl")

    assert rows[0] == "group,side,period,value,low,high,n,customers"
    assert [line.split(",")[0] for line in rows[1:4]] == ["effect", "level", "slope"]
    assert rows[4].startswith(",before,,")
    assert len(rows) == 4 + len(effect.answer.rows if effect.answer else ())
    assert picture.media_type == "image/svg+xml"


def test_the_picture_carries_the_curve_with_intervals_lines_and_the_start(shop: Workspace) -> None:
    curve = curve_of(asked(shop), Format("en"))
    assert curve is not None
    assert len(curve.dabs) == WEEKS
    assert all(dab.low is not None and dab.low <= dab.y <= (dab.high or 0) for dab in curve.dabs)
    assert curve.start == curve.x_low + 7 * SINCE
    assert [(one.dashed, one.tone) for one in curve.stretches] == [(False, "muted"), (True, "muted"), (False, "accent")]
    assert (curve.y_low, curve.start_word) == (0, "since 26\u00a0May\u00a02025")
    groups = curve_of(asked(shop, comparison=GROUPS), Format("nl"))
    assert groups is not None
    assert [one.name for one in groups.stretches] == ["basic", "zoals de anderen", "gold"]
    assert curve_of(asked(shop, started=None), Format("en")) is None


def test_the_axis_of_a_share_stays_within_what_a_share_can_be() -> None:
    for values in ([0.01, 0.06, -0.02], [0.9, 0.99, 1.08], [0.0], [1.0]):
        low, high, ticks = scale(values, "share")
        assert 0 <= low < high <= 1
        assert (ticks[0], ticks[-1]) == pytest.approx((low, high))
    assert clipped(((0, 0.4), (8, -0.4)), (0, 1)) == ((0, 0.4), (4, 0))
    assert clipped(((0, -1), (8, -2)), (0, 1)) is None


def test_a_notebook_asks_whether_a_change_helped(shop: Workspace) -> None:
    with footfall.open_dataset(shop.folder, "Shop") as data:
        told = data.helped("2025-05-26", BOUGHT)
        assert told.result == asked(shop).model_copy(update={"opportunity": "here", "dataset": "here"})
        table = told.to_arrow().to_pylist()
        assert [row["side"] for row in table[:3]] == ["effect", "level", "slope"]
        assert len(table) == 3 + 2 + WEEKS
        assert "<svg" in told._repr_html_()
        groups = {name: value for name, value in GROUPS.items() if name != "kind"}
        assert data.helped("2025-05-26", BOUGHT, groups=groups).result.verdict == "helped"
        assert data.helped("2099-01-01", BOUGHT)._repr_html_().startswith("<p>Cannot tell yet")
        with pytest.raises(InvalidQuestion, match="started: Input should be"):
            data.helped("someday", BOUGHT)
