"""A small pack to be spoilt, and what its check tells."""

from pathlib import Path

from quizapp.formats.native import check_pack

MANIFEST = """\
format: 1
id: aldsand
title: Aldsand
version: "1"
language: en
sections:
  - {id: tower, title: The tower}
"""
FACTS = """\
- id: built
  kind: date
  statement: It was built in 1842.
  section: tower
  date: "1842"
"""
QUESTIONS = """\
- id: built-date
  type: date
  stem: When was the lighthouse of Aldsand built?
  topic: date
  facts: [built]
  answer: "1842"
"""


def write(
    folder: Path, manifest: str = MANIFEST, facts: str = FACTS, questions: str = QUESTIONS
) -> Path:
    (folder / "questions").mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(manifest, encoding="utf-8")
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    (folder / "questions" / "dates.yaml").write_text(questions, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in check_pack(folder).errors]
