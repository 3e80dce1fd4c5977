"""Folders whose permissions hold, also where root runs the tests."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from quizapp.store.migrations import SCRIPTS

NOBODY = 65534
Account = AbstractContextManager[None]


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that any account may look into; pytest's own are for one alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_account() -> Account:
    """To do something as an account that permissions hold for."""
    if os.name != "posix":
        pytest.skip("permissions are other ones here")
    if os.geteuid():
        return nullcontext()
    account = _nobody()
    with account:
        if not os.access(SCRIPTS / "env.py", os.R_OK):
            pytest.skip("the project is root's alone")
    return _nobody()


@contextmanager
def _nobody() -> Iterator[None]:
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
