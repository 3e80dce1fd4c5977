"""run.py as a person uses it: started in a small checkout of its own, with a uv that only notes
what it is asked and makes an environment of nothing but links. No network, no waiting.
"""

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake uv is a script")

PROJECT = Path(__file__).resolve().parent.parent

PROGRAM = """
import sys
print("started with", sys.argv[1:])
sys.exit(7 if "fail" in sys.argv else 0)
"""

# A tool notes its name, arguments and Qt platform, and fails if FAILING names it.
TOOL = """
import os, sys
NAME = {name!r}
print("ran", NAME, *sys.argv[1:], os.environ["QT_QPA_PLATFORM"], flush=True)
sys.exit(3 if os.environ.get("FAILING") == NAME else 0)
"""

FAKE_UV = """#!{python}
import os, sys
from pathlib import Path

arguments = sys.argv[1:]
if arguments == ["--version"]:
    sys.exit()
with open({calls!r}, "a") as calls:
    print(*arguments, file=calls)
if arguments[0] == "venv":
    place = Path(arguments[-1])
    packages = place / "lib/python3.{minor}/site-packages"
    packages.mkdir(parents=True)
    (place / "bin").mkdir()
    (place / "bin/python").symlink_to({python!r})
    (place / "pyvenv.cfg").write_text("home = " + os.path.dirname({python!r}))
if arguments[:2] == ["pip", "sync"]:
    if "GATE" in os.environ:
        open(os.environ["GATE"]).read()
    if "WORDS" in os.environ and os.environ.get("MENDED_BY", "") not in os.environ:
        sys.exit(os.environ["WORDS"])
    if arguments[-1].endswith("requirements-test.lock"):
        scripts = Path(arguments[arguments.index("--python") + 1]).parent
        for name in ("ruff", "mypy", "pytest"):
            tool = {tool!r}.replace("{{name!r}}", repr(name))
            (scripts.parent / "lib/python3.{minor}/site-packages" / (name + ".py")).write_text(tool)
        linter = scripts / "lint-imports"
        linter.write_text("#!{python}" + {tool!r}.replace("{{name!r}}", repr("lint-imports")))
        linter.chmod(0o755)
"""

FAKE_PIP = """
import os, shutil, sys
from pathlib import Path

for name in ("PIP_USER", "PIP_REQUIRE_VIRTUALENV"):
    if os.environ.get(name) != "0":
        sys.exit(f"{{name}} stands in the way of --target")
target = Path(sys.argv[sys.argv.index("--target") + 1]) / "bin"
target.mkdir(parents=True)
shutil.copy({uv!r}, target / "uv")
"""


