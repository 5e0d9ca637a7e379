"""A dataset's folder: the imported parts, the tables merged from them, and the manifest that says which hold.

datasets/<id>/manifest.json           what was imported, in order, and the version of the tables
datasets/<id>/parts/<part>.parquet    one imported file in canonical rows
datasets/<id>/tables-<version>/       the merged tables of layout.py

The manifest is replaced last and in one step: what it does not name is not there.
"""

import hashlib
import os
import secrets
import shutil
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from footfall.errors import StorageFailed
from footfall.events.mapping import Mapping
from footfall.events.report import ImportReport

LAYOUT = 6  # of the tables; raised when they change, so that they are merged anew


class ImportedPart(BaseModel):
    """One import: its report, the mapping that it used, and its place among the imports."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    mapping: Mapping
    report: ImportReport
    columns: tuple[str, ...] = Field((), description="The columns of the file, by which one like it is known again.")


class Manifest(BaseModel):
    """What a dataset is made of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    caution: str = Field(
        "", description="What a reader of any of its numbers must know, such as how a sample was drawn."
    )
    parts: tuple[ImportedPart, ...] = ()
    next_number: int = Field(0, description="The number of the next part, above those of all parts.")

    @property
    def version(self) -> str:
        """A name of this very content: the tables of the same parts in the same order are the same."""
        content = [str(LAYOUT), *(part.report.part for part in self.parts)]
        return hashlib.sha256("\n".join(content).encode()).hexdigest()[:16]

    def has(self, part: str) -> ImportedPart | None:
        """The part of this id, if it is here."""
        return next((one for one in self.parts if one.report.part == part), None)

    def with_part(self, mapping: Mapping, report: ImportReport, columns: tuple[str, ...] = ()) -> Self:
        """One part more."""
        part = ImportedPart(number=self.next_number, mapping=mapping, report=report, columns=columns)
        return self.model_copy(update={"parts": (*self.parts, part), "next_number": self.next_number + 1})

    def with_part_instead(self, of: str, mapping: Mapping, report: ImportReport, columns: tuple[str, ...] = ()) -> Self:
        """One part in the place of another, with its number: what comes first of equal moments stays so."""
        parts = []
        for one in self.parts:
            new = ImportedPart(number=one.number, mapping=mapping, report=report, columns=columns)
            parts.append(new if one.report.part == of else one)
        return self.model_copy(update={"parts": tuple(parts)})

    def without_part(self, part: str) -> Self:
        """One part less, as if it had never been here."""
        parts = tuple(one for one in self.parts if one.report.part != part)
        following = max((one.number for one in parts), default=-1) + 1
        return self.model_copy(update={"parts": parts, "next_number": following})


class DatasetFolder:
    """Paths and the manifest of one dataset."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def part_file(self, part: str) -> Path:
        """Where a part stands."""
        return self.folder / "parts" / f"{part}.parquet"

    def pairs_file(self, part: str) -> Path:
        """Where the pairs of ids stand that a part's rows name."""
        return self.folder / "parts" / f"{part}.pairs.parquet"

    def tables(self, manifest: Manifest) -> Path:
        """Where the tables of this content stand."""
        return self.folder / f"tables-{manifest.version}"

    def read(self) -> Manifest | None:
        """The manifest, or None when there is no dataset here. Raises StorageFailed."""
        path = self.folder / "manifest.json"
        try:
            return Manifest.model_validate_json(path.read_bytes()) if path.exists() else None
        except (OSError, ValidationError) as error:
            seen = str(error).partition("\n")[0]
            raise StorageFailed(
                f"The manifest {path} cannot be read: {seen}.", todo="Restore it from a backup."
            ) from None

    def write(self, manifest: Manifest) -> None:
        """Replace the manifest in one step, durably."""
        draft = self.folder / f"manifest-{secrets.token_hex(4)}.draft"
        with draft.open("wb") as file:
            file.write(manifest.model_dump_json(indent=1, exclude_defaults=True).encode())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / "manifest.json")

    def tidy(self, manifest: Manifest) -> None:
        """Remove what the manifest does not name: leftovers of imports that were stopped, tables of before."""
        parts = [one.report.part for one in manifest.parts]
        kept = {self.tables(manifest), *map(self.part_file, parts), *map(self.pairs_file, parts)}
        for path in [*self.folder.glob("tables-*"), *self.folder.glob("build-*"), *self.folder.glob("parts/*")]:
            if path not in kept:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
        for draft in self.folder.glob("*.draft"):
            draft.unlink(missing_ok=True)
