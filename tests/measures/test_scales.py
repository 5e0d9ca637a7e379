"""Scales never mix: what a score is and which end is good belong to the scale."""

from pathlib import Path

import pytest

from footfall.journey.questions import NetPromoter, Question, Score
from footfall.measures.answering import Span, answer
from footfall.measures.measure import Measure
from footfall.measures.putting import put
from tests.measures.logs import Answer, Event, known, open_log, touchpoint

CALL = {"call": touchpoint("call")}
CALLED = [Event(customer, 0, "call", "", None) for customer in range(6)]


def ask(folder: Path, question: Question, answers: list[Answer]) -> Measure:
    tables = open_log(folder, CALLED, answers)
    return answer(tables, [put(question, CALL, known(tables))], Span())[0]


def test_where_the_low_end_is_good_the_lowest_score_is_the_best_emotion(tmp_path: Path) -> None:
    effort = [Answer(0, 1, 1, scale=(1, 7), better="low"), Answer(1, 1, 4, scale=(1, 7), better="low")]
    assert ask(tmp_path, Score(at=("call",), as_emotion=True), effort).value == pytest.approx((2 + 0) / 2)


def test_one_question_asked_with_two_good_ends_is_two_scales_of_which_the_most_answered_counts(tmp_path: Path) -> None:
    answers = [Answer(0, 1, 5), Answer(1, 1, 4), Answer(2, 1, 1, better="low")]
    found = ask(tmp_path, Score(at=("call",)), answers)
    assert (found.value, found.n, found.details["answers_left_out"]) == (4.5, 2, 1)


def test_scores_from_0_to_10_that_are_said_to_be_something_else_are_no_promoters(tmp_path: Path) -> None:
    ten: tuple[float, float] = (0, 10)
    answers = [Answer(0, 1, 9, scale=ten, instrument="nps"), Answer(1, 1, 0, scale=ten, instrument="rating")]
    found = ask(tmp_path, NetPromoter(at=("call",)), answers)
    assert (found.value, found.n, found.details["answers_left_out"]) == (100, 1, 0)
