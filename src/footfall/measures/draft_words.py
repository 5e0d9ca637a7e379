"""How a draft writes numbers: short, with a unit, never more exact than they are."""

from footfall.measures.measure import Measure


def share(measure: Measure) -> str:
    """A share in percent: 8.1%."""
    return f"{measure.value or 0:.1%}"


def number(measure: Measure) -> str:
    """A score with one decimal, a true minus before what is below zero."""
    return f"{measure.value or 0:.1f}".replace("-", "−")


def hours(count: float) -> str:
    """A time in the unit that a person would say it in: 40 seconds, 12 minutes, 5.5 hours, 9.1 days."""
    for unit, length in (("days", 24.0), ("hours", 1.0), ("minutes", 1 / 60)):
        if count >= 2 * length:
            return f"{count / length:.1f} {unit}"
    return f"{count * 3600:.0f} seconds"
