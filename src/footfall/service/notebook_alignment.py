"""Alignments in a notebook: a drawn map laid beside a dataset, as tables and as a picture."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from footfall.errors import InvalidMapFile, InvalidQuestion
from footfall.journey.text import MapFile, read
from footfall.measures.alignment.told import Alignment, Counted, Share
from footfall.measures.measure import Member
from footfall.render.bars import Bar, bars, html_table
from footfall.render.formats import Format
from footfall.service import alignments
from footfall.service.aligning import customers
from footfall.service.alignments import Beside, Table

SHOWN = 12  # stories of a picture; the table has them all
AT_ONCE = 1_000  # customers that are read at once


@dataclass(frozen=True)
class AlignedMap:
    """A map laid beside a dataset: `result` as the API gives it, its parts as tables of Arrow, Polars and pandas."""

    result: Alignment
    beside: Beside

    def to_arrow(self, part: Table = "steps") -> pa.Table:
        """The steps; or the links, the stories, what is ad hoc or unmapped."""
        heads, rows = alignments.table(self.result, part)
        return pa.table({head: [row[place] for row in rows] for place, head in enumerate(heads)})

    def to_polars(self, part: Table = "steps") -> Any:
        """The same as a Polars DataFrame. Raises ImportError where Polars is not installed."""
        import polars as pl

        return pl.from_arrow(self.to_arrow(part))

    def to_pandas(self, part: Table = "steps") -> Any:
        """The same as a pandas DataFrame. Raises ImportError where pandas is not installed."""
        return self.to_arrow(part).to_pandas()

    def population(self, **counted: str) -> pa.Table:
        """Exactly the customers that a number counts, such as of="step", id="pay", what="missing".

        Raises InvalidQuestion, QueryLimit.
        """
        try:
            number = Counted.model_validate(counted)
        except ValidationError as error:
            first = error.errors()[0]
            raise InvalidQuestion(
                f"No number is told so: {'.'.join(map(str, first['loc']))}: {first['msg']}."
            ) from error
        found = self._members(number)
        return pa.table({"customer": [one.customer for one in found], "value": [one.value for one in found]})

    def _members(self, counted: Counted) -> list[Member]:
        if self.beside.found is None:
            return []
        part, telling, _ = self.beside.found
        total, found = customers(part, telling, counted, 0, AT_ONCE)
        while len(found) < total:
            found += customers(part, telling, counted, len(found), AT_ONCE)[1]
        return found

    def _repr_html_(self) -> str:
        about = " ".join(part for part in (self.result.definition, self.result.note) if part)
        if self.result.fits is None:
            return f"<p>{escape(about)}</p>"
        every = max(1, self.result.customers)
        drawn = [Bar(one.name, one.followed / every, f"{one.followed:,}") for one in self.result.steps]
        heads, rows = alignments.table(self.result, "steps")
        stories = [(one.words, _share(one.customers)) for one in self.result.stories[:SHOWN]]
        steps = html_table(heads, [[str(value) for value in row] for row in rows])
        told = html_table(("story", "customers"), stories) if stories else ""
        fits = f"{_share(self.result.fits)} of {self.result.customers:,} customers do as drawn."
        return f"<p>{escape(about)}</p><p><b>{escape(fits)}</b></p>{bars(drawn)}{steps}{told}"


def _share(share: Share) -> str:
    writing = Format("en")
    if share.share is None or share.low is None or share.high is None:
        return f"{share.customers:,}"
    between = writing.interval(share.low, share.high, "share")
    return f"{share.customers:,}, {writing.measure(share.share, 'share')} ({between})"


def map_file(path: str | Path) -> MapFile:
    """The map of a *.journey.yaml file. Raises InvalidMapFile."""
    try:
        return read(Path(path).expanduser().read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidMapFile(f"'{path}' cannot be read: {error}.", "Name a file such as shop.journey.yaml.") from error
