"""Runs Alembic on an engine of ours, without an ini file."""

from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from footfall.errors import StorageFailed


def scripts() -> ScriptDirectory:
    """The folder of migrations."""
    config = Config()
    config.set_main_option("script_location", Path(__file__).parent.as_posix())
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def upgrade(engine: Engine, known: str | None) -> None:
    """Run every step after `known`, all in one transaction; StorageFailed for a database of a later version."""
    folder = scripts()
    if known and not _is_known(folder, known):
        raise StorageFailed(
            f"The data folder was written by a later version of Footfall (its tables are at step {known}).",
            "This version cannot read it.",
            "Install the newer version again; nothing was changed.",
        )
    with engine.begin() as connection:
        context = MigrationContext.configure(
            connection, opts={"fn": lambda revision, _: folder._upgrade_revs("head", revision)}
        )
        with Operations.context(context):
            context.run_migrations()


def _is_known(folder: ScriptDirectory, revision: str) -> bool:
    return revision in {script.revision for script in folder.walk_revisions()}
