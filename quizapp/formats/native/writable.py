"""What keeps a pack from being written: whatever it would be refused for when it is read."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from quizapp.errors import PackError
from quizapp.formats.native import files, reading
from quizapp.formats.native.entries import fact_entry, manifest_entry, question_entry
from quizapp.formats.native.media import check_image
from quizapp.formats.native.rules import (
    Link,
    Ruled,
    fact_links,
    fact_ruled,
    link_problems,
    manifest_ruled,
    media_problems,
    question_links,
    question_ruled,
    taken_problem,
)
from quizapp.formats.native.texts import character_problems
from quizapp.formats.native.wording import shortened
from quizapp.packs import Pack
from quizapp.questions.base import Problem
from quizapp.translation import tr

Entry = dict[str, Any]


def check_writable(pack: Pack) -> None:
    """`QuizError` in words for the first thing that a reader of the files would refuse."""
    _check_media(pack.media)
    manifest = manifest_entry(pack.manifest)
    _check(pack.manifest.id, [*manifest_ruled(manifest).problems, *character_problems(manifest)])
    fact_ids = {fact.id for fact in pack.facts}
    known = {
        "section": {section.id for section in pack.manifest.sections},
        "references": {reference.id for reference in pack.manifest.references},
        "about": fact_ids,
        "facts": fact_ids,
    }
    _check_entries([*map(fact_entry, pack.facts)], fact_ruled, fact_links, known)
    questions = [*map(question_entry, pack.questions)]
    _check_entries(questions, question_ruled, question_links, known)
    for entry in questions:
        _check(entry["id"], media_problems(entry, pack.media))


def _check_media(media: Mapping[str, bytes]) -> None:
    size = sum(map(len, media.values()))
    if len(media) > files.MAX_IMAGES or size > files.MAX_MEDIA_BYTES:
        raise PackError(
            tr("The pack has {n:,} images with {size:,} bytes.").format(n=len(media), size=size),
            tr("Keep it to {n:,} images and {size:,} bytes: make two packs of it.").format(
                n=files.MAX_IMAGES, size=files.MAX_MEDIA_BYTES
            ),
        )
    for name, data in media.items():
        check_image(name, data)
    lowered = Counter(name.lower() for name in media)
    for name in media:
        if lowered[name.lower()] > 1:
            raise PackError(
                tr("Several images are called “{name}” but for capitals.").format(name=name),
                tr("Give each a name of its own."),
            )


def _check_entries(
    entries: Collection[Entry],
    rules: Callable[[Entry], Ruled],
    links: Callable[[Entry], Iterator[Link]],
    known: Mapping[str, Collection[str]],
) -> None:
    if len(entries) > reading.MAX_ITEMS:
        raise PackError(
            tr("The pack has {n:,} facts or questions.").format(n=len(entries)),
            tr("Keep it to {n:,} of each: make two packs of it.").format(n=reading.MAX_ITEMS),
        )
    seen: set[str] = set()
    for entry in entries:
        name = entry["id"]
        if name in seen:
            _check(name, [taken_problem(name)])
        seen.add(name)
        _check(name, rules(entry).problems)
        _check(name, character_problems(entry))
        for link in links(entry):
            _check(name, link_problems(link, known[link.field]))


def _check(name: str, problems: Iterable[Problem]) -> None:
    for problem in problems:
        raise PackError(
            tr("“{name}” cannot be written to a file: {field}: {message}").format(
                name=shortened(name), field=problem.field, message=problem.message
            ),
            problem.remedy,
        )
