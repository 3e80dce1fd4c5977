"""Packs and sittings in a line each, as several services tell of them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from quizapp.services.values import (
    PackMastery,
    PackSummary,
    SittingSummary,
    TopicMastery,
)
from quizapp.store.attempt_store import AttemptLine
from quizapp.store.memory_store import TopicMemory
from quizapp.store.pack_store import InstalledPack, PackStore, Tally


def pack_summaries(store: PackStore) -> dict[int, PackSummary]:
    """Every pack by its number in the bank."""
    tallies = store.tallies()
    facts = store.fact_counts()
    return {
        pack.id: _pack_summary(
            pack, facts.get(pack.id, 0), [each for each in tallies if each.pack == pack.id]
        )
        for pack in store.all()
    }


def _pack_summary(pack: InstalledPack, facts: int, tallies: list[Tally]) -> PackSummary:
    topics: Counter[str] = Counter()
    types: Counter[str] = Counter()
    difficulties: Counter[int] = Counter()
    for tally in tallies:
        topics[tally.topic] += tally.questions
        types[tally.type] += tally.questions
        difficulties[tally.difficulty] += tally.questions
    manifest = pack.manifest
    return PackSummary(
        id=manifest.id,
        title=manifest.title,
        description=manifest.description,
        version=manifest.version,
        language=manifest.language,
        authors=manifest.authors,
        licence=manifest.licence,
        article=manifest.article.title if manifest.article else "",
        facts=facts,
        questions=topics.total(),
        topics=dict(topics),
        types=dict(types),
        difficulties=dict(sorted(difficulties.items())),
    )


def pack_masteries(
    packs: Mapping[int, PackSummary], memories: Iterable[TopicMemory]
) -> dict[int, PackMastery]:
    """How much of each pack a learner would recall, by the pack's number in the bank."""
    found = {(each.pack, each.topic): (each.seen, each.recalled) for each in memories}
    return {
        number: _mastery(
            pack, {topic: found.get((number, topic), (0, 0.0)) for topic in pack.topics}
        )
        for number, pack in packs.items()
    }


def _mastery(pack: PackSummary, by_topic: Mapping[str, tuple[int, float]]) -> PackMastery:
    topics = tuple(
        TopicMastery(
            topic=topic,
            questions=pack.topics[topic],
            seen=seen,
            mastery=recalled / pack.topics[topic],
        )
        for topic, (seen, recalled) in by_topic.items()
    )
    return PackMastery(
        pack=pack,
        seen=sum(topic.seen for topic in topics),
        mastery=sum(recalled for _, recalled in by_topic.values()) / max(pack.questions, 1),
        topics=topics,
    )


def topic_masteries(packs: list[PackMastery]) -> tuple[TopicMastery, ...]:
    """The same over several packs, topic by topic."""
    questions: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    recalled: dict[str, float] = {}
    for pack in packs:
        for topic in pack.topics:
            questions[topic.topic] += topic.questions
            seen[topic.topic] += topic.seen
            recalled[topic.topic] = recalled.get(topic.topic, 0.0) + topic.mastery * topic.questions
    return tuple(
        TopicMastery(
            topic=topic, questions=count, seen=seen[topic], mastery=recalled[topic] / count
        )
        for topic, count in questions.items()
    )


def sitting_summary(line: AttemptLine, titles: Mapping[str, str]) -> SittingSummary:
    """A sitting in a line; `titles` of packs by their ids."""
    return SittingSummary(
        attempt=line.id,
        mode=line.mode,
        packs=tuple(titles.get(key, key) for key in line.packs),
        started_at=line.started_at,
        finished_at=line.finished_at,
        questions=line.questions,
        answered=line.answered,
        right=line.right,
        score=line.points / line.possible if line.possible else 0.0,
        points=line.points,
        possible_points=line.possible,
        position=line.position,
        seconds=line.seconds,
    )
