"""What the outside may rely on, written from the code: JSON Schemas, OpenAPI and the reference pages."""

from footfall.contract.reference import reference_pages
from footfall.contract.schemas import schema_files


def generated_files() -> dict[str, str]:
    """Every generated file but the TypeScript: its path inside the repository → its text."""
    return {**schema_files(), **reference_pages()}
