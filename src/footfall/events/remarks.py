"""Keeping count of rows that were refused, or that something must be said about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from footfall.events.report import Remark, Sample
from footfall.texts.masking import mask

SAMPLES = 10
SHOWN = 80  # characters of a value


@dataclass
class Remarks:
    """Counts by reason, with the first rows of each."""

    sentences: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    identities: Sequence[pa.Array] = ()  # of the batch at hand, so that samples show none of them

    def add(self, reason: str, sentence: str, sample: Sample | None = None, count: int = 1) -> None:
        """Count some rows; the first samples of a reason are kept."""
        self.sentences.setdefault(reason, sentence)
        self.counts[reason] += count
        kept = self.samples.setdefault(reason, [])
        if sample and len(kept) < SAMPLES:
            kept.append(sample)

    def add_rows(
        self,
        reason: str,
        sentence: str,
        rows: np.ndarray[Any, np.dtype[np.bool_]],
        lines: np.ndarray[Any, np.dtype[np.int64]],
        shown: tuple[str, pa.Array | None],
    ) -> None:
        """Count the rows of a batch that a mask picks; `shown` is the column's name and its values, or None to hide."""
        column, values = shown
        picked = np.flatnonzero(rows)
        for row in picked[:SAMPLES]:
            value = "" if values is None else self._shown(values, int(row))
            self.add(reason, sentence, Sample(line=int(lines[row]), column=column, value=value), count=0)
        if len(picked):
            self.add(reason, sentence, count=len(picked))

    def _shown(self, values: pa.Array, row: int) -> str:
        """A value as a report may show it: cut, and without personal data."""
        own = [str(column[row].as_py()) for column in self.identities if column[row].is_valid]
        return mask(str(values[row].as_py() or ""), own)[:SHOWN]

    @property
    def total(self) -> int:
        """Rows in all."""
        return self.counts.total()

    def as_remarks(self) -> tuple[Remark, ...]:
        """The reasons, the most frequent first."""
        return tuple(
            Remark(
                reason=reason,
                sentence=self.sentences[reason],
                count=count,
                samples=tuple(sorted(self.samples[reason], key=lambda sample: sample.line)),
            )
            for reason, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
            if count
        )
