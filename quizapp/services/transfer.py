"""Taking questions from one pack into another, with all that they rest on.

A question's facts go with it, and with them their sections and references; its images as well.
What the other pack has already is used; what it has differently comes in under another name.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import msgspec

from quizapp.errors import QuizError
from quizapp.facts import AnyFact, encode_fact
from quizapp.packs import Reference, Section
from quizapp.questions import (
    AnyQuestion,
    content_hash,
    decode_question,
    encode_question,
    media_names,
)
from quizapp.services.desks import Desks
from quizapp.store.pack_store import PackStore
from quizapp.store.question_store import StoredQuestion
from quizapp.translation import tr
from quizapp.values.images import MEDIA_FOLDER
from quizapp.values.slugs import MAX_NAME_LENGTH, free_name, numbered

MAX_IMAGE_STEM_LENGTH = len(f"{MEDIA_FOLDER}/") + MAX_NAME_LENGTH


class Transfers:
    """All that is taken from packs into packs in one transaction."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks
        self._targets: dict[int, Target] = {}
        self._transfers: dict[tuple[int, int], Transfer] = {}

    def bring(self, stored: StoredQuestion, pack: int) -> AnyQuestion:
        """The question as it can stand in `pack`, what it rests on put there.

        `QuizError` where a fact of it was removed.
        """
        check_facts(self._desks.packs, stored.pack, stored.question)
        question = stored.question
        if stored.pack != pack:
            question = self._transfer(stored.pack, pack).bring(question)
        return self.named(question, pack)

    def named(self, question: AnyQuestion, pack: int) -> AnyQuestion:
        """The question under an id that is free in `pack`, and is then taken."""
        return msgspec.structs.replace(question, id=self._target(pack).question_id(question.id))

    def _transfer(self, source: int, target: int) -> "Transfer":
        if (source, target) not in self._transfers:
            transfer = Transfer(self._desks.packs, source, self._target(target))
            self._transfers[source, target] = transfer
        return self._transfers[source, target]

    def _target(self, pack: int) -> "Target":
        if pack not in self._targets:
            self._targets[pack] = Target(self._desks, pack)
        return self._targets[pack]


def check_facts(packs: PackStore, pack: int, question: AnyQuestion) -> None:
    """`QuizError` where `question` names a fact that its pack does not have."""
    present = {fact.id for fact in packs.facts_with(pack, question.facts)}
    missing = [key for key in question.facts if key not in present]
    if missing:
        raise QuizError(
            tr("The question “{question}” names the fact “{fact}”, which was removed.").format(
                question=question.id, fact=missing[0]
            ),
            tr("Bring the fact back on the page “Facts and sources”, or change the question."),
        )


class Target:
    """A pack that takes in questions, as it is with all that has come in so far.

    Whatever comes in, from whichever pack, goes through one of these: nothing gets the name of
    anything else. A folder's files, and the library after them, change when the desks finish.
    """

    def __init__(self, desks: Desks, pack: int) -> None:
        self._desk = desks.of(pack)
        self._packs = desks.packs
        self._pack = pack
        self._manifest = desks.packs.get(pack).manifest
        self._questions = desks.questions.keys(pack)
        self._images = {name.lower(): name for name in desks.packs.media_names(pack)}
        self._hashes: dict[str, bytes] = {}

    def question_id(self, name: str) -> str:
        """An id for another question: `name`, or like it."""
        free = free_name(name, self._questions)
        self._questions.add(free)
        return free

    # Facts

    @cached_property
    def _facts(self) -> dict[str, AnyFact | None]:
        """The facts by their ids; None for one that is still to be put."""
        return {fact.id: fact for fact in self._packs.facts(self._pack)}

    @cached_property
    def _alike(self) -> dict[bytes, list[str]]:
        """The ids of facts by all else that these say, but for what they are about."""
        alike: dict[bytes, list[str]] = defaultdict(list)
        for key, fact in self._facts.items():
            if fact is not None:
                alike[_meaning(fact)].append(key)
        return alike

    def facts_like(self, fact: AnyFact) -> list[str]:
        """The ids of facts that say the same, whatever they are about; its own id comes first."""
        found = self._alike.get(_meaning(fact), ())
        return sorted(found, key=lambda key: key != fact.id)

    def about(self, key: str) -> tuple[str, ...]:
        """The ids of the facts that a fact is about."""
        fact = self._facts[key]
        return fact.about if fact is not None else ()

    def fact_id(self, name: str) -> str:
        """An id for another fact, which is to be put: `name`, or like it."""
        free = free_name(name, self._facts)
        self._facts[free] = None
        return free

    def put_fact(self, fact: AnyFact) -> None:
        """Add a fact under an id that `fact_id` gave."""
        self._alike[_meaning(fact)].append(fact.id)
        self._facts[fact.id] = fact
        self._desk.put_fact(fact)

    def part(self, part: Section | Reference, field: str) -> str:
        """The id of an equal section or reference, which is added where there is none."""
        here: tuple[Section | Reference, ...] = getattr(self._manifest, field)
        for each in here:
            if msgspec.structs.replace(each, id=part.id) == part:
                return each.id
        name = free_name(part.id, {each.id for each in here})
        added = (*here, msgspec.structs.replace(part, id=name))
        self._manifest = msgspec.structs.replace(self._manifest, **{field: added})
        self._desk.put_manifest(self._manifest)
        return name

    # Images

    def image(self, name: str, data: bytes) -> str:
        """The name of an equal image, which is added where there is none that is called so.

        Names that differ in capitals alone are one name: in many file systems they are.
        """
        stem, _, ending = name.rpartition(".")
        names = (f"{each}.{ending}" for each in numbered(stem, MAX_IMAGE_STEM_LENGTH))
        digest = content_hash(data)
        fit = next(each for each in names if self._hash_at(each) in {None, digest})
        if fit.lower() not in self._images:
            self._desk.put_image(fit, data)
            self._images[fit.lower()] = fit
            self._hashes[fit.lower()] = digest
        return self._images[fit.lower()]

    def _hash_at(self, name: str) -> bytes | None:
        """What the image that is called so is known by; None where there is none."""
        key = name.lower()
        if key in self._images and key not in self._hashes:
            here = self._images[key]
            self._hashes[key] = content_hash(self._packs.media(self._pack, [here])[here])
        return self._hashes.get(key)


