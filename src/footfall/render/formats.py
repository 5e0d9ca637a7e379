"""Numbers, times and dates as people of the map's language write them.

The page writes them alike (web/src/ui/format.ts): both sit the exam in fixtures/numbers.json.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

MINUS = "\u2212"
DASH = "\u2013"
GLUE = "\u00a0"  # a space at which no line breaks
TO = {"en": "to", "nl": "tot"}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
TIMES = {
    "en": {"seconds": "s", "minutes": "min", "hours": "h", "days": "days"},
    "nl": {"seconds": "s", "minutes": "min", "hours": "uur", "days": "dagen"},
}

HOURS = {"seconds": 1 / 3600, "minutes": 1 / 60, "hours": 1.0, "days": 24.0}

ENDS = {"seconds": 2 / 60, "minutes": 1.0, "hours": 48.0}  # hours at which the next unit reads better
WHOLE = ("seconds", "minutes")
COUNTED = ("customers", "events", "answers", "points")  # units of which there are only whole ones
ENOUGH = Context(prec=400)  # digits, so that every float can be rounded


@dataclass(frozen=True)
class Format:
    """How one language writes numbers; languages that we do not know are written as English."""

    language: str

    @property
    def key(self) -> str:
        """The language whose habits are followed: en or nl."""
        return "nl" if self.language.lower().split("-")[0] == "nl" else "en"

    def number(self, value: float, digits: int = 0) -> str:
        """A number with grouped thousands, a true minus and a fixed number of decimals."""
        text = f"{rounded(abs(value), digits):,f}"
        sign = MINUS if value < 0 and float(text.replace(",", "")) else ""
        return sign + (text.translate(str.maketrans(",.", ".,")) if self.key == "nl" else text)

    def signed(self, value: float, digits: int = 0) -> str:
        """A number that always shows on which side of zero it is."""
        text = self.number(value, digits)
        return text if text.startswith(MINUS) or not any(digit in text for digit in "123456789") else f"+{text}"

    def share(self, value: float) -> str:
        """A share of 0 to 1 as a percentage with one decimal; nobody and everybody have none."""
        return f"{self.number(100 * value, 0 if value in (0, 1) else 1)}%"

    def hours(self, value: float) -> str:
        """A time in hours as seconds, minutes, hours or days, whichever reads best."""
        unit = time_unit(value)
        amount = value / HOURS[unit]
        is_whole = unit in WHOLE or abs(amount) >= 100 or self.number(amount, 1).endswith("0")
        return self._time(self.number(amount, 0 if is_whole else 1), unit)

    def _time(self, number: str, unit: str) -> str:
        return f"{number}{GLUE}{TIMES[self.key][unit]}"

    def measure(self, value: float, unit: str) -> str:
        """A number in a measure's unit: share, hours, points, customers or score."""
        return self._writers().get(unit, self._plain)(value)

    def interval(self, low: float, high: float, unit: str, around: float | None = None) -> str:
        """Both ends of an interval with an en dash between them; times in the unit of the value between them."""
        if unit == "share":
            return self._between(self.number(100 * low, 1), self.number(100 * high, 1))
        if unit == "hours":
            return self._times(low, high, time_unit(high if around is None else around))
        alike = self.number(low, 1) == self.number(high, 1)  # on a narrow scale both ends may be near
        digits = 0 if unit in COUNTED else 2 if alike else 1
        return self._between(self.number(low, digits), self.number(high, digits))

    def _times(self, low: float, high: float, unit: str) -> str:
        """Both ends in one unit, with a decimal where whole ones would hardly tell them apart."""
        first, last = low / HOURS[unit], high / HOURS[unit]
        digits = 0 if last >= 100 or (last >= 10 and last - first >= 2) else 1
        return self._time(self._between(self.number(first, digits), self.number(last, digits)), unit)

    def _between(self, first: str, last: str) -> str:
        """A range; with a minus in it, a word keeps the dash from being read as one more."""
        return first + (f" {TO[self.key]} " if MINUS in first + last else DASH) + last

    def difference(self, value: float, unit: str) -> str:
        """A difference between two numbers of one unit, with its sign; shares differ by percentage points."""
        if unit == "share":
            return self.signed(100 * value, 1)
        if unit == "hours":
            return ("+" if value > 0 else MINUS if value < 0 else "") + self.hours(abs(value))
        return self.signed(value, 0 if unit in COUNTED else 1)

    def listed(self, parts: Iterable[str]) -> str:
        """Short facts in one line, parted by dots that never begin a line."""
        return f"{GLUE}· ".join(parts)

    def day(self, value: date) -> str:
        """A date in words."""
        return f"{value.day}{GLUE}{MONTHS[self.key].split()[value.month - 1]}{GLUE}{value.year}"

    def _writers(self) -> dict[str, Callable[[float], str]]:
        return {
            "share": self.share,
            "hours": self.hours,
            "points": lambda value: self.signed(value, 0),
            **dict.fromkeys(("customers", "events", "answers"), lambda value: self.number(value, 0)),
        }

    def plain(self, value: float) -> str:
        """A number with a decimal where it has one."""
        return self.number(value, 0 if value == int(value) else 1)

    def _plain(self, value: float) -> str:
        return self.number(value, 1)


def rounded(value: float, digits: int) -> Decimal:
    """A number with so many decimals, halves of its shortest decimal form away from zero, as browsers round."""
    exact = Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, ENOUGH) if exact.is_finite() else exact


def time_unit(hours: float) -> str:
    """The unit in which a time reads best: seconds below two minutes, minutes below an hour, days from two days on."""
    return next((unit for unit, end in ENDS.items() if abs(hours) < end), "days")