class Checkout:
    """A checkout with run.py, small locks, a program that prints its arguments, and a fake uv."""

    def __init__(self, folder: Path) -> None:
        self.tools = folder / "tools"
        self.calls_file = folder / "calls"
        self.root = folder / "checkout"
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
        }
        self.environment["PATH"] = f"{self.tools}{os.pathsep}/usr/bin{os.pathsep}/bin"
        self._write_tools()
        self._write_checkout()

    def _write_tools(self) -> None:
        self.tools.mkdir()
        text = FAKE_UV.format(
            python=self.python, calls=str(self.calls_file), minor=sys.version_info.minor, tool=TOOL
        )
        self.add_tool("uv", text)

    def _write_checkout(self) -> None:
        package = self.root / "quizapp"
        package.mkdir(parents=True)
        shutil.copy(PROJECT / "run.py", self.root)
        shutil.copy(PROJECT / "quizapp/system_libraries.py", package)
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(PROGRAM)
        for name in ("requirements.lock", "requirements-test.lock", "requirements-setup.lock"):
            (self.root / name).write_text(name)

    @property
    def python(self) -> str:
        return str(run.find_interpreter())

    def add_tool(self, name: str, text: str) -> Path:
        tool = self.tools / name
        tool.write_text(text)
        tool.chmod(0o755)
        return tool

    def command(self, *arguments: str) -> list[str]:
        return [self.python, str(self.root / "run.py"), *arguments]

    def start(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def begin(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*arguments),
            env={**self.environment, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def calls(self) -> list[str]:
        """What uv was asked since the last look, by its first words."""
        if not self.calls_file.exists():
            return []
        lines = self.calls_file.read_text().splitlines()
        self.calls_file.unlink()
        return ["venv" if line.startswith("venv") else line for line in lines]

    def gate(self) -> Path:
        """A pipe at which the fake uv waits, in the middle of its work."""
        path = self.tools / "gate"
        os.mkfifo(path)
        return path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_first_start_installs_the_lock_and_starts_the_program(checkout: Checkout) -> None:
    outcome = checkout.start("packs", "--json")

    assert outcome.stdout == "started with ['packs', '--json']\n"
    assert outcome.returncode == 0
    made, synced = checkout.calls()
    assert made == "venv"
    assert "--require-hashes" in synced
    assert synced.endswith(" " + str(checkout.root / "requirements.lock"))


def test_second_start_does_no_set_up(checkout: Checkout) -> None:
    checkout.start("packs")
    checkout.calls()

    outcome = checkout.start("packs")

    assert checkout.calls() == []
    assert outcome.stderr == ""


def test_exit_code_is_the_program_s(checkout: Checkout) -> None:
    assert checkout.start("fail").returncode == 7


def test_program_is_found_from_any_folder(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "quizapp.py").write_text("raise SystemExit('the wrong one')")
    outcome = subprocess.run(
        checkout.command("packs"),
        env=checkout.environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.stdout == "started with ['packs']\n"


def test_changed_lock_is_installed_without_a_new_environment(checkout: Checkout) -> None:
    checkout.start("packs")
    checkout.calls()
    (checkout.root / "requirements.lock").write_text("newer")

    checkout.start("packs")

    (synced,) = checkout.calls()
    assert synced.startswith("pip sync")


def test_test_tools_stay_when_the_program_s_lock_changes(checkout: Checkout) -> None:
    checkout.start("test")
    checkout.calls()
    (checkout.root / "requirements.lock").write_text("newer")

    checkout.start("packs")

    (synced,) = checkout.calls()
    assert synced.endswith("requirements-test.lock")


def test_moved_checkout_gets_a_new_environment(checkout: Checkout, tmp_path: Path) -> None:
    checkout.start("packs")
    checkout.calls()
    checkout.root = checkout.root.rename(tmp_path / "moved here")

    outcome = checkout.start("packs")

    assert checkout.calls()[0] == "venv"
    assert outcome.stdout == "started with ['packs']\n"


def test_other_interpreter_gets_a_new_environment(checkout: Checkout) -> None:
    checkout.start("packs")
    checkout.calls()
    stamp = checkout.root / ".venv/quizapp-stamp"
    stamp.write_text(stamp.read_text().replace(checkout.python, "/usr/bin/python3.99"))

    checkout.start("packs")

    assert checkout.calls()[0] == "venv"


@pytest.mark.parametrize("damage", ["", "one line", "\0\udc80"])
def test_damaged_stamp_gets_a_new_environment(checkout: Checkout, damage: str) -> None:
    checkout.start("packs")
    checkout.calls()
    stamp = checkout.root / ".venv/quizapp-stamp"
    stamp.write_bytes(damage.encode("utf-8", "surrogateescape"))

    assert checkout.start("packs").returncode == 0
    assert checkout.calls()[0] == "venv"


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (
            "error: Failed to fetch: dns error",
            "check that this machine is online",
        ),
        (
            "Retrying: Failure in name resolution\nERROR: No matching distribution found for uv",
            "check that this machine is online",
        ),
        ("ERROR: No matching distribution found for numpy==9", "use Python 3.11"),
        ("error: No space left on device (os error 28)", "the disk is full"),
        ("error: Hash mismatch for `numpy`", "refused"),
        ("error: Failed to fetch: invalid peer certificate", "is not trusted here"),
        ("error: something unheard of", "setup.log says why"),
    ],
)
def test_failed_download_is_one_sentence_and_mended_later(
    checkout: Checkout, words: str, advice: str
) -> None:
    outcome = checkout.start("packs", WORDS=words)

    assert outcome.returncode == 1
    assert outcome.stdout == ""
    *_, last = outcome.stderr.splitlines()
    assert last.startswith("Set-up failed")
    assert advice in last
    assert "Traceback" not in outcome.stderr
    assert checkout.start("packs").stdout == "started with ['packs']\n"


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("error: Failed to initialize cache at `/nonexistent/.cache/uv`", "UV_CACHE_DIR"),
        (
            "error: Failed to fetch\n  cause: invalid peer certificate: UnknownIssuer",
            "UV_NATIVE_TLS",
        ),
    ],
    ids=["no home folder", "network's own certificate"],
)
def test_second_try_has_the_setting_that_helps(
    checkout: Checkout, words: str, setting: str
) -> None:
    outcome = checkout.start("packs", WORDS=words, MENDED_BY=setting)

    assert outcome.stdout == "started with ['packs']\n"
    assert outcome.returncode == 0
    assert len(checkout.calls()) == 3


