"""Documents, their journal, snapshots, people, sources in SQLite (or, later, PostgreSQL). No business words."""

from footfall.store.database import Store
from footfall.store.files import Files
from footfall.store.journal import DocumentRow
from footfall.store.journals import StoredJournals

__all__ = ["DocumentRow", "Files", "Store", "StoredJournals"]
