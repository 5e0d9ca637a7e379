"""What rooms need of a store; footfall.store.journals fulfils it."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Protocol

from footfall.journey.changes import Entry
from footfall.journey.standing import Standing


class Journals(Protocol):
    """The journals of all documents. Reading and writing raise StorageFailed."""

    def kind_of(self, document: str) -> str | None:
        """Which kind of document this is, or None when it is not here (any more)."""

    def load(self, document: str) -> tuple[Standing, int]:
        """The document as it is, and the seq of its latest snapshot."""

    def entries_since(self, document: str, seq: int) -> list[Entry]:
        """The journal after `seq`, in order."""

    def entry_of_change(self, document: str, change: str) -> Entry | None:
        """The entry that a change has made, if it was taken before."""

    def taken(self, document: str, limit: int) -> dict[str, int]:
        """The ids and seqs of the last changes that were taken, oldest first."""

    def append(self, entry: Entry | None, after: str) -> Future[None]:
        """Write the entry that follows the change `after`; the future ends when it is durable, or with HeadMoved.

        Futures end in the order of the calls. Without an entry this only waits for its turn.
        """

    def keep_snapshot(self, document: str, standing: Standing) -> Future[None]:
        """Keep the document as it is, so that opening it is quick."""

    def heads(self, documents: Sequence[str]) -> dict[str, int]:
        """How far each of these documents is; those that are not here are absent."""

    def probe(self) -> Future[None]:
        """A durable write that leaves everything as it was."""
