"""The register's schema comes from its migrations, and the tables in code are the same."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from lingtan.errors import LingtanError
from lingtan.intake.register import HEAD, MIGRATIONS, open_register
from lingtan.intake.register_tables import metadata
from lingtan.places import Places


def _places(folder: Path) -> Places:
    return Places(folder / "raw", folder / "exports")


def test_the_newest_revision_is_known() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    engine = open_register(_places(tmp_path))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


def test_a_register_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    places = _places(tmp_path)
    open_register(places).dispose()
    engine = create_engine(f"sqlite:///{places.register}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LingtanError) as caught:
        open_register(places)
    assert "9999" in caught.value.en


def test_a_file_that_is_no_register_is_one_clear_sentence(tmp_path: Path) -> None:
    places = _places(tmp_path)
    places.raw.mkdir()
    places.register.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(LingtanError):
        open_register(places)
