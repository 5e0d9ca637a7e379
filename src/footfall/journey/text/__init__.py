"""The text format `*.journey.yaml`: one readable file, lossless both ways."""

from footfall.journey.text.reading import MapFile, read
from footfall.journey.text.rewriting import rewrite
from footfall.journey.text.schema import file_schema
from footfall.journey.text.writing import used_library, write

__all__ = ["MapFile", "file_schema", "read", "rewrite", "used_library", "write"]
