"""The numbers before and after a start as a curve, for paper and notebooks; the page draws the same (drawing.ts)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil, floor, inf, log10
from typing import TYPE_CHECKING, Any

from footfall.measures.analysed import AnalysedRow, Figure
from footfall.measures.helped.effect import Effect
from footfall.render.formats import Format
from footfall.service.helped_words import words_in

if TYPE_CHECKING:
    from footfall.render.boards import Curve
    from footfall.render.boards.series import Stretch
    from footfall.render.picture import Tone

LENGTHS = {"day": 1, "week": 7}
DAYS = 6  # days that are named below
EARLIER, LATER, ASIDE = 0.25, 0.7, 0.006  # where sides stand, and how far two groups stand apart
CAN_BE = {"share": (0.0, 1.0), "points": (-100.0, 100.0)}  # by unit what a number can be; others are not bound

Known = Sequence[tuple[AnalysedRow, Figure]]
Ends = tuple[tuple[float, float], tuple[float, float]]


def curve_of(effect: Effect, writing: Format) -> "Curve | None":
    """The curve of an answer; nothing where no number is known well enough to be drawn."""
    if effect.answer is None:
        return None
    known = [(row, figure) for row in effect.answer.rows if _is_known(figure := row.figures["value"])]
    if "treated-after" in effect.sides:
        return _of_groups(effect, known, writing) if known else None
    periods = [(row, figure) for row, figure in known if row.key["period"]]
    return _of_periods(effect, periods, writing) if periods else None


def _is_known(figure: Figure) -> bool:
    return figure.value is not None and not figure.too_few


def _of_periods(effect: Effect, known: Known, writing: Format) -> "Curve":
    from footfall.render.boards import Curve
    from footfall.render.boards.series import Dab

    analysis = _analysis(effect)
    length = LENGTHS.get(analysis.get("every", ""), 1)
    begins = [_day(row.key["period"]) for row, _ in known]
    first = min([*begins, *(line.begin.toordinal() for line in effect.lines)])
    last = max([*(begin + length for begin in begins), *(line.end.toordinal() for line in effect.lines)])
    ends = [end for line in effect.lines for end in (line.first, line.last)]
    y_low, y_high, ticks = scale([*_values(known), *ends], effect.unit or "")
    started = date.fromisoformat(analysis["started"])
    return Curve(
        x_low=first,
        x_high=last,
        y_low=y_low,
        y_high=y_high,
        x_ticks=tuple((at, writing.day(date.fromordinal(round(at)))) for at in _days(first, last)),
        y_ticks=_written(ticks, effect, writing),
        start=started.toordinal(),
        start_word=words_in(writing.language)["since"].format(day=writing.day(started)),
        dabs=tuple(
            Dab(x=begin + length / 2, y=figure.value or 0, low=figure.low, high=figure.high, tone=_tone(row))
            for begin, (row, figure) in zip(begins, known, strict=True)
        ),
        stretches=tuple(_lines(effect, (y_low, y_high))),
    )


def _lines(effect: Effect, bounds: tuple[float, float]) -> "Iterator[Stretch]":
    for line in effect.lines:
        ends = (line.begin.toordinal(), line.first), (line.end.toordinal(), line.last)
        if cut := clipped(ends, bounds):
            yield _stretch(cut, dashed=line.name == "continued", tone="accent" if line.name == "after" else "muted")


def _of_groups(effect: Effect, known: Known, writing: Format) -> "Curve":
    from footfall.render.boards import Curve
    from footfall.render.boards.series import Dab

    words, analysis = words_in(writing.language), _analysis(effect)
    value = {f"{row.key['group']}-{row.key['side']}": figure.value or 0.0 for row, figure in known}
    otherwise = _otherwise(value)
    drawn = [*value.values(), *([] if otherwise is None else [otherwise])]
    y_low, y_high, ticks = scale(drawn, effect.unit or "")
    lines = (
        ("control", value.get("control-before"), value.get("control-after"), str(analysis["control"])),
        ("continued", value.get("treated-before"), otherwise, words["as-others"]),
        ("treated", value.get("treated-before"), value.get("treated-after"), str(analysis["treated"])),
    )
    return Curve(
        x_low=0,
        x_high=1,
        y_low=y_low,
        y_high=y_high,
        x_ticks=((EARLIER, words["before-side"]), (LATER, words["after-side"])),
        y_ticks=_written(ticks, effect, writing),
        start=0.5,
        start_word=words["since"].format(day=writing.day(date.fromisoformat(str(analysis["started"])))),
        dabs=tuple(
            Dab(x=_side(row), y=figure.value or 0, low=figure.low, high=figure.high, tone=_tone(row))
            for row, figure in known
        ),
        stretches=tuple(
            _stretch(cut, dashed=name == "continued", tone="accent" if name == "treated" else "muted", name=said)
            for name, was, now, said in lines
            if was is not None and now is not None and (cut := clipped(((EARLIER, was), (LATER, now)), (y_low, y_high)))
        ),
    )


def _otherwise(value: Mapping[str, float]) -> float | None:
    """Where those who got the change would be, had they changed as the others."""
    needed = ("treated-before", "control-before", "control-after")
    if not all(name in value for name in needed):
        return None
    was, others_were, others_are = (value[name] for name in needed)
    return was + others_are - others_were


def _side(row: AnalysedRow) -> float:
    aside = ASIDE if row.key["group"] == "treated" else -ASIDE
    return (EARLIER if row.key["side"] == "before" else LATER) + aside


def _tone(row: AnalysedRow) -> "Tone":
    changed = row.key["group"] == "treated" if row.key["group"] else row.key["side"] == "after"
    return "accent" if changed else "muted"


def _stretch(ends: Ends, *, dashed: bool, tone: "Tone", name: str = "") -> "Stretch":
    from footfall.render.boards.series import Stretch

    (x, y), (x_end, y_end) = ends
    return Stretch(x=x, y=y, x_end=x_end, y_end=y_end, dashed=dashed, tone=tone, name=name)


def clipped(ends: Ends, bounds: tuple[float, float]) -> Ends | None:
    """The part of a line that lies between two values; nothing where no part does."""
    (x, y), (x_end, y_end) = ends
    low, high = bounds
    if y == y_end:
        return ends if low <= y <= high else None
    at = sorted(((low - y) / (y_end - y), (high - y) / (y_end - y)))
    first, last = max(0.0, at[0]), min(1.0, at[1])
    if first >= last:
        return None
    place = [(x + (x_end - x) * part, y + (y_end - y) * part) for part in (first, last)]
    return place[0], place[1]


def scale(values: Sequence[float], unit: str) -> tuple[float, float, list[float]]:
    """The ends of an axis around values and round numbers between them, never beyond what a number can be."""
    least, most = CAN_BE.get(unit, (-inf, inf))
    held = [min(max(value, least), most) for value in values]
    low, high = min(held), max(held)
    step = _round_step(((high - low) or abs(high) or 1.0) / 4)
    bottom = max(floor(low / step + 1e-9) * step, least)
    top = min(max(ceil(high / step - 1e-9) * step, bottom + step), most)
    bottom = min(bottom, max(least, top - step))
    count = round((top - bottom) / step)
    return bottom, top, [bottom + step * number for number in range(count + 1)]


def _round_step(size: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is no smaller."""
    power: float = 10 ** floor(log10(size))
    return next((times * power for times in (1, 2, 5) if times * power >= size * 0.999), 10 * power)


def _days(first: float, last: float) -> list[float]:
    count = max(1, min(DAYS, int((last - first) // 7)))
    return [first + (last - first) * number / count for number in range(count)]


def _written(ticks: Sequence[float], effect: Effect, writing: Format) -> tuple[tuple[float, str], ...]:
    return tuple((tick, writing.measure(tick, effect.unit or "")) for tick in ticks)


def _values(known: Known) -> list[float]:
    return [figure.value or 0.0 for _, figure in known]


def _analysis(effect: Effect) -> dict[str, Any]:
    return effect.answer.analysis.model_dump(mode="json") if effect.answer else {}


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
