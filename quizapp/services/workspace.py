"""The composition root: an open library and the services over it."""

import gc
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.settings import content_folder

if TYPE_CHECKING:
    from quizapp.services.authoring import Authoring
    from quizapp.services.bulk import Bulk
    from quizapp.services.catalogue import Catalogue
    from quizapp.services.history import History
    from quizapp.services.library import Library
    from quizapp.services.pack_writing import PackWriting
    from quizapp.services.reports import Reports
    from quizapp.services.sharing import Sharing
    from quizapp.services.study import Study
    from quizapp.store.database import Database


class Workspace:
    """Everything that works on one library; close it when done."""

    def __init__(
        self, database: "Database", library: "Library", study: "Study", reports: "Reports"
    ) -> None:
        self._database = database
        self.library = library
        self.study = study
        self.reports = reports

    @classmethod
    def open(cls, location: str, *, create: bool, content: Path | None = None) -> "Workspace":
        """The library at `location` (a path, or `sqlite:///…`); raises `LibraryError`s.

        `content` is the folder of the bundled packs. Nothing is installed yet: call
        `library.install_bundled`.
        """
        _import_layers()
        from quizapp.services.library import Library
        from quizapp.services.reports import Reports
        from quizapp.services.study import Study
        from quizapp.store.database import open_database

        database = open_database(location, create=create)
        return cls(
            database,
            Library(database, content or content_folder()),
            Study(database),
            Reports(database),
        )

    # What only authors need is imported when they first need it.

    @cached_property
    def catalogue(self) -> "Catalogue":
        from quizapp.services.catalogue import Catalogue

        return Catalogue(self._database)

    @cached_property
    def authoring(self) -> "Authoring":
        from quizapp.services.authoring import Authoring

        return Authoring(self._database)

    @cached_property
    def bulk(self) -> "Bulk":
        from quizapp.services.bulk import Bulk

        return Bulk(self._database)

    @cached_property
    def history(self) -> "History":
        from quizapp.services.history import History

        return History(self._database)

    @cached_property
    def packs(self) -> "PackWriting":
        from quizapp.services.pack_writing import PackWriting

        return PackWriting(self._database)

    @cached_property
    def sharing(self) -> "Sharing":
        from quizapp.services.sharing import Sharing

        return Sharing(self._database, self.library)

    def close(self) -> None:
        """Let go of the library's file."""
        self._database.close()


@cache
def _import_layers() -> None:
    """Import the services and the store: not before the window is on the screen.

    That makes a hundred thousand objects which all stay. Looking for garbage among them, now or
    ever after, would only take time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        import quizapp.services.library
        import quizapp.services.reports
        import quizapp.services.study  # noqa: F401 - imported for what that takes
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def open_workspace(location: str, now: datetime, *, create: bool = True) -> Workspace:
    """An open library with the bundled packs in it, as every command wants it."""
    workspace = Workspace.open(location, create=create)
    try:
        workspace.library.install_bundled(now)
    except BaseException:
        workspace.close()
        raise
    return workspace
