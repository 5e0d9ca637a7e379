"""CSV as rows of texts, whatever parts its cells."""

import csv
import io

from footfall.exchange.brought import refused
from footfall.exchange.sheets.writing import unshielded

SEPARATORS = ",;\t"


def rows_of_csv(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a text with the number of the line on which each begins. Raises InvalidMapFile."""
    csv.field_size_limit(1_000_000)
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(SEPARATORS, key=first.count), strict=False)
    rows, line = list[tuple[int, tuple[str, ...]]](), 1
    try:
        for cells in reader:
            rows.append((line, tuple(unshielded(cell) for cell in cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise refused(f"It cannot be read as CSV: {error}.", line) from error
    return rows
