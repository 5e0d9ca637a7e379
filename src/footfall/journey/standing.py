"""A document on its way through its journal: what it is after an entry, and what fell out of it lately."""

from dataclasses import dataclass, field

from footfall.journey.changes import Drop, Entry, RecordJson, Records, apply_one

FALLEN = 1000  # dropped records that are kept at hand, so that text typed into one brings it back


class HeadMoved(Exception):
    """Somebody else wrote to this document first; nothing of this entry was written."""


@dataclass
class Standing:
    """A document as it stands after the entry `seq`, whose change id is `head`."""

    seq: int = 0
    head: str = ""
    records: Records = field(default_factory=dict)
    fallen: dict[str, RecordJson] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Move along by one entry, in place."""
        for op in entry.ops:
            if isinstance(op, Drop) and op.id in self.records:
                self._keep_fallen(op.id)
            apply_one(self.records, op)
            if op.id in self.records:
                self.fallen.pop(op.id, None)
        self.seq, self.head = entry.seq, entry.id

    def copy(self) -> "Standing":
        """A copy that can move on its own; the records themselves are never altered in place."""
        return Standing(self.seq, self.head, dict(self.records), dict(self.fallen))

    def _keep_fallen(self, id: str) -> None:
        self.fallen.pop(id, None)
        self.fallen[id] = self.records[id]
        if len(self.fallen) > FALLEN:
            del self.fallen[next(iter(self.fallen))]
