"""Curves pass through their points and stay between neighbours."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from footfall.render.curve import backwards, curve_through, height_at
from footfall.render.picture import Path, Point

heights = st.floats(-1000, 1000, allow_nan=False).map(lambda y: round(y, 3))
steps = st.floats(1, 300).map(lambda x: round(x, 3))


@st.composite
def points(draw: st.DrawFn, least: int = 1) -> list[Point]:
    ys = draw(st.lists(heights, min_size=least, max_size=12))
    gaps = draw(st.lists(steps, min_size=len(ys), max_size=len(ys)))
    return [Point(x=sum(gaps[: place + 1]), y=y) for place, y in enumerate(ys)]


def drawn(path: Path | None) -> Path:
    assert path is not None
    return path


def test_no_points_make_no_curve_and_one_point_makes_a_curve_without_length() -> None:
    assert curve_through([]) is None
    assert curve_through([Point(x=1, y=2)]) == Path(start=Point(x=1, y=2), bows=())


@given(points())
def test_a_curve_passes_through_its_points(through: list[Point]) -> None:
    path = drawn(curve_through(through))
    assert [path.start, *(bow.end for bow in path.bows)] == through


@given(points(least=2), st.floats(0, 1))
def test_a_curve_never_leaves_the_span_of_the_two_points_between_which_it_runs(
    through: list[Point], share: float
) -> None:
    path = drawn(curve_through(through))
    for left, right in pairwise(through):
        y = height_at(path, left.x + share * (right.x - left.x))
        assert min(left.y, right.y) - 1e-6 <= y <= max(left.y, right.y) + 1e-6


@given(points(least=2))
def test_between_two_points_a_curve_only_rises_or_only_falls(through: list[Point]) -> None:
    path = drawn(curve_through(through))
    for left, right in pairwise(through):
        ys = [height_at(path, left.x + place / 20 * (right.x - left.x)) for place in range(21)]
        rises = [after - before for before, after in pairwise(ys)]
        assert all(rise >= -1e-6 for rise in rises) or all(rise <= 1e-6 for rise in rises)


@given(points())
def test_drawn_backwards_twice_a_curve_is_itself(through: list[Point]) -> None:
    path = drawn(curve_through(through))
    assert backwards(backwards(path)) == path


@given(points(least=2))
def test_backwards_a_curve_begins_where_it_ended(through: list[Point]) -> None:
    path = backwards(drawn(curve_through(through)))
    assert (path.start, path.bows[-1].end) == (through[-1], through[0])