class Transfer:
    """Questions on their way from the pack `source` to `target`."""

    def __init__(self, packs: PackStore, source: int, target: Target) -> None:
        self._packs = packs
        self._source = source
        self._target = target
        self._manifest = packs.get(source).manifest
        self._facts = {fact.id: fact for fact in packs.facts(source)}
        self._names: dict[str, str] = {}

    def bring(self, question: AnyQuestion) -> AnyQuestion:
        """`question` with the names that its facts and images have in the target."""
        images = self._packs.media(self._source, media_names(question))
        names = {name: self._target.image(name, data) for name, data in images.items()}
        facts = tuple(map(self._bring_fact, question.facts))
        return msgspec.structs.replace(_with_images(question, names), facts=facts)

    def _bring_fact(self, key: str) -> str:
        """The id that the fact `key` has in the target."""
        if key not in self._names:
            self._bring_facts(self._with_all_about(key))
        return self._names[key]

    def _with_all_about(self, key: str) -> dict[str, AnyFact]:
        """The fact `key` and all that it leads to, but for those that came before.

        They name the sections and references of the target.
        """
        found: dict[str, AnyFact] = {}
        waiting = [key]
        while waiting:
            each = waiting.pop()
            if each in self._facts and each not in found and each not in self._names:
                found[each] = self._placed(self._facts[each])
                waiting += found[each].about
        return found

    def _placed(self, fact: AnyFact) -> AnyFact:
        return msgspec.structs.replace(
            fact,
            section=self._bring_part(fact.section, "sections"),
            references=tuple(self._bring_part(each, "references") for each in fact.references),
            about=tuple(each for each in fact.about if each in self._facts),
        )

    def _bring_part(self, key: str, field: str) -> str:
        """The id that a section or reference has in the target."""
        there: tuple[Section | Reference, ...] = getattr(self._manifest, field)
        part = next((each for each in there if each.id == key), None)
        return key if part is None else self._target.part(part, field)

    def _bring_facts(self, facts: Mapping[str, AnyFact]) -> None:
        same = self._same(facts)
        for key, there in same.items():
            self._names[key] = there[0] if there else self._target.fact_id(key)
        for key, fact in facts.items():
            if not same[key]:
                about = tuple(self._names[each] for each in fact.about)
                new = msgspec.structs.replace(fact, id=self._names[key], about=about)
                self._target.put_fact(new)

    def _same(self, facts: Mapping[str, AnyFact]) -> dict[str, list[str]]:
        """For each of these facts the ids of those in the target that are equal but for the id.

        Facts may be about each other, in circles too: those that say the same count as equal
        until they turn out to be about others.
        """
        same = {key: self._target.facts_like(fact) for key, fact in facts.items()}
        while True:
            kept = {
                key: [each for each in there if self._is_about_same(facts[key], each, same)]
                for key, there in same.items()
            }
            if kept == same:
                return same
            same = kept

    def _is_about_same(self, fact: AnyFact, other: str, same: Mapping[str, list[str]]) -> bool:
        """Whether `other` in the target is about the same facts as `fact`."""
        about = self._target.about(other)
        return len(about) == len(fact.about) and all(
            there in same[here] if here in same else there == self._names[here]
            for here, there in zip(fact.about, about, strict=True)
        )


def _meaning(fact: AnyFact) -> bytes:
    """What two facts have in common that are equal but for their ids and what they are about."""
    return encode_fact(msgspec.structs.replace(fact, id="", about=()))


def _with_images(question: AnyQuestion, names: Mapping[str, str]) -> AnyQuestion:
    """`question` with other names for its images, wherever it names them."""
    renamed = {name: new for name, new in names.items() if new != name}
    if not renamed:
        return question
    pattern = re.compile("|".join(map(re.escape, sorted(renamed, key=len, reverse=True))))
    body = encode_question(question).decode()
    return decode_question(pattern.sub(lambda found: renamed[found[0]], body))
