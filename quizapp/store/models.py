"""The tables of a library, as typed tables of SQLAlchemy's core.

Core and not its object mapper: no row ever leaves the store, so there is nothing to map, and
importing the mapper would cost a fifth of a second of every start.

Times are microseconds since 1970, UTC. Bodies are the domain's own JSON.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
    event,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC datetime, kept as an integer so that it sorts and subtracts in SQL."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Microseconds since 1970."""
        del dialect
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The aware time."""
        del dialect
        return None if value is None else _EPOCH + timedelta(microseconds=value)


def to_microseconds(moment: datetime) -> int:
    """Microseconds since 1970, exactly."""
    return (moment - _EPOCH) // _MICROSECOND


class PackColumns(TypedColumns):
    """`files_hash` names the state of the files that the pack was made from.

    `origin` says where the pack is written, and `folder` in which one that is, "" for none.
    """

    id: Column[int] = Column(Integer, primary_key=True)
    key: Column[str] = Column(Text, nullable=False, unique=True)
    files_hash: Column[str] = Column(Text, nullable=False)
    manifest: Column[bytes] = Column(LargeBinary, nullable=False)
    installed_at: Column[datetime] = Column(UtcTime, nullable=False)
    origin: Column[str] = Column(Text, server_default="library", nullable=False)
    folder: Column[str] = Column(Text, server_default="", nullable=False)


class FactColumns(TypedColumns):
    """`retired_at` is set when a newer version of the pack has the fact no more."""

    id: Column[int] = Column(Integer, primary_key=True)
    pack_id: Column[int] = Column(ForeignKey("pack.id"), nullable=False)
    key: Column[str] = Column(Text, nullable=False)
    kind: Column[str] = Column(Text, nullable=False)
    body: Column[bytes] = Column(LargeBinary, nullable=False)
    retired_at: Column[datetime | None] = Column(UtcTime)


class QuestionColumns(TypedColumns):
    """What selection needs to know stands here; the question itself in its current revision.

    `draw` is a number that looks random and never changes: the way to draw from a large bank
    without reading all of it.
    """

    id: Column[int] = Column(Integer, primary_key=True)
    pack_id: Column[int] = Column(ForeignKey("pack.id"), nullable=False)
    key: Column[str] = Column(Text, nullable=False)
    type: Column[str] = Column(Text, nullable=False)
    topic: Column[str] = Column(Text, nullable=False)
    difficulty: Column[int] = Column(SmallInteger, nullable=False)
    points: Column[float] = Column(Float, nullable=False)
    draw: Column[int] = Column(BigInteger, nullable=False)
    revision: Column[int] = Column(Integer, nullable=False)
    retired_at: Column[datetime | None] = Column(UtcTime)


class RevisionColumns(TypedColumns):
    """A question as it was at a time; never changed once written."""

    id: Column[int] = Column(Integer, primary_key=True)
    question_id: Column[int] = Column(ForeignKey("question.id"), nullable=False)
    hash: Column[bytes] = Column(LargeBinary, nullable=False)
    body: Column[bytes] = Column(LargeBinary, nullable=False)
    made_at: Column[datetime] = Column(UtcTime, nullable=False)


class QuestionFactColumns(TypedColumns):
    """Which facts the current revision of a question asks for."""

    question_id: Column[int] = Column(ForeignKey("question.id"), primary_key=True)
    fact_id: Column[int] = Column(ForeignKey("fact.id"), primary_key=True)


class QuestionTagColumns(TypedColumns):
    """The tags of the current revision of a question. Those with the same `key` are one tag."""

    question_id: Column[int] = Column(ForeignKey("question.id"), primary_key=True)
    key: Column[str] = Column(Text, primary_key=True)
    tag: Column[str] = Column(Text, nullable=False)


class ListingColumns(TypedColumns):
    """What the catalogue shows and searches of the current revision of a question.

    `stem` is one line; `words` are other texts of the question.
    """

    question_id: Column[int] = Column(ForeignKey("question.id"), primary_key=True)
    changed_at: Column[datetime] = Column(UtcTime, nullable=False)
    stem: Column[str] = Column(Text, nullable=False)
    words: Column[str] = Column(Text, nullable=False)


class MediaColumns(TypedColumns):
    """An image, kept once however often it is used."""

    id: Column[int] = Column(Integer, primary_key=True)
    hash: Column[bytes] = Column(LargeBinary, nullable=False, unique=True)
    data: Column[bytes] = Column(LargeBinary, nullable=False)


class PackMediaColumns(TypedColumns):
    """The images of a pack by the names that its questions call them."""

    pack_id: Column[int] = Column(ForeignKey("pack.id"), primary_key=True)
    name: Column[str] = Column(Text, primary_key=True)
    media_id: Column[int] = Column(ForeignKey("media.id"), nullable=False)


class RevisionMediaColumns(TypedColumns):
    """The images that a revision names, as they were when it was made."""

    revision_id: Column[int] = Column(ForeignKey("revision.id"), primary_key=True)
    name: Column[str] = Column(Text, primary_key=True)
    media_id: Column[int] = Column(ForeignKey("media.id"), nullable=False)


class RevisionAdviceColumns(TypedColumns):
    """How many pieces of advice a revision gets; one that has no row was not looked at yet."""

    revision_id: Column[int] = Column(ForeignKey("revision.id"), primary_key=True)
    count: Column[int] = Column(Integer, nullable=False)


class DraftColumns(TypedColumns):
    """A question that was begun and not saved; `question_id` is the one that it changes.

    `revision_id` is what it was when that began.
    """

    id: Column[int] = Column(Integer, primary_key=True)
    pack_id: Column[int] = Column(ForeignKey("pack.id"), nullable=False)
    question_id: Column[int | None] = Column(ForeignKey("question.id"))
    revision_id: Column[int | None] = Column(ForeignKey("revision.id"))
    body: Column[bytes] = Column(LargeBinary, nullable=False)
    saved_at: Column[datetime] = Column(UtcTime, nullable=False)


class LearnerColumns(TypedColumns):
    """`name_key` is what two names share when they are the same person's."""

    id: Column[int] = Column(Integer, primary_key=True)
    name: Column[str] = Column(Text, nullable=False)
    name_key: Column[str] = Column(Text, nullable=False, unique=True)
    joined_at: Column[datetime] = Column(UtcTime, nullable=False)
    archived_at: Column[datetime | None] = Column(UtcTime)


