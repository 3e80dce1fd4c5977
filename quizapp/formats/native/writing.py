"""Writing packs as the files that authors know: whole packs, and changes in place."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from quizapp.errors import PackError
from quizapp.formats.native.entries import fact_entry, manifest_entry, question_entry
from quizapp.formats.native.files import FACTS, MANIFEST, MAX_FILES, MAX_PACK_BYTES
from quizapp.formats.native.folder_change import FolderChange, question_file
from quizapp.formats.native.saving import save_folder, writing_to
from quizapp.formats.native.writable import check_writable
from quizapp.formats.native.yaml_style import fields_text, list_text
from quizapp.formats.native.yaml_text import MAX_BYTES
from quizapp.packs import Pack
from quizapp.questions import AnyQuestion
from quizapp.translation import tr

__all__ = ["FolderChange", "pack_files_of", "pack_yaml", "write_pack"]

MOST_OF_ONE_FILE = 1_000_000
"""Characters after which questions go on in another file."""


def write_pack(pack: Pack, folder: Path) -> None:
    """Write `pack` into the new `folder`, all of it or nothing; `QuizError` says why not."""
    files = pack_files_of(pack)
    with writing_to(folder):
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
            raise PackError(
                tr("{folder} is there already.").format(folder=folder),
                tr("Name another folder: nothing is written over."),
            )
        save_folder(folder, files)


def pack_files_of(pack: Pack) -> dict[str, bytes]:
    """The files of `pack`, by their names in its folder; `QuizError` where none would be read."""
    check_writable(pack)
    texts = {name: text.encode() for name, text in pack_yaml(pack).items()}
    size = sum(map(len, texts.values()))
    is_large = size > MAX_PACK_BYTES or any(len(text) > MAX_BYTES for text in texts.values())
    if is_large or len(texts) > MAX_FILES:
        raise PackError(
            tr("The pack is too large for files: {n:,} bytes.").format(n=size),
            tr("Make two packs of it."),
        )
    return {**texts, **dict(sorted(pack.media.items()))}


def pack_yaml(pack: Pack) -> dict[str, str]:
    """The texts of a pack by the names of its files; they read back to an equal pack.

    Each topic has its file where that keeps the order of the questions, which files are read in;
    otherwise all questions stand in one.
    """
    texts = {
        MANIFEST: fields_text(manifest_entry(pack.manifest)),
        FACTS: list_text(map(fact_entry, pack.facts)),
    }
    for topic, questions in _grouped(pack.questions).items():
        chunks = [*_chunks([question_entry(each) for each in questions])]
        for number, chunk in enumerate(chunks, 1):
            texts[question_file(topic, number if len(chunks) > 1 else 0)] = chunk
    if not pack.questions:
        texts[question_file("")] = list_text([])
    return texts


def _grouped(questions: Sequence[AnyQuestion]) -> dict[str, Sequence[AnyQuestion]]:
    """Questions by topics, in the order of their files, or all of them under ""."""
    by_file = sorted(questions, key=lambda each: question_file(each.topic))
    if by_file != [*questions]:
        return {"": questions}
    return {topic: [*group] for topic, group in groupby(questions, lambda each: each.topic)}


def _chunks(entries: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The texts of files that each can be read."""
    texts: list[str] = []
    size = 0
    for text in map(list_text, ([entry] for entry in entries)):
        if texts and size + len(text) > MOST_OF_ONE_FILE:
            yield "\n".join(texts)
            texts, size = [], 0
        texts.append(text)
        size += len(text)
    if texts:
        yield "\n".join(texts)
