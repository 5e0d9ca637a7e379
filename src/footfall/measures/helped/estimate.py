"""An effect with what is needed to say how sure it is, and how many customers would make it surer."""

from dataclasses import dataclass
from math import ceil, floor, log10, sqrt

from scipy import special

from footfall.measures.statistics import TAIL

POWER = 0.8
BEYOND = 100  # times as many customers as there are: who needs more than that needs another way to find out


@dataclass(frozen=True)
class Estimate:
    """An effect in the measure's unit; `freedom` are Student's degrees of freedom of its standard error."""

    value: float
    variance: float
    freedom: float
    after: float = 0.0  # the part of the variance that shrinks as more customers come, where that is known

    @property
    def half(self) -> float:
        """Half the width of the 95 % interval."""
        return float(special.stdtrit(self.freedom, 1 - TAIL)) * sqrt(self.variance)

    @property
    def low(self) -> float:
        """Lower bound of the 95 % interval."""
        return self.value - self.half

    @property
    def high(self) -> float:
        """Upper bound of the 95 % interval."""
        return self.value + self.half

    @property
    def is_sure(self) -> bool:
        """Whether the interval lets out no effect at all; rounding alone is no effect."""
        return abs(self.value) > self.half and abs(self.value) > 1e-12

    @property
    def is_unsure(self) -> bool:
        """Whether more customers may make it surer."""
        return not self.is_sure and self.variance > 0


def is_seen(difference: float, variance: float, freedom: float) -> bool:
    """Whether a difference would be told in four of five cases: t(97.5 %) + t(80 %) errors from zero (Bloom 1995)."""
    return abs(difference) >= _reach(freedom) * sqrt(variance)


def _reach(freedom: float) -> float:
    return float(special.stdtrit(freedom, 1 - TAIL) + special.stdtrit(freedom, POWER))


def more_customers(seen: Estimate, customers: int, difference: float) -> int | None:
    """How many more customers after the start would show this difference in four of five cases.

    None where no number of customers would do, as what was seen before the start is too little, or more than a hundred
    times those that there are.
    """
    allowed = (difference / _reach(seen.freedom)) ** 2 - (seen.variance - seen.after)
    if allowed <= 0 or seen.after > BEYOND * allowed:
        return None
    return two_digits(customers * (seen.after / allowed - 1))


def two_digits(number: float) -> int:
    """A number rounded up to its first two digits, as nothing more is known of it."""
    unit = int(10 ** max(0, floor(log10(max(1.0, number))) - 1))
    return max(1, ceil(number / unit) * unit)
