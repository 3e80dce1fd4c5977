"""Sets quizapp up, if need be, and starts it; `run.py test` runs every check of the project.

Standard library only. The environment stands in `.venv`, with exactly what the lock files pin;
what the set-up needs for itself (a lock, a log, uv where the machine has none) in `.setup`.
A stamp, written last, says what the environment was made for. Without it, after a set-up that
was cut short, the environment is made anew.

Old Pythons must be able to read this file, to say that they are too old: nothing that Python 3.6
cannot parse.
"""

import contextlib
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.system_libraries import Library

if sys.version_info < (3, 11):  # noqa: UP036 - this is where old Pythons are told
    sys.exit("quizapp needs Python 3.11 or later; this is Python " + sys.version.split()[0] + ".")

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "quizapp-stamp"
SETUP = ROOT / ".setup"
LOG = SETUP / "setup.log"
PROGRAM_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
UV_LOCK = ROOT / "requirements-setup.lock"
WINDOWS = sys.platform == "win32"
SCRIPTS = ENVIRONMENT / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")

HELP = """\
python3 run.py [ARGUMENTS]          set quizapp up if need be, then start it with ARGUMENTS
python3 run.py test                 all checks: ruff, mypy, import-linter, then the tests
python3 run.py test PYTEST_ARGUMENTS    only pytest, with these arguments

Without ARGUMENTS the window opens. The commands of quizapp itself:
"""

# Where uv's or pip's last words are known, the sentence that helps. Offline, pip ends with "No
# matching distribution", so signs of a broken connection come before signs of a lacking package.
ADVICE = (
    (("No space left", "os error 28"), "the disk is full; make room (about 1 GB) and start again"),
    (
        ("ash mismatch", "DO NOT MATCH"),
        "a download is not the file that the lock pins, so it was refused; try another network",
    ),
    (
        ("ertificate",),
        "the network's certificate is not trusted here; check the clock, or use another network",
    ),
    (
        (
            "onnection",
            "Failed to fetch",
            "Network is unreachable",
            "dns error",
            "name resolution",
            "timed out",
        ),
        "the download failed; check that this machine is online and start again",
    ),
    (
        (
            "no wheels with a matching",
            "has no wheels",
            "no usable wheels",
            "No matching distribution",
        ),
        "a package is not there for this Python on this system; use Python 3.11 to 3.14",
    ),
)

# Where a step failed with these words it is tried once more, with these settings as well.
SECOND_TRIES = (
    # There is no home folder, or none that we may write to.
    ("Failed to initialize cache", {"UV_CACHE_DIR": str(SETUP / "cache")}),
    # Schools' networks open what passes and sign it anew. Their systems trust that; uv, and pip
    # before 24.2, first look at a list of their own.
    (
        "ertificate",
        {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "PIP_USE_FEATURE": "truststore"},
    ),
)


class SetupError(Exception):
    """A set-up that cannot go on; the message is the sentence for the person at the machine."""


class Stamp(NamedTuple):
    """What an environment was made for: the place and Python, and the locks by their digests.

    `tests` is empty where the test tools were not installed.
    """

    place: str
    program: str
    tests: str

    @classmethod
    def read(cls) -> "Stamp | None":
        """Returns the stamp of the environment, or None where it is missing or unreadable."""
        try:
            lines = STAMP.read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError):
            return None
        return cls(*lines) if len(lines) == len(cls._fields) else None

    def write(self) -> None:
        """Puts the stamp in place at one stroke."""
        draft = STAMP.with_suffix(".new")
        draft.write_text("\n".join(self), encoding="utf-8")
        draft.replace(STAMP)


def main() -> int:
    """Runs the command line; returns the exit code. On POSIX a start does not return."""
    arguments = sys.argv[1:]
    try:
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        return start(arguments)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


def start(arguments: Sequence[str]) -> int:
    """Starts quizapp with the arguments, after whatever set-up is due."""
    if asks_for_help(arguments):
        print(HELP, flush=True)
        if not is_ready(with_tests=False):
            print("    (shown after the first start)")
            return 0
    set_up(with_tests=False)
    if opens_window(arguments):
        require_libraries(for_window=True)
    return hand_over(arguments)


def test(arguments: Sequence[str]) -> int:
    """Runs all checks, or pytest alone when it is given arguments; returns 0 if all passed."""
    if asks_for_help(arguments):
        print(HELP)
        return 0
    set_up(with_tests=True)
    require_libraries(for_window=False)
    checks = [] if arguments else list_style_checks()
    checks.append(("pytest", [str(PYTHON), "-m", "pytest", *arguments]))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    codes = {name: run_check(name, command, environment) for name, command in checks}
    print("run.py test: " + ", ".join(starmap(summarize, codes.items())), flush=True)
    return 1 if any(codes.values()) else 0


def summarize(name: str, code: int) -> str:
    """Returns the outcome of one check in a few words."""
    return f"{name} ok" if code == 0 else f"{name} FAILED (exit code {code})"


