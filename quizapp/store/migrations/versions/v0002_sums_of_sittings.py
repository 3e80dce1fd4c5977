"""Sittings know their packs and sums; tables with keys of several columns have no row numbers.

A table of another shape is made beside the old one, filled, and takes its name: constraints cannot
be added to a table that is there.
"""

import json
from itertools import groupby

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_attempt()
    _fill_packs()
    _make_question_fact()
    _make_memory()
    _make_asked()
    # Libraries made while 0002 was written have these, and call themselves 0001.
    op.create_index(
        "ix_fact_present",
        "fact",
        ["pack_id"],
        sqlite_where=sa.text("retired_at IS NULL"),
        if_not_exists=True,
    )
    op.create_index(
        "ix_question_kinds",
        "question",
        ["pack_id", "topic", "type", "difficulty"],
        sqlite_where=sa.text("retired_at IS NULL"),
        if_not_exists=True,
    )


def _make_attempt() -> None:
    op.create_table(
        "new_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("blueprint", sa.LargeBinary(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("packs", sa.LargeBinary(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("possible", sa.Float(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_attempt_learner_id_learner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.execute(
        "INSERT INTO new_attempt (id, learner_id, mode, blueprint, started_at, finished_at, "
        'position, packs, questions, answered, "right", points, possible, seconds) '
        "SELECT attempt.id, attempt.learner_id, attempt.mode, attempt.blueprint, "
        "attempt.started_at, attempt.finished_at, attempt.position, x'5b5d', "
        "count(asked.attempt_id), count(asked.score), count(*) FILTER (WHERE asked.score >= 1), "
        "total(asked.score * asked.points), total(asked.points), total(asked.seconds) "
        "FROM attempt LEFT JOIN asked ON asked.attempt_id = attempt.id GROUP BY attempt.id"
    )
    _put_in_place("attempt")
    op.create_index(
        op.f("ix_attempt_learner_id_attempt_finished_at"),
        "attempt",
        ["learner_id", "finished_at"],
        unique=False,
    )


def _fill_packs() -> None:
    """The ids of the packs of each sitting, in the order they come up in it."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT attempt_id, pack.key FROM asked JOIN question ON question.id = question_id "
        "JOIN pack ON pack.id = pack_id GROUP BY attempt_id, pack.id "
        "ORDER BY attempt_id, min(position)"
    )
    filled = [
        (json.dumps([key for _, key in keys], separators=(",", ":")).encode(), attempt)
        for attempt, keys in groupby(rows, key=lambda row: row[0])
    ]
    if filled:
        connection.exec_driver_sql("UPDATE attempt SET packs = ? WHERE id = ?", filled)


def _make_question_fact() -> None:
    op.create_table(
        "new_question_fact",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_question_fact_fact_id_fact")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_fact_question_id_question")
        ),
        sa.PrimaryKeyConstraint("question_id", "fact_id", name=op.f("pk_question_fact")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO new_question_fact (question_id, fact_id) "
        "SELECT question_id, fact_id FROM question_fact ORDER BY 1, 2"
    )
    _put_in_place("question_fact")
    op.create_index(op.f("ix_question_fact_fact_id"), "question_fact", ["fact_id"], unique=False)


def _make_memory() -> None:
    op.create_table(
        "new_memory",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=True),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("last_review", sa.BigInteger(), nullable=False),
        sa.Column("last_rating", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_memory_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_memory_question_id_question")
        ),
        sa.PrimaryKeyConstraint("learner_id", "question_id", name=op.f("pk_memory")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO new_memory (learner_id, question_id, stability, difficulty, state, step, due, "
        "last_review, last_rating) "
        "SELECT learner_id, question_id, stability, difficulty, state, step, due, "
        "last_review, last_rating FROM memory ORDER BY 1, 2"
    )
    _put_in_place("memory")


def _make_asked() -> None:
    op.create_table(
        "new_asked",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("grade", sa.LargeBinary(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("confidence", sa.SmallInteger(), nullable=True),
        sa.Column("hints_used", sa.SmallInteger(), nullable=False),
        sa.Column("skipped", sa.SmallInteger(), nullable=False),
        sa.Column("flagged", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_asked_attempt_id_attempt")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_asked_question_id_question")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_asked_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("attempt_id", "position", name=op.f("pk_asked")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO new_asked (attempt_id, position, question_id, revision_id, seed, points, "
        "answer, grade, score, answered_at, seconds, confidence, hints_used, skipped, flagged) "
        "SELECT attempt_id, position, question_id, revision_id, seed, points, "
        "answer, grade, score, answered_at, seconds, confidence, hints_used, skipped, flagged "
        "FROM asked ORDER BY 1, 2"
    )
    _put_in_place("asked")
    op.create_index(op.f("ix_asked_question_id"), "asked", ["question_id"], unique=False)


def _put_in_place(table: str) -> None:
    """Let `new_…` be the table of this name; foreign keys name it all the while, unchecked."""
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)
