"""The journals of a store, as rooms use them."""

from collections.abc import Sequence
from concurrent.futures import Future

from footfall.journey.changes import Entry
from footfall.journey.standing import Standing
from footfall.store import journal
from footfall.store.database import Store


class StoredJournals:
    """Fulfils footfall.sync.journals.Journals with the statements of `journal`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def kind_of(self, document: str) -> str | None:
        """Which kind of document this is, or None when it is not here (any more)."""
        row = self._store.read(lambda reading: journal.find(reading, document))
        return row.kind if row else None

    def load(self, document: str) -> tuple[Standing, int]:
        """The document as it is, and the seq of its latest snapshot."""
        return self._store.read(lambda reading: journal.load(reading, document))

    def entries_since(self, document: str, seq: int) -> list[Entry]:
        """The journal after `seq`, in order."""
        return self._store.read(lambda reading: journal.entries_since(reading, document, seq))

    def entry_of_change(self, document: str, change: str) -> Entry | None:
        """The entry that a change has made, if it was taken before."""
        return self._store.read(lambda reading: journal.entry_of_change(reading, document, change))

    def taken(self, document: str, limit: int) -> dict[str, int]:
        """The ids and seqs of the last changes that were taken, oldest first."""
        return self._store.read(lambda reading: journal.taken(reading, document, limit))

    def append(self, entry: Entry | None, after: str) -> Future[None]:
        """Write the entry that follows the change `after`; without one, wait for one's turn."""
        return self._store.write(lambda writing: journal.append(writing, entry, after) if entry else None)

    def keep_snapshot(self, document: str, standing: Standing) -> Future[None]:
        """Keep the document as it is."""
        return self._store.write(lambda writing: journal.keep_snapshot(writing, document, standing))

    def heads(self, documents: Sequence[str]) -> dict[str, int]:
        """How far each of these documents is."""
        return self._store.read(lambda reading: journal.heads(reading, documents))

    def probe(self) -> Future[None]:
        """A durable write that leaves everything as it was."""
        return self._store.write(journal.probe)