def list_style_checks() -> list[tuple[str, list[str]]]:
    """Returns the checks that come before the tests, each a name and a command."""
    return [
        ("ruff check", [str(PYTHON), "-m", "ruff", "check", "--quiet"]),
        ("ruff format", [str(PYTHON), "-m", "ruff", "format", "--check", "--quiet"]),
        ("mypy", [str(PYTHON), "-m", "mypy", "--no-error-summary"]),
        ("lint-imports", [str(SCRIPTS / "lint-imports")]),
    ]


def run_check(name: str, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs one check from the checkout's root, its output going where ours goes."""
    import subprocess

    print(f"--- {name}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def asks_for_help(arguments: Sequence[str]) -> bool:
    """Tells whether the first argument asks for help."""
    return list(arguments[:1]) in (["-h"], ["--help"])


def opens_window(arguments: Sequence[str]) -> bool:
    """Tells whether quizapp opens its window.

    It does without arguments but, perhaps, the library's place and packs to be imported.
    """
    rest = list(arguments)
    while rest and rest[0].partition("=")[0] == "--library":
        del rest[: 1 if "=" in rest[0] else 2]
    return all(Path(each).exists() for each in rest)


def hand_over(arguments: Sequence[str]) -> int:
    """Runs quizapp in its environment: in place of this process, or on Windows beneath it.

    `-P` keeps the current folder, which may hold anything, off the import path.
    """
    command = [str(PYTHON), "-P", "-m", "quizapp", *arguments]
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    import subprocess

    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the program got it too, and decides


def set_up(*, with_tests: bool) -> None:
    """Sees to it that the environment holds what the locks pin. Costs next to nothing if it does.

    One set-up at a time: a second waits for the first and finds its work done.
    """
    if is_ready(with_tests=with_tests):
        return
    try:
        with hold_lock() as lock:
            if not is_ready(with_tests=with_tests):
                build(with_tests=with_tests, lock=lock)
    except OSError as error:
        raise SetupError(f"Set-up failed: {describe(error)}.") from error
    except KeyboardInterrupt:
        say("Stopped. The next start finishes the set-up.")
        raise


def describe(error: OSError) -> str:
    """Returns what the system says is wrong, and with which file."""
    place = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{place}"


def is_ready(*, with_tests: bool) -> bool:
    """Tells whether the environment is complete, and for this place, Python and these locks."""
    stamp = Stamp.read()
    return (
        stamp is not None
        and stamp.place == describe_place()
        and stamp.program == digest(PROGRAM_LOCK)
        and (not with_tests or stamp.tests == digest(TEST_LOCK))
        and PYTHON.exists()
    )


def describe_place() -> str:
    """Returns what an environment is bound to, in one line: checkout, Python and platform."""
    version = sys.version.split()[0]
    return repr((str(ROOT), str(find_interpreter()), version, sys.platform))


def find_interpreter() -> Path:
    """Returns the Python that runs this; were it an environment's, the one beneath."""
    return Path(getattr(sys, "_base_executable", sys.executable)).resolve()


def digest(path: Path) -> str:
    """Returns the SHA-256 of a file of the checkout."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SetupError(f"{path.name} cannot be read; get a complete checkout.") from error


def build(*, with_tests: bool, lock: int) -> None:
    """Makes the environment, or brings it up to date where only the locks changed."""
    old = Stamp.read()
    tests = with_tests or (old is not None and old.tests != "")
    new = Stamp(describe_place(), digest(PROGRAM_LOCK), digest(TEST_LOCK) if tests else "")
    uv = find_uv(lock)
    STAMP.unlink(missing_ok=True)
    if old is None or old.place != new.place or not PYTHON.exists():
        make_environment(uv, lock)
    install(uv, [PROGRAM_LOCK, TEST_LOCK] if tests else [PROGRAM_LOCK], lock)
    link_checkout()
    new.write()


def make_environment(uv: str, lock: int) -> None:
    """Makes an empty environment with this interpreter, in place of any other."""
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    command = [uv, "venv", "--prompt", "quizapp", "--python", str(find_interpreter())]
    call([*command, str(ENVIRONMENT)], lock)


def install(uv: str, locks: Sequence[Path], lock: int) -> None:
    """Installs what the lock files pin, hashes checked, and removes all else."""
    say("Setting up: installing the packages. The first time this downloads some 100 MB ...")
    command = [uv, "pip", "sync", "--require-hashes", "--no-build", "--python", str(PYTHON)]
    call([*command, *map(str, locks)], lock)


def link_checkout() -> None:
    """Makes the environment import quizapp from this checkout, whatever the current folder.

    The path is relative: `.pth` files are read in the locale's encoding, a user's name may not be.
    """
    pattern = "Lib/site-packages" if WINDOWS else "lib/python3*/site-packages"
    for packages in ENVIRONMENT.glob(pattern):
        target = os.path.relpath(ROOT, packages)
        (packages / "quizapp-checkout.pth").write_text(target + "\n", encoding="ascii")


def find_uv(lock: int) -> str:
    """Returns the path of uv: the machine's, or our own copy, fetched with pip at need."""
    own = str(SETUP / "uv" / "bin" / ("uv.exe" if WINDOWS else "uv"))
    for uv in (shutil.which("uv"), own):
        if uv is not None and works(uv):
            return uv
    fetch_uv(lock)
    return own


def works(program: str) -> bool:
    """Tells whether a program starts: half of it may be there, or a shim with nothing beneath."""
    import subprocess

    try:
        return (
            subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def fetch_uv(lock: int) -> None:
    """Fetches uv with pip into `.setup/uv`. `--target` works where the system's pip is locked."""
    from importlib.util import find_spec

    if find_spec("pip") is None:
        raise SetupError(explain_no_pip())
    say("Setting up: fetching uv, which installs the packages ...")
    target = SETUP / "uv"
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "--target", str(target), "--no-input"]
    quick = ["--disable-pip-version-check", "--retries", "2", "--only-binary", ":all:"]
    call([*command, *quick, "--require-hashes", "-r", str(UV_LOCK)], lock)


def explain_no_pip() -> str:
    """Returns the sentence that says how to come by pip, or uv, on this system."""
    from quizapp import system_libraries

    installer = system_libraries.find_installer()
    if installer is None:
        request = f"Please run: {sys.executable} -m ensurepip"
    else:
        request = system_libraries.ask_to_install(["python3-pip"], installer)
    return f"This Python has no pip to set quizapp up with. {request}"


def call(command: Sequence[str], lock: int) -> None:
    """Runs a step of the set-up, its output in the log; a failure becomes one sentence."""
    LOG.write_bytes(b"")
    settings: dict[str, str] = {}
    done = run_step(command, settings, lock)
    for words, more in SECOND_TRIES:
        if not done and words in read_log():
            settings.update(more)
            done = run_step(command, settings, lock)
    if not done:
        raise SetupError(explain_failure(read_log()))


def run_step(command: Sequence[str], settings: Mapping[str, str], lock: int) -> bool:
    """Runs a step with settings of its own; tells whether it succeeded.

    The step inherits the lock: should we be killed, no other set-up starts before it has ended.
    """
    import subprocess

    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "PIP_REQUIRE_VIRTUALENV": "0",
        "PIP_USER": "0",
        "UV_PYTHON_DOWNLOADS": "never",
        **settings,
    }
    with LOG.open("ab") as log:
        code = subprocess.run(
            command,
            cwd=SETUP,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
            pass_fds=() if WINDOWS else (lock,),
        ).returncode
    return code == 0


def read_log() -> str:
    """Returns what the step that ran last has said, in all its tries."""
    return LOG.read_text(encoding="utf-8", errors="replace")


def explain_failure(words: str) -> str:
    """Returns the sentence for a failed step, from the words it left in the log."""
    for marks, advice in ADVICE:
        if any(mark in words for mark in marks):
            return f"Set-up failed: {advice} (details: {LOG})."
    return f"Set-up failed; {LOG} says why. Mend that and start again."


def require_libraries(*, for_window: bool) -> None:
    """Installs, as root, the system libraries that Qt needs; else says what to run and stops.

    A window's are installed without a display too: who sets a machine up may not sit before it.
    If they cannot be, the program then says that there is no display.
    """
    missing = find_missing_libraries(for_window=for_window)
    if not missing:
        return
    from quizapp import system_libraries

    installer = system_libraries.find_installer()
    if installer is not None and system_libraries.is_root():
        packages = system_libraries.list_packages(missing, installer)
        install_packages(system_libraries.make_install_commands(packages, installer))
        missing = find_missing_libraries(for_window=for_window)
    if missing and (system_libraries.has_display(os.environ) or not for_window):
        raise SetupError(system_libraries.explain_missing(missing))


def find_missing_libraries(*, for_window: bool) -> tuple["Library", ...]:
    """Returns the libraries that Qt lacks, for a window here or for running without a screen."""
    from quizapp import system_libraries

    if for_window:
        return system_libraries.find_missing_for_window(os.environ)
    return system_libraries.find_missing(system_libraries.QT)


def install_packages(commands: Sequence[Sequence[str]]) -> None:
    """Runs the package manager; whether it did its work shows in what is missing afterwards."""
    import subprocess

    say("Installing system libraries that Qt needs: " + " ".join(commands[-1]))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False
        )


@contextlib.contextmanager
def hold_lock() -> Iterator[int]:
    """Waits until no other set-up of this checkout runs, and keeps others out meanwhile."""
    SETUP.mkdir(exist_ok=True)
    with (SETUP / "lock").open("a+b") as file:
        if not try_lock(file.fileno()):
            say("Another start is setting quizapp up; waiting for it ...")
            while not try_lock(file.fileno()):
                time.sleep(0.1)
        yield file.fileno()


def try_lock(descriptor: int) -> bool:
    """Takes the lock if it is free; closing the file, or the end of the process, gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def say(sentence: str) -> None:
    """Tells the person at the machine; standard output belongs to the program."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))  # `python3 -P` and PYTHONSAFEPATH keep it off
    sys.exit(main())
