"""Stories: the deviations of a path in their order, of the same in a row one; variants that have the same share one."""

from dataclasses import dataclass

import numpy as np

from footfall.measures.alignment.deviations import NONE, STEPS, Longs, Rows, What


@dataclass(frozen=True)
class Group:
    """Variants of one story: its deviations, and how many customers it has."""

    rows: Rows
    variants: Longs
    customers: int


def commonest(said: Rows, weights: Longs, most: int) -> tuple[list[Group], int]:
    """The stories with the most customers, and how many stories there are; `said` is in the order of paths."""
    rows = said.only(said.what != What.FOLLOWED)
    codes = (rows.what * STEPS + rows.step) * (rows.kind.max(initial=0) + 2) + rows.kind + 1
    is_new = (np.diff(rows.variant, prepend=NONE) != 0) | (np.diff(codes, prepend=NONE) != 0)
    rows, codes = rows.only(is_new), codes[is_new]
    begins = np.flatnonzero(np.diff(rows.variant, prepend=NONE))
    parts = [slice(*ends) for ends in zip(begins.tolist(), np.append(begins, len(codes))[1:].tolist(), strict=True)]
    alike: dict[bytes, list[int]] = {}
    for number, part in enumerate(parts):
        alike.setdefault(codes[part].tobytes(), []).append(number)
    variants = rows.variant[begins]
    groups = [(int(weights[variants[some]].sum()), some) for some in alike.values()]
    groups.sort(key=lambda group: -group[0])  # of as many customers, whose first one comes first
    return [Group(rows.only(parts[some[0]]), variants[some], count) for count, some in groups[:most]], len(groups)
