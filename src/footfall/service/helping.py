"""Whether a change helped, reckoned over the open tables of a dataset and remembered with them."""

from collections.abc import Callable
from dataclasses import dataclass

from footfall.journey.analyses import BeforeAfterAnalysis
from footfall.journey.records import Opportunity
from footfall.measures.analyses.before_after import DAYS
from footfall.measures.calendar import sides
from footfall.measures.helped.customers import read_sums, sums
from footfall.measures.helped.effect import Effect, Needed, Verdict
from footfall.measures.helped.estimate import Estimate, more_customers, two_digits
from footfall.measures.helped.reckoning import Reckoned, bounds, of_groups, of_periods, sides_of
from footfall.measures.helped.series import LEAST
from footfall.measures.kinds import kind_of
from footfall.service.exploring import AskedAnalysis


@dataclass(frozen=True)
class Comparing:
    """The numbers before and after, resolved against one dataset as it is now, and what would be better."""

    asked: AskedAnalysis
    opportunity: Opportunity

    @classmethod
    def of(
        cls,
        opportunity: Opportunity,
        analysis: BeforeAfterAnalysis,
        put: Callable[[BeforeAfterAnalysis], AskedAnalysis],
    ) -> "Comparing":
        """Resolve an analysis; in groups each side is one, else by weeks or days. Raises NotFound, StorageFailed."""
        asked = put(analysis)
        if not analysis.attribute:
            asked = put(analysis.model_copy(update={"every": _every(asked)}))
        return cls(asked, opportunity)

    def answer(self, said: Effect) -> Effect:
        """The effect, its verdict and the numbers behind it."""
        result = self.asked.result()
        key = ("helped", self.asked.put, self.opportunity.matters)
        (found,) = self.asked.opened.tables.found.all([key], lambda _: [self._reckoned()])
        reckoned: Reckoned = found
        analysis = self.asked.put.analysis
        return said.model_copy(
            update={
                "verdict": self._verdict(reckoned.effect),
                "lacking": reckoned.lacking,
                "unit": kind_of(analysis.question).unit,
                "effect": reckoned.effect and bounds(reckoned.effect),
                "level": reckoned.level and bounds(reckoned.level),
                "slope": reckoned.slope and bounds(reckoned.slope),
                "needed": reckoned.effect and self._needed(reckoned, reckoned.effect),
                "lines": reckoned.lines,
                "sides": sides_of(result),
                "answer": result,
            }
        )

    def _reckoned(self) -> Reckoned:
        result, put = self.asked.result(), self.asked.put
        if not put.analysis.attribute:
            return of_periods(result, abs(self.opportunity.matters or 0))
        rows = self.asked.scope().run(sums(kind_of(put.analysis.question)), **self.asked.prepared().tables())
        return of_groups(result, read_sums(rows.to_pylist()))

    def _verdict(self, effect: Estimate | None) -> Verdict:
        if effect is None or not effect.is_sure:
            return "cannot-tell"
        return "helped" if (effect.value > 0) is (self.opportunity.better == "higher") else "worse"

    def _needed(self, reckoned: Reckoned, effect: Estimate) -> Needed | None:
        """Only where it cannot be told yet."""
        stated = abs(self.opportunity.matters or 0)
        difference = stated or abs(effect.value)
        if not effect.is_unsure or not difference:
            return None
        customers = self._more(reckoned, effect, difference)
        return Needed(difference=difference, is_stated=bool(stated), customers=customers)

    def _more(self, reckoned: Reckoned, effect: Estimate, difference: float) -> int | None:
        result = self.asked.result()
        after = [one for name, one in sides_of(result).items() if name.endswith("after")]
        customers = sum(one.customers or one.n for one in after)
        if self.asked.put.analysis.attribute:
            return more_customers(effect, customers, difference)
        periods = sum(row.key["side"] == "after" and row.key["period"] != "" for row in result.rows)
        return None if reckoned.more is None else two_digits(customers / periods * reckoned.more)


def _every(asked: AskedAnalysis) -> str:
    """Weeks, where there are enough of them on both sides of the start, else days."""
    for every in ("week", "day"):
        analysis = asked.put.analysis
        told = [one for one in sides(analysis.started, DAYS[every], analysis.zone, asked.put.span) if one.is_whole]
        after = sum(one.side == "after" for one in told)
        if min(after, len(told) - after) >= LEAST[every]:
            return every
    return "day"
