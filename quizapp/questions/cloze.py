"""A text with gaps, each to be chosen, or typed as words, number or date."""

import random
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from quizapp.errors import AnswerUnreadableError
from quizapp.questions.base import (
    MAX_CHOICES,
    Answer,
    Grade,
    Layout,
    PartResult,
    Problem,
    Question,
    Record,
    common_problems,
    count_problems,
    letter,
    lettered_parts,
    make_grade,
    read_letter,
    repeated_problems,
    shuffled,
    text_problems,
)
from quizapp.questions.keys.date import DateKey
from quizapp.questions.keys.number import NumberKey, Tolerance
from quizapp.questions.keys.text import AcceptedForm, TextKey
from quizapp.questions.keys.typed import read_date, read_number
from quizapp.translation import tr
from quizapp.values.folding import clean, is_too_long, storable

MAX_GAPS = 12
MAX_WEIGHT = 100
MARKER = re.compile(r"\{\{(\d{1,2})\}\}", re.ASCII)


class Gap(Record, frozen=True, kw_only=True, tag_field="kind"):
    """What every gap has: its weight against the other gaps."""

    weight: float = 1


class ChoiceGap(Gap, frozen=True, kw_only=True, tag="choice"):
    """A gap filled from a list; the given answer is the text of an option."""

    options: tuple[str, ...]
    answer: str
    keep_order: bool = False

    def key_text(self) -> str:
        """The right option."""
        return self.answer

    def credit(self, text: str) -> tuple[float, str]:
        """1 for the right option; no feedback."""
        return float(text == self.answer), ""

    def key_problems(self, at: str) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from count_problems(f"{at}options", len(self.options), 2, MAX_CHOICES)
        yield from repeated_problems(f"{at}options", self.options)
        if self.answer not in self.options:
            yield Problem(
                f"{at}answer",
                tr("“{text}” is not one of the options.").format(text=self.answer),
                tr("Write it as it stands in the list."),
            )


class TextGap(Gap, frozen=True, kw_only=True, tag="text"):
    """A gap for words; fields as in `TextKey`."""

    accept: tuple[str | AcceptedForm, ...]
    reject: tuple[str, ...] = ()
    typos: int = 1

    @property
    def key(self) -> TextKey:
        """What is accepted."""
        return TextKey(accept=self.accept, reject=self.reject, typos=self.typos)

    def key_text(self) -> str:
        """The first accepted form."""
        return self.key.key_text()

    def credit(self, text: str) -> tuple[float, str]:
        """What the words are worth, and what the author says to them."""
        form = self.key.match(text)
        return (form.credit, form.feedback) if form else (0.0, "")

    def key_problems(self, at: str) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from self.key.key_problems(at)


class NumericGap(Gap, frozen=True, kw_only=True, tag="numeric"):
    """A gap for a number; fields as in `NumberKey`."""

    answer: int | float
    tolerance: Tolerance = Tolerance()
    unit: str = ""

    @property
    def key(self) -> NumberKey:
        """What is accepted."""
        return NumberKey(answer=self.answer, tolerance=self.tolerance, unit=self.unit)

    def key_text(self) -> str:
        """The number with its unit."""
        return self.key.key_text()

    def credit(self, text: str) -> tuple[float, str]:
        """What the number is worth."""
        return self.key.match(text)

    def key_problems(self, at: str) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from self.key.key_problems(at)


class DateGap(Gap, frozen=True, kw_only=True, tag="date"):
    """A gap for a date; fields as in `DateKey`."""

    answer: str
    ask: Literal["", "year", "month", "day"] = ""

    @property
    def key(self) -> DateKey:
        """What is accepted."""
        return DateKey(answer=self.answer, ask=self.ask)

    def key_text(self) -> str:
        """The date in words."""
        return self.key.key_text()

    def credit(self, text: str) -> tuple[float, str]:
        """What the date is worth."""
        return self.key.match(text), ""

    def key_problems(self, at: str) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from self.key.key_problems(at)


AnyGap = ChoiceGap | TextGap | NumericGap | DateGap


class ClozeAnswer(Answer, frozen=True, kw_only=True, tag="cloze"):
    """For each gap what was typed, or the text of the chosen option; "" for an empty gap."""

    gaps: tuple[str, ...]

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "gaps", tuple(map(storable, self.gaps)))


