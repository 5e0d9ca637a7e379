"""Databases for the tests of the store: SQLite always, PostgreSQL where a server is named."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from footfall.store import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def on_each(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give an empty store on each kind of database."""
    opened = Store.in_folder(tmp_path) if request.param == "sqlite" else Store(request.getfixturevalue("postgres"))
    yield opened
    opened.close()


@pytest.fixture
def postgres() -> Iterator[str]:
    """Give the address of an empty schema on the server of FOOTFALL_TEST_POSTGRES, a SQLAlchemy address."""
    server = os.environ.get("FOOTFALL_TEST_POSTGRES", "")
    if not server:
        pytest.skip("FOOTFALL_TEST_POSTGRES names no PostgreSQL server")
    pytest.importorskip("psycopg", reason="psycopg speaks to PostgreSQL, and is not installed")
    schema, engine = f"footfall_{uuid4().hex}", create_engine(server)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()
