"""What a reader can be asked to do: JSON in, JSON out, since nothing that it says may be more than data."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from footfall.errors import FootfallError, StorageFailed
from footfall.events import converting, proposing, rejecting, trying
from footfall.events.formats.workbooks import all_worksheets
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.sheets import open_sheet

MEMORY = "memory"  # the code of a refusal that only the parent can word: it knows the limit
ROOM = "Make room on the disk of the data folder."


class Teller(Protocol):
    """What hears of an order while it is done."""

    def read(self, rows: int, share: float) -> None:
        """So many rows were read, and this share of the file."""

    def write(self, text: str) -> None:
        """This is the next piece of a text that was asked for."""


def preview(asked: dict[str, Any], _: Teller) -> Any:
    """See events.trying.preview."""
    given = asked["mapping"]
    mapping = Mapping.model_validate(given) if given else None
    return trying.preview(Path(asked["path"]), mapping, _files(asked)).model_dump(mode="json")


def propose(asked: dict[str, Any], _: Teller) -> Any:
    """See events.proposing.proposal."""
    found = proposing.proposal(open_sheet(Path(asked["path"])), asked["kind"])
    mapping = found.mapping.model_dump(mode="json") if found.mapping else None
    return {"mapping": mapping, "missing": found.missing, "why": found.why}


def columns(asked: dict[str, Any], _: Teller) -> Any:
    """The names of a file's columns, as a mapping reads it, or as it is found."""
    given = asked["mapping"]
    path = Path(asked["path"])
    sheet = open_sheet(path, Mapping.model_validate(given)) if given else open_sheet(path)
    return sheet.columns


def worksheets(asked: dict[str, Any], _: Teller) -> Any:
    """See events.formats.workbooks.all_worksheets."""
    return all_worksheets(Path(asked["path"]), asked["most_cells"])


def convert(asked: dict[str, Any], teller: Teller) -> Any:
    """Write a part to `draft`; with a part that is `known` already, nothing is written and no report given."""
    mapping = Mapping.model_validate(asked["mapping"])
    source = converting.open_source(Path(asked["path"]), mapping, _files(asked))
    found = {"part": source.part, "columns": source.sheet.columns, "report": None}
    if source.part in asked["known"]:
        return found
    draft, people = Path(asked["draft"]), asked["people"]
    done = converting.convert(source, Pseudonyms(bytes.fromhex(asked["key"])), draft, teller.read)
    strangers = converting.all_strangers(draft, Path(people)) if people else ()
    report = converting.report_of(asked["dataset"], source, done, draft, strangers)
    return found | {"report": report.model_dump(mode="json")}


def rejects(asked: dict[str, Any], teller: Teller) -> Any:
    """See events.rejecting; the text goes out piece by piece."""
    mapping = Mapping.model_validate(asked["mapping"])
    source = converting.open_source(Path(asked["path"]), mapping, _files(asked))
    rejecting.write_rejects(source, teller.write, teller.read)
    return None


def transcribe(asked: dict[str, Any], _: Teller) -> Any:
    """See transcripts.reading.read."""
    from footfall.transcripts.reading import read

    return read(Path(asked["path"])).model_dump(mode="json")


ORDERS: dict[str, Callable[[dict[str, Any], Teller], Any]] = {
    "preview": preview,
    "propose": propose,
    "columns": columns,
    "worksheets": worksheets,
    "convert": convert,
    "rejects": rejects,
    "transcribe": transcribe,
}


def done(do: str, asked: dict[str, Any], teller: Teller) -> dict[str, Any]:
    """Do an order; gives what came of it, or why it is refused, as data."""
    try:
        return {"done": ORDERS[do](asked, teller)}
    except FootfallError as error:
        return _refused(error)
    except MemoryError:
        return {"refused": {"code": MEMORY, "says": []}}
    except OSError as error:
        return _refused(StorageFailed(f"What was read cannot be written: {_reason(error)}.", todo=ROOM))


def _refused(error: FootfallError) -> dict[str, Any]:
    return {"refused": {"code": error.code, "says": [error.seen, error.expected, error.todo]}}


def _reason(error: OSError) -> str:
    """What the system said; PyArrow has it inside of a longer text."""
    found = re.search(r"\[errno \d+\] ([^.]+)", str(error))
    return found[1] if found else error.strerror or str(error)


def _files(asked: dict[str, Any]) -> dict[str, Path]:
    return {name: Path(path) for name, path in asked["files"].items()}
