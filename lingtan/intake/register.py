"""Opening the register: SQLite in WAL mode, at the newest schema."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError

from lingtan.errors import LingtanError
from lingtan.places import Places

#: The newest revision under `migrations/versions`; a test holds the two together.
HEAD: Final = "0002"
MIGRATIONS: Final = Path(__file__).parent / "migrations"


def open_register(places: Places) -> Engine:
    """The register, created or migrated where needed.

    Raises:
        LingtanError: the file is no register, or newer than this program.
    """
    places.raw.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{places.register}")
    event.listen(engine, "connect", _configure)
    try:
        revision = _revision(engine)
        if revision != HEAD:
            _migrate(engine, revision)
    except DatabaseError as error:
        engine.dispose()
        raise LingtanError(
            f"登记库 {places.register.name} 无法打开：{error.orig}",
            f"Register {places.register.name} cannot be opened: {error.orig}",
        ) from error
    return engine


def has_register(places: Places) -> bool:
    """Whether anything was ever taken in here; opening a register makes one."""
    return places.register.exists()


def _configure(connection: sqlite3.Connection, _record: Any) -> None:
    with closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")
        # What a receipt says must survive a power failure.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA busy_timeout = 30000")


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        try:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        except OperationalError:
            return None


def _migrate(engine: Engine, revision: str | None) -> None:
    # Half a second to import, needed once a register.
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LingtanError(
                f"登记库的版本 {revision} 比本程序新，请升级程序",
                f"The register is at revision {revision}, newer than this program: upgrade the program",
            ) from error
