"""The tables, as SQLAlchemy models. Migrations bring a database to this shape; a test compares the two."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A point in time; SQLite keeps no zone, so that UTC is written and read everywhere."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature of SQLAlchemy
        """To UTC, for the database."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature of SQLAlchemy
        """As UTC, from the database."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Table(DeclarativeBase):
    """Root of the models; JSON columns hold what `dict` and `list` annotations say."""

    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON, datetime: Moment}  # noqa: RUF012 - read by SQLAlchemy


class Documents(Table):
    """One row a document: where its journal stands. The row is what serialises writers."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    seq: Mapped[int] = mapped_column(default=0)
    head: Mapped[str] = mapped_column(String(36), default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    updated_by: Mapped[dict[str, Any]]
    deleted_at: Mapped[datetime | None]
    summary: Mapped[dict[str, Any] | None]
    summary_seq: Mapped[int] = mapped_column(default=-1)

    __table_args__ = (Index("documents_by_kind", "kind", "updated_at"),)


class Journal(Table):
    """One row a change that had an effect: the truth about a document."""

    __tablename__ = "journal"

    document: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    change: Mapped[str] = mapped_column(String(36))
    actor: Mapped[str] = mapped_column(String(64))
    actor_name: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]
    ops: Mapped[list[Any]]

    __table_args__ = (UniqueConstraint("document", "change", name="journal_once"),)


class Snapshots(Table):
    """A document as it was after one seq, so that opening it reads only the tail of its journal."""

    __tablename__ = "snapshots"

    document: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    records: Mapped[dict[str, Any]]
    fallen: Mapped[dict[str, Any]]


class People(Table):
    """Who has been here: the name that each actor last gave."""

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    first_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class Transcripts(Table):
    """The words of a source as they were brought in: one row a source."""

    __tablename__ = "transcripts"

    source: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    content: Mapped[dict[str, Any]]
    brought_at: Mapped[datetime]
    brought_by: Mapped[dict[str, Any]]


class Excerpts(Table):
    """What somebody marked in a source, or typed of it: one row an excerpt."""

    __tablename__ = "excerpts"

    source: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    place: Mapped[dict[str, Any]]
    marked_at: Mapped[datetime]
    marked_by: Mapped[dict[str, Any]]
