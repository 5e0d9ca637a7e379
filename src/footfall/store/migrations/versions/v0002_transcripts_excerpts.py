"""Transcripts of sources, and what was marked in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the two tables; what stands in them is cited from documents by id."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "transcripts",
        sa.Column("source", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("brought_at", moment, nullable=False),
        sa.Column("brought_by", sa.JSON, nullable=False),
    )
    op.create_table(
        "excerpts",
        sa.Column("source", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("place", sa.JSON, nullable=False),
        sa.Column("marked_at", moment, nullable=False),
        sa.Column("marked_by", sa.JSON, nullable=False),
    )
