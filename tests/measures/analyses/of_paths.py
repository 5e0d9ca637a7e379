"""The analyses of paths that tests put to logs, with their oracles."""

from collections.abc import Callable
from datetime import date
from typing import Any

from footfall.journey.analyses import (
    BeforeAfterAnalysis,
    BehavioursAnalysis,
    FunnelLossesAnalysis,
    FunnelStepsAnalysis,
    RetentionAnalysis,
    StaysAnalysis,
    StepLinksAnalysis,
    StepsAnalysis,
    TimedPlace,
    TreeAnalysis,
    TrendAnalysis,
)
from footfall.journey.questions import Duration, Flow, Funnel, Reach
from tests.measures.analyses.oracles import before_after, behaviours, funnel_steps, retention, stays, steps, tree, trend
from tests.measures.analyses.oracles.log import Log, Table

FEBRUARY = date(2024, 2, 1)
A, B, C = ("a",), ("event:b",), ("c",)
TIMED = (
    TimedPlace(id="start", name="Start", at=("a", "event:b"), expected_hours=2),
    TimedPlace(id="rest", name="Rest", at=C),
    TimedPlace(id="again", name="Start", at=("a-in-x",), expected_hours=0),
)

OF_PATHS: list[tuple[Any, Callable[[Any, Log], Table]]] = [
    (FunnelStepsAnalysis(places=(A, B)), funnel_steps.table),
    (FunnelStepsAnalysis(places=(("a", "c"), ("event:b", "c"), A)), funnel_steps.table),
    (FunnelStepsAnalysis(places=(A, A, B, C), closed=True), funnel_steps.table),
    (FunnelStepsAnalysis(places=(A, B, C), within_hours=4), funnel_steps.table),
    (FunnelStepsAnalysis(places=(A, B, C), within_hours=2, within="previous", closed=True), funnel_steps.table),
    (FunnelLossesAnalysis(places=(A, B, C)), funnel_steps.losses),
    (FunnelLossesAnalysis(places=(A, C), within_hours=3), funnel_steps.losses),
    (StaysAnalysis(), stays.table),
    (StaysAnalysis(of="wait", by="channel"), stays.table),
    (StaysAnalysis(of="journey"), stays.table),
    (StaysAnalysis(places=TIMED), stays.table),
    (StaysAnalysis(of="wait", places=TIMED), stays.table),
    (StaysAnalysis(of="between", places=TIMED), stays.table),
    (BehavioursAnalysis(), behaviours.table),
    (BehavioursAnalysis(by="channel", ends=("a", "event:b")), behaviours.table),
    (BehavioursAnalysis(by="team", ends=C), behaviours.table),
    (TreeAnalysis(root=A, least_share=0), tree.table),
    (TreeAnalysis(root=("c", "event:b"), backwards=True, depth=6), tree.table),
    (TreeAnalysis(by="event", depth=4, least_share=0.4), tree.table),
    (TreeAnalysis(backwards=True, by="channel", depth=2, least_share=0.6), tree.table),
    (StepsAnalysis(), steps.table),
    (StepsAnalysis(by="event", length=3, most=2), steps.table),
    (StepLinksAnalysis(length=4, most=1), steps.links),
    (RetentionAnalysis(every="day"), retention.table),
    (RetentionAnalysis(every="week", zone="America/New_York", start=A), retention.table),
    (RetentionAnalysis(every="month", zone="Asia/Kathmandu", start=C, return_to=B, most=2), retention.table),
    (RetentionAnalysis(every="quarter", return_to=A), retention.table),
    (TrendAnalysis(question=Reach(at=A), every="day"), trend.table),
    (TrendAnalysis(question=Flow(source=A, target=B), every="month"), trend.table),
    (TrendAnalysis(question=Flow(source=A, target=("c", "event:b"), statistic="share"), every="week"), trend.table),
    (TrendAnalysis(question=Funnel(places=(A, B, C)), every="quarter"), trend.table),
    (TrendAnalysis(question=Duration(at=("a", "c")), every="day", zone="America/New_York"), trend.table),
    (BeforeAfterAnalysis(question=Reach(at=A), started=date(2024, 1, 15), every="week"), before_after.table),
    (BeforeAfterAnalysis(question=Flow(source=A, target=B, statistic="share"), started=FEBRUARY), before_after.table),
    (
        BeforeAfterAnalysis(
            question=Duration(at=("a", "c")), started=date(2024, 1, 2), every="day", zone="America/New_York"
        ),
        before_after.table,
    ),
]