def test_interrupt_stops_the_set_up_with_a_sentence(checkout: Checkout) -> None:
    gate = checkout.gate()
    with checkout.begin("packs", GATE=str(gate)) as first:
        opened = gate.open("w")
        first.send_signal(signal.SIGINT)
        _, errors = first.communicate()
    opened.close()
    assert first.returncode == 130
    assert errors.splitlines()[1:] == ["Stopped. The next start finishes the set-up."]
    assert checkout.start("packs").stdout == "started with ['packs']\n"


def test_kill_in_the_middle_is_mended_after_the_orphan_has_ended(checkout: Checkout) -> None:
    gate = checkout.gate()
    with checkout.begin("packs", GATE=str(gate)) as first:
        opened = gate.open("w")  # returns once uv is at work
        first.kill()
    with checkout.begin("packs") as second:
        assert second.stderr is not None
        assert second.stdout is not None
        assert "waiting" in second.stderr.readline()
        opened.close()
        assert second.stdout.read() == "started with ['packs']\n"
    assert checkout.calls().count("venv") == 2


def test_two_starts_at_once_set_up_once(checkout: Checkout) -> None:
    gate = checkout.gate()
    with (
        checkout.begin("one", GATE=str(gate)) as first,
        gate.open("w") as opened,
        checkout.begin("two") as second,
    ):
        assert second.stderr is not None
        assert "waiting" in second.stderr.readline()
        opened.close()
        assert first.communicate()[0] == "started with ['one']\n"
        assert second.communicate()[0] == "started with ['two']\n"
    assert len(checkout.calls()) == 2


def test_uv_is_fetched_with_pip_where_it_is_missing(checkout: Checkout, tmp_path: Path) -> None:
    uv = checkout.tools / "uv"
    hidden = uv.rename(tmp_path / "hidden-uv")
    (checkout.tools / "pip.py").write_text(FAKE_PIP.format(uv=str(hidden)))

    outcome = checkout.start(
        "packs", PYTHONPATH=str(checkout.tools), PIP_USER="1", PIP_REQUIRE_VIRTUALENV="1"
    )

    assert outcome.stdout == "started with ['packs']\n"
    assert (checkout.root / ".setup/uv/bin/uv").exists()


