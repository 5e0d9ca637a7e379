"""A client as tests need it: what the editor's model does, in few lines."""

import json
from collections.abc import Iterator
from typing import Any

from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Op, Records, apply
from footfall.sync.protocol import VERSION, Edit, Hello, server_message


class Replica:
    """Takes the server's frames, keeps the document, and says what is to be sent."""

    def __init__(self, name: str) -> None:
        self.actor = Actor(id=name, name=name.title())
        self.confirmed: Records = {}
        self.seq: int | None = None
        self.pending: dict[str, Change] = {}
        self.acknowledged: list[str] = []
        self.refused: list[str] = []
        self.people: list[str] = []
        self.failures: list[str] = []

    def hello(self) -> str:
        """The first frame of a line."""
        return Hello(version=VERSION, actor=self.actor, since=self.seq).model_dump_json()

    def edit(self, *ops: Op) -> str:
        """The frame of a new change, which is pending from now on."""
        change = Change(id=str(uuid7()), ops=ops)
        self.pending[change.id] = change
        return Edit(change=change).model_dump_json()

    def resends(self) -> Iterator[str]:
        """Everything pending, in order."""
        for change in self.pending.values():
            yield Edit(change=change).model_dump_json()

    def take(self, frame: str) -> list[str]:
        """Move along by a frame of the server; what is to be sent because of it."""
        message: dict[str, Any] = json.loads(frame)
        server_message.validate_python(message)  # every frame is what the protocol says
        match message["type"]:
            case "welcome" | "reset":
                return self._begin(message)
            case "entries":
                self._entries(message["entries"])
            case "acknowledged":
                self._done(message["change"])
            case "refused":
                self.refused.append(message["change"])
                self.pending.pop(message["change"], None)
            case "presence":
                self.people = sorted(person["actor"]["id"] for person in message["people"])
            case "failed":
                self.failures.append(message["problem"]["code"])
        return []

    def _begin(self, message: dict[str, Any]) -> list[str]:
        if message.get("records") is not None:
            self.confirmed, self.seq = message["records"], message["seq"]
        self._entries(message.get("entries", []))
        assert self.seq == message["seq"]
        return list(self.resends())

    def _entries(self, entries: list[dict[str, Any]]) -> None:
        assert self.seq is not None
        for entry in entries:
            if entry["seq"] <= self.seq:
                continue
            assert entry["seq"] == self.seq + 1, "a gap in the stream"
            change = Change.model_validate({"id": entry["id"], "ops": entry["ops"]})
            self.confirmed, self.seq = apply(self.confirmed, change.ops), entry["seq"]
            self._done(change.id)

    def _done(self, change: str) -> None:
        if self.pending.pop(change, None) is not None:
            self.acknowledged.append(change)
