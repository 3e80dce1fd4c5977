"""Taking questions from one pack into another, with all that they rest on.

A question's facts go with it, and with them their sections and references; its images as well.
What the other pack has already is used; what it has differently comes in under another name.
"""

import re
from collections.abc import Iterable

import msgspec

from quizapp.packs import Reference, Section
from quizapp.questions import AnyQuestion, decode_question, encode_question, media_names
from quizapp.services.desks import Desks, PackDesk
from quizapp.store.pack_store import PackStore
from quizapp.values.slugs import free_name


class Transfer:
    """Questions on their way from the pack `source` to the pack `target`, in one transaction."""

    def __init__(self, desks: Desks, source: int, target: int) -> None:
        self._desks = desks
        self._packs: PackStore = desks.packs
        self._desk: PackDesk = desks.of(target)
        self._source = source
        self._target = target
        self._from = desks.packs.get(source).manifest
        self._to = desks.packs.get(target).manifest
        self._facts = {fact.id: fact for fact in desks.packs.facts(source)}
        self._present = {fact.id: fact for fact in desks.packs.facts(target)}
        self._taken = desks.questions.keys(target)
        self._names: dict[str, str] = {}

    def bring(self, question: AnyQuestion) -> AnyQuestion:
        """`question` as it can stand in the target, what it rests on put there."""
        is_elsewhere = self._source != self._target
        facts = tuple(map(self._bring_fact, question.facts)) if is_elsewhere else question.facts
        if is_elsewhere:
            question = self._bring_images(question)
        name = free_name(question.id, self._taken)
        self._taken.add(name)
        return msgspec.structs.replace(question, id=name, facts=facts)

    def _bring_fact(self, key: str) -> str:
        """The id that the fact `key` has in the target."""
        if key in self._names:
            return self._names[key]
        fact = self._facts[key]
        self._names[key] = key  # facts may be about each other
        section = self._bring_part(fact.section, "sections")
        references = tuple(self._bring_part(each, "references") for each in fact.references)
        about = tuple(self._bring_fact(each) for each in fact.about if each in self._facts)
        moved = msgspec.structs.replace(fact, section=section, references=references, about=about)
        if self._present.get(key) != moved:
            name = free_name(key, self._present)
            moved = msgspec.structs.replace(moved, id=name)
            self._names[key] = name
            self._present[name] = moved
            self._desk.put_fact(moved)
        return self._names[key]

    def _bring_part(self, key: str, field: str) -> str:
        """The id that a section or reference has in the target."""
        there: tuple[Section | Reference, ...] = getattr(self._from, field)
        here: tuple[Section | Reference, ...] = getattr(self._to, field)
        part = next((each for each in there if each.id == key), None)
        if part is None:
            return key
        for each in here:
            if msgspec.structs.replace(each, id=key) == part:
                return each.id
        name = free_name(key, {each.id for each in here})
        added = (*here, msgspec.structs.replace(part, id=name))
        self._to = msgspec.structs.replace(self._to, **{field: added})
        self._desk.put_manifest(self._to)
        return name

    def _bring_images(self, question: AnyQuestion) -> AnyQuestion:
        names = media_names(question)
        if not names:
            return question
        there = self._packs.media(self._source, names)
        here = self._packs.media(self._target, self._packs.media_names(self._target))
        renamed: dict[str, str] = {}
        for name, data in there.items():
            new = name if here.get(name) in {None, data} else _free_image(name, here)
            if new not in here:
                self._desk.put_image(new, data)
                here[new] = data
            if new != name:
                renamed[name] = new
        return _with_images(question, renamed)


def _free_image(name: str, taken: Iterable[str]) -> str:
    stem, _, ending = name.rpartition(".")
    stems = {each.rpartition(".")[0] for each in taken}
    return f"{free_name(stem, stems)}.{ending}"


def _with_images(question: AnyQuestion, renamed: dict[str, str]) -> AnyQuestion:
    """`question` with other names for its images, wherever it names them."""
    if not renamed:
        return question
    names = re.compile("|".join(map(re.escape, sorted(renamed, key=len, reverse=True))))
    body = encode_question(question).decode()
    return decode_question(names.sub(lambda found: renamed[found[0]], body))
