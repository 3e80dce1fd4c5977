"""Packs have a place and images, questions tags, drafts and words to be found by."""

import json
import re
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BATCH = 2_000
_UNSHOWN = re.compile("[\0\2\3]")


def upgrade() -> None:
    op.add_column("pack", sa.Column("origin", sa.Text(), server_default="library", nullable=False))
    op.add_column("pack", sa.Column("folder", sa.Text(), server_default="", nullable=False))
    op.create_index(
        "ix_question_retired",
        "question",
        ["pack_id"],
        sqlite_where=sa.text("retired_at IS NOT NULL"),
    )
    _make_media()
    _make_advice()
    _make_draft()
    _make_question_tag()
    _make_listing()
    _fill()
    op.drop_column("revision", "text")


def _make_media() -> None:
    op.create_table(
        "media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("hash", name=op.f("uq_media_hash")),
    )
    for owner in ("pack", "revision"):
        table = f"{owner}_media"
        op.create_table(
            table,
            sa.Column(f"{owner}_id", sa.Integer(), nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.Column("media_id", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(
                [f"{owner}_id"], [f"{owner}.id"], name=op.f(f"fk_{table}_{owner}_id_{owner}")
            ),
            sa.ForeignKeyConstraint(
                ["media_id"], ["media.id"], name=op.f(f"fk_{table}_media_id_media")
            ),
            sa.PrimaryKeyConstraint(f"{owner}_id", "name", name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
        op.create_index(op.f(f"ix_{table}_media_id"), table, ["media_id"], unique=False)


def _make_advice() -> None:
    op.create_table(
        "revision_advice",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_revision_advice_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("revision_id", name=op.f("pk_revision_advice")),
    )
    op.create_index(
        "ix_revision_advice_some",
        "revision_advice",
        ["revision_id"],
        sqlite_where=sa.text("count > 0"),
    )


def _make_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["pack.id"], name=op.f("fk_draft_pack_id_pack")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_draft_question_id_question")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_draft_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_question_id"), "draft", ["question_id"], unique=False)


def _make_question_tag() -> None:
    op.create_table(
        "question_tag",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_tag_question_id_question")
        ),
        sa.PrimaryKeyConstraint("question_id", "key", name=op.f("pk_question_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_question_tag_key"), "question_tag", ["key"], unique=False)


def _make_listing() -> None:
    op.create_table(
        "listing",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_listing_question_id_question")
        ),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_listing")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE question_words USING fts5(stem, words, content='listing', "
        "content_rowid='question_id', tokenize='unicode61 remove_diacritics 2')"
    )


def _fill() -> None:
    """Tags and words of every question, from its current revision."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT question.id, made_at, body, text FROM question "
        "JOIN revision ON revision.id = question.revision ORDER BY question.id"
    )
    for batch in _partitions(rows):
        questions = [
            (number, made_at, json.loads(body), text) for number, made_at, body, text in batch
        ]
        tags = [
            (number, key, tag)
            for number, _, question, _ in questions
            for key, tag in {
                tag.casefold(): tag for tag in reversed(question.get("tags", []))
            }.items()
        ]
        if tags:
            connection.exec_driver_sql("INSERT INTO question_tag VALUES (?, ?, ?)", tags)
        connection.exec_driver_sql(
            "INSERT INTO listing VALUES (?, ?, ?, ?)",
            [
                (number, made_at, _stem(question), _words(question, text))
                for number, made_at, question, text in questions
            ],
        )
    connection.exec_driver_sql("INSERT INTO question_words (question_words) VALUES ('rebuild')")


def _partitions(rows: sa.CursorResult[Any]) -> Iterator[list[Any]]:
    while batch := rows.fetchmany(BATCH):
        yield list(batch)


def _stem(question: dict[str, Any]) -> str:
    return " ".join(_UNSHOWN.sub("", question["stem"]).split())


def _words(question: dict[str, Any], text: str) -> str:
    """What is searched beside the stem, with which the text for search began."""
    rest = text.removeprefix(question["stem"])
    parts = [rest, question.get("explanation", ""), *question.get("tags", [])]
    return _UNSHOWN.sub("", "\n".join(parts).strip())
