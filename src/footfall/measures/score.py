"""Scores: the mean of what customers answered about a place, on one scale, and the Net Promoter Score.

Instrument and good end are part of a scale: what was asked otherwise is another one. Each answer counts once: weights
are for the figures of a whole survey (survey.py), since they say whom a respondent stands for there, not at a place.
"""

from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.tables import answers, asks, at_place, population

SCALE = ["question", "instrument", "scale_min", "scale_max", "better"]

PROMOTERS = ("", "nps")  # what a score from 0 to 10 may be to count for the Net Promoter Score


@cache
def _given() -> Any:
    """All scores about the place that the question lets in."""
    scored = answers.filter(_.score.notnull()).join(at_place(0), "combination").join(asks(), "ask")
    asked_for = (scored.survey_question == "") | (scored.survey_question == scored.question)
    # Where nothing was promised, late is empty, and so is the comparison: neither kept nor broken.
    in_time = (scored.promise == "") | (scored.late == (scored.promise == "broken"))
    return scored.filter(asked_for & in_time)


def on_one_scale(given: Any) -> Any:
    """The scores on the scale that was answered most, so that scales never mix; ties go by name."""
    scales = given.group_by("ask", *SCALE).agg(answered=_.count())
    order = [ibis.desc("answered"), *SCALE]
    first = scales.mutate(rank=ibis.row_number().over(group_by="ask", order_by=order)).filter(_.rank == 0)
    return given.join(first.select("ask", *SCALE), ["ask", *SCALE])


@cache
def scores() -> Any:
    """Answers with their score, or with the score rescaled to an emotion from -2 to +2."""
    rows = on_one_scale(_given())
    two, four = ibis.literal(2, "float64"), ibis.literal(4, "float64")
    good = (rows.better == "low").ifelse(rows.scale_max - rows.score, rows.score - rows.scale_min)
    emotion = good / (rows.scale_max - rows.scale_min) * four - two
    return population(rows.mutate(value=rows.as_emotion.ifelse(emotion, rows.score), at=rows.time))


@cache
def _promoter_scale() -> Any:
    """The scores on scales from 0 to 10 that are said to be such, or of which nobody said what they are."""
    given = _given()
    may_be = given.instrument.isin(PROMOTERS) & (given.better == "high")
    return given.filter((given.scale_min == 0) & (given.scale_max == 10) & may_be)


@cache
def promoters() -> Any:
    """Answers from 0 to 10: 100 for 9 and 10, -100 for 0 to 6, else 0; their mean is the Net Promoter Score."""
    rows = on_one_scale(_promoter_scale())
    value = ibis.cases((rows.score >= 9, 100), (rows.score <= 6, -100), else_=0)
    return population(rows.mutate(value=value, at=rows.time))


@cache
def scales() -> Any:
    """All scales that were answered about the place, and how often: (ask, answered) beside what a scale is."""
    return _given().group_by("ask", *SCALE).agg(answered=_.count())