class AttemptColumns(TypedColumns):
    """One sitting. `position` is the question on the screen.

    `packs` (the ids of its packs, JSON) and the sums over its questions are here too, so that
    years of sittings are told without a look at each of their answers.
    """

    id: Column[int] = Column(Integer, primary_key=True)
    learner_id: Column[int] = Column(ForeignKey("learner.id"), nullable=False)
    mode: Column[str] = Column(Text, nullable=False)
    blueprint: Column[bytes] = Column(LargeBinary, nullable=False)
    started_at: Column[datetime] = Column(UtcTime, nullable=False)
    finished_at: Column[datetime | None] = Column(UtcTime)
    position: Column[int] = Column(Integer, nullable=False)
    packs: Column[bytes] = Column(LargeBinary, nullable=False)
    questions: Column[int] = Column(Integer, nullable=False)
    answered: Column[int] = Column(Integer, nullable=False)
    right: Column[int] = Column(Integer, nullable=False)
    points: Column[float] = Column(Float, nullable=False)
    possible: Column[float] = Column(Float, nullable=False)
    seconds: Column[float] = Column(Float, nullable=False)


class AskedColumns(TypedColumns):
    """One question of a sitting. An `answer` without a `grade` is a draft of one; a `grade` without
    a `score` has yet to be judged.
    """

    attempt_id: Column[int] = Column(ForeignKey("attempt.id"), primary_key=True)
    position: Column[int] = Column(Integer, primary_key=True)
    question_id: Column[int] = Column(ForeignKey("question.id"), nullable=False)
    revision_id: Column[int] = Column(ForeignKey("revision.id"), nullable=False)
    seed: Column[int] = Column(BigInteger, nullable=False)
    points: Column[float] = Column(Float, nullable=False)
    answer: Column[bytes | None] = Column(LargeBinary)
    grade: Column[bytes | None] = Column(LargeBinary)
    score: Column[float | None] = Column(Float)
    answered_at: Column[datetime | None] = Column(UtcTime)
    seconds: Column[float] = Column(Float, nullable=False)
    confidence: Column[int | None] = Column(SmallInteger)
    hints_used: Column[int] = Column(SmallInteger, nullable=False)
    skipped: Column[int] = Column(SmallInteger, nullable=False)
    flagged: Column[int] = Column(SmallInteger, nullable=False)


