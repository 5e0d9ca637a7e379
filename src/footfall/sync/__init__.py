"""Live rooms: one ordered stream a document. Commit, then broadcast, then acknowledge."""

from footfall.sync.room import Listener, Receipt, Room
from footfall.sync.rooms import Rooms

__all__ = ["Listener", "Receipt", "Room", "Rooms"]
