"""The text format `*.journey.yaml`: one readable file, lossless both ways."""

from footfall.journey.text.conflicts import marked
from footfall.journey.text.reading import MapFile, read
from footfall.journey.text.remarks import remarks
from footfall.journey.text.rewriting import rewrite, with_remarks
from footfall.journey.text.schema import file_schema
from footfall.journey.text.writing import used_library, write

__all__ = ["MapFile", "file_schema", "marked", "read", "remarks", "rewrite", "used_library", "with_remarks", "write"]