def test_uv_that_does_not_start_counts_as_missing(checkout: Checkout, tmp_path: Path) -> None:
    hidden = (checkout.tools / "uv").rename(tmp_path / "hidden-uv")
    checkout.add_tool("uv", "#!/bin/sh\necho 'uv: not for this Python' >&2\nexit 127\n")
    (checkout.tools / "pip.py").write_text(FAKE_PIP.format(uv=str(hidden)))

    outcome = checkout.start("packs", PYTHONPATH=str(checkout.tools))

    assert outcome.stdout == "started with ['packs']\n"


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("apt-get", "apt-get install -y --no-install-recommends python3-pip\n"),
        ("dnf", "dnf install -y python3-pip\n"),
        ("pacman", " -m ensurepip\n"),
    ],
)
def test_without_uv_and_pip_a_sentence_says_what_to_install(
    checkout: Checkout, installer: str, line: str
) -> None:
    (checkout.tools / "uv").unlink()
    checkout.add_tool(installer, "#!/bin/sh\n")
    command = checkout.command("packs")
    command.insert(1, "-S")  # no site-packages, hence no pip
    command.insert(1, "-I")
    outcome = subprocess.run(
        command,
        env={**checkout.environment, "PATH": str(checkout.tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    if "fetching uv" in outcome.stderr:
        pytest.skip("this Python keeps pip among its own modules")
    assert outcome.returncode == 1
    assert outcome.stderr.endswith(line)
    assert len(outcome.stderr.splitlines()) == 1


def test_missing_lock_is_one_sentence(checkout: Checkout) -> None:
    (checkout.root / "requirements.lock").unlink()
    outcome = checkout.start("packs")
    assert outcome.returncode == 1
    assert outcome.stderr == "requirements.lock cannot be read; get a complete checkout.\n"


def test_window_without_its_libraries_stops_with_the_line_to_run(checkout: Checkout) -> None:
    need_missing_library(checkout, user=1000)

    outcome = checkout.start(DISPLAY=":99")

    assert outcome.returncode == 1
    assert outcome.stdout == ""
    *_, last = outcome.stderr.splitlines()
    assert last.endswith("apt-get install -y --no-install-recommends libnot-there9")
    assert checkout.start("packs", DISPLAY=":99").returncode == 0
    assert not (checkout.tools / "asked").exists()


def test_root_installs_a_window_s_libraries_even_without_a_display(checkout: Checkout) -> None:
    need_missing_library(checkout, user=0)

    assert checkout.start().stdout == "started with []\n"  # it says that there is no display

    assert (checkout.tools / "asked").read_text().splitlines() == [
        "update",
        "install -y --no-install-recommends libnot-there9",
    ]
    assert checkout.start(DISPLAY=":99").returncode == 1


def test_without_a_display_only_root_is_bothered_with_libraries(checkout: Checkout) -> None:
    need_missing_library(checkout, user=1000)
    assert checkout.start().stdout == "started with []\n"


def need_missing_library(checkout: Checkout, *, user: int) -> None:
    """Makes Qt need a library that nobody has, and this user the one who starts run.py."""
    checkout.add_tool("apt-get", f'#!/bin/sh\necho "$@" >>"{checkout.tools}/asked"\n')
    with (checkout.root / "quizapp/system_libraries.py").open("a") as module:
        module.write('\nQT = (Library("libnot-there.so.9", "libnot-there9", "not-there"),)\n')
        module.write('_OF_PLATFORM = {"xcb": QT}\n')
        module.write(f"os.geteuid = lambda: {user}\n")


def test_import_path_kept_safe_does_not_matter(checkout: Checkout) -> None:
    assert checkout.start("test", PYTHONSAFEPATH="1").returncode == 0


def test_test_runs_every_check_and_sums_up(checkout: Checkout) -> None:
    outcome = checkout.start("test", FAILING="mypy")

    ran = [line for line in outcome.stdout.splitlines() if line.startswith("ran ")]
    assert ran == [
        "ran ruff check --quiet offscreen",
        "ran ruff format --check --quiet offscreen",
        "ran mypy --no-error-summary offscreen",
        "ran lint-imports offscreen",
        "ran pytest offscreen",
    ]
    assert outcome.stdout.splitlines()[-1] == (
        "run.py test: ruff check ok, ruff format ok, mypy FAILED (exit code 3), "
        "lint-imports ok, pytest ok"
    )
    assert outcome.returncode == 1


def test_test_succeeds_when_all_succeed(checkout: Checkout) -> None:
    assert checkout.start("test").returncode == 0


def test_test_with_arguments_runs_pytest_alone(checkout: Checkout) -> None:
    outcome = checkout.start("test", "tests/ui", "-x", FAILING="pytest")

    assert "ran pytest tests/ui -x offscreen" in outcome.stdout
    assert "ruff" not in outcome.stdout
    assert outcome.returncode == 1


def test_help_sets_nothing_up(checkout: Checkout) -> None:
    outcome = checkout.start("--help")
    assert "run.py test" in outcome.stdout
    assert outcome.returncode == 0
    assert checkout.calls() == []


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--library", "a.quizdb"], True),
        (["--library=a.quizdb"], True),
        (["packs"], False),
        (["--library", "a.quizdb", "packs"], False),
        (["--help"], False),
    ],
)
def test_only_a_start_without_a_command_opens_a_window(arguments: list[str], opens: bool) -> None:
    assert run.opens_window(arguments) is opens


def test_packs_to_be_imported_open_the_window(tmp_path: Path) -> None:
    file = tmp_path / "mine.quizpack"
    assert not run.opens_window([str(file)])
    file.touch()
    assert run.opens_window([str(file)])
    assert run.opens_window(["--library", "x", str(file), str(tmp_path)])
    assert not run.opens_window(["check", str(file)])


def test_old_pythons_can_read_the_file_and_are_told(checkout: Checkout) -> None:
    ast.parse((PROJECT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 18); sys.version = '3.9.18 (main)';"
        f"runpy.run_path({str(checkout.root / 'run.py')!r}, run_name='__main__')"
    )
    outcome = subprocess.run(
        [checkout.python, "-c", pretend], capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 1
    assert outcome.stderr == "quizapp needs Python 3.11 or later; this is Python 3.9.18.\n"
