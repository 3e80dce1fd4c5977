"""The versions of packs: which comes after which, and what the next one is called."""

import re

_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


def is_newer(version: str, other: str) -> bool:
    """Whether `version` comes after the `other`; False where they cannot be compared."""
    before, after = _numbers(other), _numbers(version)
    return before is not None and after is not None and after > before


def next_version(version: str) -> str:
    """`version` with its last number raised: "1.0.9" gives "1.0.10"."""
    found = _LAST_NUMBER.search(version)
    if found is None:
        return f"{version}.1" if version else "1.0.0"
    raised = str(int(found[0]) + 1)
    return version[: found.start()] + raised + version[found.end() :]


def _numbers(version: str) -> tuple[list[int], bool] | None:
    """What orders versions: "1.0" before "1.0.1", "2.0-rc" before "2.0"."""
    main, _, early = version.partition("+")[0].partition("-")
    numbers = [int(digits) for digits in re.findall(r"\d+", main)]
    if not numbers:
        return None
    while numbers[-1:] == [0]:
        numbers.pop()
    return numbers, not early
