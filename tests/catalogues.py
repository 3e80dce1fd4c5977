"""Catalogues of words for tests, in the form that msgfmt gives them."""

import struct
from collections.abc import Mapping
from pathlib import Path

HEADER = {"": "Content-Type: text/plain; charset=UTF-8\n"}
MAGIC = 0x950412DE


def write_catalogue(folder: Path, language: str, words: Mapping[str, str]) -> None:
    """Put English words with their translations where gettext looks for them."""
    pairs = [(key.encode(), value.encode()) for key, value in sorted({**HEADER, **words}.items())]
    tables = 28, 28 + 8 * len(pairs)
    at = tables[1] + 8 * len(pairs)
    rows, texts = [], b""
    for side in (0, 1):
        for pair in pairs:
            rows += [len(pair[side]), at + len(texts)]
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, len(pairs), *tables, 0, 0)
    file = folder / language / "LC_MESSAGES" / "quizapp.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(head + struct.pack(f"<{len(rows)}I", *rows) + texts)
