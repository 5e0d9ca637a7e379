"""Numbers, times and dates as people of the map's language write them; the one place where that is decided."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

MINUS = "\u2212"
DASH = "\u2013"
GLUE = "\u00a0"  # a space at which no line breaks
TO = {"en": "to", "nl": "tot"}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
TIMES = {
    "en": {"minutes": "min", "hours": "h", "day": "day", "days": "days"},
    "nl": {"minutes": "min", "hours": "uur", "day": "dag", "days": "dagen"},
}


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
        text = f"{abs(value):,.{digits}f}"
        sign = MINUS if value < 0 and float(text.replace(",", "")) else ""
        return sign + (text.translate(str.maketrans(",.", ".,")) if self.key == "nl" else text)

    def signed(self, value: float, digits: int = 0) -> str:
        """A number that always shows on which side of zero it is."""
        text = self.number(value, digits)
        return text if text.startswith(MINUS) or not float(f"{value:.{digits}f}") else f"+{text}"

    def share(self, value: float) -> str:
        """A share of 0 to 1 as a percentage with one decimal."""
        return f"{self.number(100 * value, 1)}%"

    def hours(self, value: float) -> str:
        """A time in hours as minutes, hours or days, whichever reads best."""
        number, unit = _time(value)
        digits = 0 if unit == "minutes" or number >= 100 or number == int(number) else 1
        words = TIMES[self.key]
        word = words["day"] if unit == "days" and number == 1 else words[unit]
        return f"{self.number(number, digits)}{GLUE}{word}"

    def measure(self, value: float, unit: str) -> str:
        """A number in a measure's unit: share, hours, points, customers or score."""
        return self._writers().get(unit, self._plain)(value)

    def interval(self, low: float, high: float, unit: str) -> str:
        """Both ends of an interval, with an en dash between them and the unit said once where it can be."""
        if unit == "share":
            return f"{self.number(100 * low, 1)}{DASH}{self.number(100 * high, 1)}"
        first, last = self.measure(low, unit), self.measure(high, unit)
        words = first.split(GLUE)
        if len(words) == 2 and words[1] == last.split(GLUE)[-1]:
            first = words[0]
        between = f" {TO[self.key]} " if MINUS in first + last else DASH
        return f"{first}{between}{last}"

    def difference(self, value: float, unit: str) -> str:
        """A difference between two numbers of one unit, with its sign; shares differ by percentage points."""
        if unit == "share":
            return self.signed(100 * value, 1)
        if unit == "hours":
            return ("+" if value > 0 else MINUS if value < 0 else "") + self.hours(abs(value))
        return self.signed(value, 0 if unit == "customers" else 1)

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
            "customers": lambda value: self.number(value, 0),
        }

    def _plain(self, value: float) -> str:
        return self.number(value, 1)


def _time(hours: float) -> tuple[float, str]:
    if abs(hours) < 1:
        return round(hours * 60), "minutes"
    return (hours, "hours") if abs(hours) < 48 else (round(hours / 24, 1), "days")
