"""An effect with what is needed to say how sure it is, and how many customers would make it surer."""

from dataclasses import dataclass
from math import ceil, floor, log10, sqrt

from scipy import special

from footfall.measures.statistics import TAIL

POWER = 0.8
BEYOND = 100  # times as many customers as there are: who needs more than that needs another way to find out


@dataclass(frozen=True)
class Estimate:
    """An effect in the measure's unit; `freedom` are Student's degrees of freedom of its standard error.

    Its variance is that of what was seen before the start, which nobody can add to, and of what was seen after it.
    """

    value: float
    variance: float
    freedom: float
    after: float  # the part of the variance that shrinks as more customers come

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


def more_customers(seen: Estimate, customers: int, difference: float) -> int | None:
    """How many more customers after the start would show this difference in four of five cases, rounded to two digits.

    The effect must lie t(97.5 %) + t(80 %) standard errors from zero (Bloom 1995). None where no number of customers
    would do, as what was seen before the start is too little, or more than a hundred times those that there are.
    """
    reach = float(special.stdtrit(seen.freedom, 1 - TAIL) + special.stdtrit(seen.freedom, POWER))
    allowed = (difference / reach) ** 2 - (seen.variance - seen.after)
    if allowed <= 0 or seen.after > BEYOND * allowed:
        return None
    return _two_digits(max(1.0, customers * (seen.after / allowed - 1)))


def _two_digits(number: float) -> int:
    unit = int(10 ** max(0, floor(log10(number)) - 1))
    return ceil(number / unit) * unit
