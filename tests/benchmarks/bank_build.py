"""A process that builds a bank: `python -m tests.benchmarks.bank_build LIBRARY QUESTIONS`.

Prints the seconds that took, and its peak memory in kilobytes before (the questions are made) and
after.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from quizapp.store.database import open_database
from quizapp.store.pack_store import PackStore
from tests.benchmarks.generated import NOW, generated_pack
from tests.benchmarks.process import kilobytes


def main(place: str, count: str) -> None:
    """Build it."""
    pack = generated_pack(int(count))
    database = open_database(place, create=True)
    before = kilobytes("VmHWM")
    began = perf_counter()
    with database.writing() as connection:
        installed = PackStore(connection).install(pack, "", NOW, lambda done, total: None)
    seconds = perf_counter() - began
    database.close()
    assert installed.new == len(pack.questions)
    assert Path(place).exists()
    print(json.dumps({"seconds": seconds, "before": before, "after": kilobytes("VmHWM")}))


if __name__ == "__main__":
    main(*sys.argv[1:])
