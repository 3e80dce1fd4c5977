"""Bringing an older library to the newest schema, with a backup first."""

from pathlib import Path

from alembic import command
from alembic.config import Config

SCRIPTS = Path(__file__).resolve().parent


def configuration(path: Path) -> Config:
    """Alembic's settings for the library at `path`."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["path"] = path
    return config


def upgrade(path: Path, schema: str) -> None:
    """Migrate the library at `path` from `schema` to the newest; its backup stands beside it."""
    from quizapp.store.backup import copy_library

    copy_library(path, path.with_name(f"{path.name}.before-{schema}"))
    command.upgrade(configuration(path), "head")
