"""The emotion curve: scores in, places out."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.render.chart import HEIGHT, Column, Drawn, chart, gap, level, round_half
from footfall.render.formats import Format
from footfall.render.labels import Box, text_width
from footfall.render.picture import Chart
from tests.render.maps import Number

EN = Format("en")
WIDTH = 200.0


def column(place: int, drawn: float | None, measured: Number | None = None, word: str = "") -> Column:
    points = () if drawn is None else (Drawn(drawn, word),)
    return Column(f"Step {place + 1}", (place + 0.5) * WIDTH, WIDTH, points, measured)


def number(value: float, half: float = 0.1, n: int = 900) -> Number:
    return Number(value, "score", value - half, value + half, n)


def looks(made: Chart, look: str) -> list[str]:
    return [label.text for label in made.labels if label.look == look]


def test_a_gap_is_told_only_when_the_interval_excludes_what_was_drawn() -> None:
    assert gap(column(0, 1.0, number(0.9, half=0.2))) is None
    assert gap(column(0, 1.0, number(-0.5))) == -1.5
    assert gap(column(0, None, number(-0.5))) is None
    assert gap(column(0, 1.0)) is None
    assert gap(column(0, 1.0, Number(-0.5, "score", None, None, 12))) is None


def test_a_gap_below_one_point_has_a_stem_and_no_badge() -> None:
    made = chart([column(0, 1.0, number(0.4)), column(1, 1.0, number(-0.5))], EN)
    assert len(made.stems) == 2
    assert looks(made, "gap") == ["gap −1.5"]


def test_too_few_answers_make_no_dot_and_part_the_line() -> None:
    few = Number(None, "score", n=4, too_few=True)
    columns = [column(0, 0, number(0)), column(1, 0, number(1)), column(2, 0, few), column(3, 0, number(1))]
    made = chart(columns, EN)
    assert len(made.dots) == 3
    assert [len(path.bows) for path in made.measured] == [1, 0]
    assert looks(made, "few") == ["too few · n\u00a04"]


def test_a_step_that_nobody_drew_or_measured_leaves_the_lines_whole() -> None:
    made = chart([column(0, 1, number(0)), column(1, None), column(2, -1, number(1))], EN)
    assert made.assumed is not None
    assert [len(made.assumed.bows), *(len(path.bows) for path in made.measured)] == [1, 1]


def test_a_map_without_scores_still_has_its_scale_and_says_so() -> None:
    made = chart([column(0, None)], EN)
    assert (made.assumed, made.measured, made.faces, made.dots) == (None, (), (), ())
    assert [line.face for line in made.levels] == [2, 1, 0, -1, -2]
    assert made.alt == "Emotion curve from −2 to +2. No scores yet."


def test_a_chart_is_told_in_words() -> None:
    made = chart([column(0, 1, number(-0.5), "hopeful"), column(1, None, number(0.2))], EN)
    assert made.alt == (
        "Emotion curve from −2 to +2. Step 1: drawn +1.0 hopeful, measured −0.5 (−0.6 … −0.4, n 900); "
        "Step 2: measured +0.2 (+0.1 … +0.3, n 900)."
    )


def test_halves_round_away_from_zero() -> None:
    assert [round_half(score) for score in (-2, -1.5, -0.5, -0.4, 0.5, 1.49)] == [-2, -2, -1, 0, 1, 1]


scores = st.floats(-2, 2).map(lambda score: round(score, 1))


@settings(deadline=None)
@given(
    st.lists(st.tuples(scores, scores, st.sampled_from(["", "glad", "fed up", "in two minds"])), min_size=1, max_size=8)
)
def test_badges_and_values_cover_no_dot_no_face_and_not_each_other(points: list[tuple[float, float, str]]) -> None:
    columns = [column(place, drawn, number(seen), word) for place, (drawn, seen, word) in enumerate(points)]
    made = chart(columns, EN)
    signs = [Box.around(face.at, 18, 18) for face in made.faces] + [Box.around(dot, 8, 8) for dot in made.dots]
    labels = [Box.around(label.at, text_width(label.text, 11), 11) for label in made.labels]
    assert max((label.overlap(sign) for label in labels for sign in signs), default=0) == 0
    assert max((one.overlap(other) for one, other in combinations(labels, 2)), default=0) == 0


@settings(deadline=None)
@given(st.lists(scores, min_size=1, max_size=9))
def test_several_faces_in_one_column_stand_apart(drawn: list[float]) -> None:
    made = chart([Column("Step", 100, WIDTH, tuple(Drawn(score) for score in drawn))], EN)
    xs = [face.at.x for face in made.faces]
    assert all(right - left >= 20 for left, right in pairwise(xs))


def test_scores_beyond_the_scale_stay_inside_the_chart() -> None:
    assert 0 < level(9) == level(2) < level(-2) == level(-9) < HEIGHT