class Cloze(Question, frozen=True, kw_only=True, tag="cloze"):
    """`text` holds `{{1}}`, `{{2}}` … where the gaps are, each once, in order."""

    text: str
    gaps: tuple[AnyGap, ...]

    def pieces(self) -> tuple[str, ...]:
        """The text before, between and after the gaps: one piece more than there are gaps."""
        return tuple(MARKER.split(self.text)[::2])

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from text_problems("text", self.text)
        yield from count_problems("gaps", len(self.gaps), 1, MAX_GAPS)
        wanted = [str(number) for number in range(1, len(self.gaps) + 1)]
        if MARKER.findall(self.text) != wanted:
            yield Problem(
                "text",
                tr(
                    "The gaps in the text are not {{{{1}}}} to {{{{{n}}}}}, each once, in order."
                ).format(n=len(self.gaps)),
                tr("Number them as they stand in the text, one for each entry of gaps."),
            )
        for place, gap in enumerate(self.gaps):
            yield from gap.key_problems(f"gaps[{place}].")
            if not 0 < gap.weight <= MAX_WEIGHT:
                yield Problem(
                    f"gaps[{place}].weight",
                    tr("The gap weighs {weight}.").format(weight=gap.weight),
                    tr("Give more than 0 and at most {most}.").format(most=MAX_WEIGHT),
                )

    def layout(self, seed: int) -> Layout:
        """For each gap the order of its options; empty for a typed one."""
        rng = random.Random(seed)
        return tuple(_gap_layout(gap, rng) for gap in self.gaps)

    def grade(self, answer: ClozeAnswer) -> Grade:
        """The weighted share of the gaps' credits."""
        given = [*answer.gaps[: len(self.gaps)]]
        given += [""] * (len(self.gaps) - len(given))
        earned = [gap.credit(text) for gap, text in zip(self.gaps, given, strict=True)]
        parts = [
            PartResult(
                label=tr("Gap {n}").format(n=place + 1),
                given=clean(text) if not is_too_long(text) else "…",
                expected=gap.key_text(),
                score=credit,
            )
            for place, (gap, text, (credit, _)) in enumerate(
                zip(self.gaps, given, earned, strict=True)
            )
        ]
        score = sum(gap.weight * credit for gap, (credit, _) in zip(self.gaps, earned, strict=True))
        total = sum(gap.weight for gap in self.gaps)
        said = [feedback for _, feedback in earned]
        return make_grade(self, score / total, parts=parts, feedback=said)

    def key_text(self) -> str:
        """The text with its gaps filled."""
        return self._filled([gap.key_text() for gap in self.gaps])

    def answer_text(self, answer: ClozeAnswer) -> str:
        """The text as filled."""
        return self._filled([clean(text) for text in answer.gaps])

    def _filled(self, texts: list[str]) -> str:
        words = [f"[{text or '…'}]" for text in texts[: len(self.gaps)]]
        words += ["[…]"] * (len(self.gaps) - len(words))
        pieces = self.pieces()
        return "".join(piece + word for piece, word in zip(pieces, [*words, ""], strict=True))

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type what goes into each gap, with semicolons between.")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """The text with numbered gaps, and the options of each gap that has some."""
        lines = [MARKER.sub(r"[\1: ____]", self.text)]
        for number, (gap, order) in enumerate(zip(self.gaps, layout, strict=True), start=1):
            if isinstance(gap, ChoiceGap):
                shown = [gap.options[place] for place in order]
                listed = "  ".join(f"{letter(n)}) {text}" for n, text in enumerate(shown))
                lines.append(f"[{number}] {listed}")
        return tuple(lines)

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """The text, and each gap with its options."""
        gaps: list[dict[str, object]] = []
        for number, (gap, order) in enumerate(zip(self.gaps, layout, strict=True), start=1):
            shown: dict[str, object] = {"number": number, "kind": str(gap.__struct_config__.tag)}
            if isinstance(gap, ChoiceGap):
                shown["options"] = lettered_parts([gap.options[place] for place in order])
            gaps.append(shown)
        return {"text": self.text, "gaps": gaps}

    def read_answer(self, text: str, layout: Layout) -> ClozeAnswer:
        """From one entry for each gap with semicolons between: a letter, or what goes in."""
        entries = [entry.strip() for entry in text.split(";")]
        if len(entries) != len(self.gaps) or not any(entries) or is_too_long(text):
            raise AnswerUnreadableError(
                tr("This fills {n} of {count} gaps.").format(
                    n=sum(map(bool, entries)), count=len(self.gaps)
                ),
                tr("Type one answer for each gap, with semicolons between them."),
            )
        filled = zip(self.gaps, entries, layout, strict=True)
        return ClozeAnswer(gaps=tuple(_read_gap(*each) for each in filled))

    def search_text(self) -> str:
        """The stem and the filled text."""
        return f"{self.stem}\n{self.key_text()}"


def _gap_layout(gap: AnyGap, rng: random.Random) -> tuple[int, ...]:
    if not isinstance(gap, ChoiceGap):
        return ()
    return tuple(range(len(gap.options))) if gap.keep_order else shuffled(len(gap.options), rng)


def _read_gap(gap: AnyGap, entry: str, order: tuple[int, ...]) -> str:
    if not entry or isinstance(gap, TextGap):
        return entry
    if isinstance(gap, NumericGap):
        return read_number(entry)
    if isinstance(gap, DateGap):
        return read_date(entry)
    folded = {option.casefold(): option for option in gap.options}
    chosen = folded.get(entry.casefold())
    return chosen or gap.options[order[read_letter(entry, len(gap.options))]]