class MemoryColumns(TypedColumns):
    """What FSRS keeps of a question for a learner; see `quizzes.review.Memory`."""

    learner_id: Column[int] = Column(ForeignKey("learner.id"), primary_key=True)
    question_id: Column[int] = Column(ForeignKey("question.id"), primary_key=True)
    stability: Column[float] = Column(Float, nullable=False)
    difficulty: Column[float] = Column(Float, nullable=False)
    state: Column[int] = Column(SmallInteger, nullable=False)
    step: Column[int | None] = Column(SmallInteger)
    due: Column[datetime] = Column(UtcTime, nullable=False)
    last_review: Column[datetime] = Column(UtcTime, nullable=False)
    last_rating: Column[int] = Column(SmallInteger, nullable=False)


pack = Table("pack", metadata, PackColumns)
fact = Table("fact", metadata, FactColumns, UniqueConstraint("pack_id", "key"))
question = Table("question", metadata, QuestionColumns, UniqueConstraint("pack_id", "key"))
revision = Table("revision", metadata, RevisionColumns)
question_fact = Table("question_fact", metadata, QuestionFactColumns, sqlite_with_rowid=False)
question_tag = Table("question_tag", metadata, QuestionTagColumns, sqlite_with_rowid=False)
listing = Table("listing", metadata, ListingColumns)
media = Table("media", metadata, MediaColumns)
pack_media = Table("pack_media", metadata, PackMediaColumns, sqlite_with_rowid=False)
revision_media = Table("revision_media", metadata, RevisionMediaColumns, sqlite_with_rowid=False)
revision_advice = Table("revision_advice", metadata, RevisionAdviceColumns)
draft = Table("draft", metadata, DraftColumns)
learner = Table("learner", metadata, LearnerColumns)
attempt = Table("attempt", metadata, AttemptColumns)
asked = Table("asked", metadata, AskedColumns, sqlite_with_rowid=False)
memory = Table("memory", metadata, MemoryColumns, sqlite_with_rowid=False)

Index(None, question.c.draw)
# Counting what packs hold reads these two alone, in order, and not the table.
Index(
    "ix_question_kinds",
    question.c.pack_id,
    question.c.topic,
    question.c.type,
    question.c.difficulty,
    sqlite_where=question.c.retired_at.is_(None),
)
Index("ix_question_retired", question.c.pack_id, sqlite_where=question.c.retired_at.is_not(None))
Index("ix_fact_present", fact.c.pack_id, sqlite_where=fact.c.retired_at.is_(None))
Index(None, revision.c.question_id)
Index(None, question_fact.c.fact_id)
Index(None, question_tag.c.key)
Index(None, pack_media.c.media_id)
Index(None, revision_media.c.media_id)
Index(
    "ix_revision_advice_some",
    revision_advice.c.revision_id,
    sqlite_where=revision_advice.c.count > 0,
)
Index(None, draft.c.question_id)
Index(None, attempt.c.learner_id, attempt.c.finished_at)
Index(None, asked.c.question_id)


@event.listens_for(listing, "after_create")
def _make_index_of_words(table: Table, connection: Connection, **options: object) -> None:
    """Make the index of the words in `listing`, which holds the texts.

    Whoever changes or deletes a listing tells the index first what it was: see `question_writing`.
    """
    del table, options
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE question_words USING fts5(stem, words, content='listing', "
        "content_rowid='question_id', tokenize='unicode61 remove_diacritics 2')"
    )
