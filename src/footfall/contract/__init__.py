"""What the outside may rely on, written from the code: schemas, reference pages, values for the editor."""

from footfall.contract.editor import editor_files
from footfall.contract.reference import reference_pages
from footfall.contract.schemas import schema_files


def generated_files() -> dict[str, str]:
    """Every generated file but what openapi-ts writes: its path inside the repository → its text."""
    return {**schema_files(), **reference_pages(), **editor_files()}
