"""How many cells of each question say that it did not apply, or hold nothing."""

from collections import Counter
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.report import Unanswered
from footfall.events.scores import Codes, Flags


@dataclass
class Tally:
    """Counts by question and instrument, over all batches of a file."""

    not_applicable: Counter[tuple[str, str]] = field(default_factory=Counter)
    blank: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, questions: pa.Array, instrument: str, codes: Codes, good: Flags) -> None:
        """Count the cells of one column in the good rows of a batch."""
        for counts, rows in ((self.not_applicable, codes.not_applicable), (self.blank, codes.blank)):
            for found in pc.value_counts(questions.filter(pa.array(rows & good))).to_pylist():
                counts[found["values"], instrument] += found["counts"]

    def as_unanswered(self) -> tuple[Unanswered, ...]:
        """The counts, by question."""
        asked = sorted({*self.not_applicable, *self.blank})
        return tuple(
            Unanswered(
                question=question,
                instrument=instrument,
                not_applicable=self.not_applicable[question, instrument],
                blank=self.blank[question, instrument],
            )
            for question, instrument in asked
        )
