"""Documents, their journal, snapshots, and people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("head", sa.String(36), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("updated_by", sa.JSON, nullable=False),
        sa.Column("deleted_at", moment),
        sa.Column("summary", sa.JSON),
        sa.Column("summary_seq", sa.Integer, nullable=False),
    )
    op.create_index("documents_by_kind", "documents", ["kind", "updated_at"])
    op.create_table(
        "journal",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("change", sa.String(36), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("actor_name", sa.String(80), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("ops", sa.JSON, nullable=False),
        sa.UniqueConstraint("document", "change", name="journal_once"),
    )
    op.create_table(
        "snapshots",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("records", sa.JSON, nullable=False),
        sa.Column("fallen", sa.JSON, nullable=False),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("first_at", moment, nullable=False),
        sa.Column("seen_at", moment, nullable=False),
    )
