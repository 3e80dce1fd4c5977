"""Any number of right options."""

from collections.abc import Iterator
from typing import Literal

from quizapp.questions.base import (
    Answer,
    Grade,
    Layout,
    PartResult,
    Problem,
    Question,
    common_problems,
    lettered,
    lettered_parts,
    make_grade,
    read_letters,
)
from quizapp.questions.keys.options import Option, option_problems, options_layout
from quizapp.translation import tr


class MultipleChoiceAnswer(Answer, frozen=True, kw_only=True, tag="multiple_choice"):
    """The authored places of the chosen options, ascending."""

    options: tuple[int, ...]


class MultipleChoice(Question, frozen=True, kw_only=True, tag="multiple_choice"):
    """`scoring`: all or nothing; share of right ones minus share of wrong ones; or weights."""

    options: tuple[Option, ...]
    keep_order: bool = False
    scoring: Literal["all_or_nothing", "right_minus_wrong", "weights"] = "right_minus_wrong"

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from option_problems(self.options)
        right = sum(option.right for option in self.options)
        if not 1 <= right < len(self.options):
            yield Problem(
                "options",
                tr("{n} of {count} options are marked as right.").format(
                    n=right, count=len(self.options)
                ),
                tr("Mark one at least, and leave one wrong."),
            )
        weights = sum(option.weight for option in self.options if option.right)
        if self.scoring == "weights" and abs(weights - 1) > 0.01:
            yield Problem(
                "options",
                tr("The weights of the right options add up to {sum:g}.").format(sum=weights),
                tr("Make them add up to 1."),
            )

        for place, option in enumerate(self.options):
            if self.scoring == "weights" and not option.right and option.weight >= 0:
                yield Problem(
                    f"options[{place}].weight",
                    tr("Choosing this wrong option costs nothing."),
                    tr("Give it a weight below 0."),
                )

    def layout(self, seed: int) -> Layout:
        """The order of the options."""
        return options_layout(self.options, keep_order=self.keep_order, seed=seed)

    def grade(self, answer: MultipleChoiceAnswer) -> Grade:
        """By `scoring`, held to 0…1; a part for each option says whether it was judged rightly."""
        chosen = {place for place in answer.options if 0 <= place < len(self.options)}
        key = {place for place, option in enumerate(self.options) if option.right}
        return make_grade(
            self,
            self._score(chosen, key),
            parts=[self._part(place, chosen) for place in range(len(self.options))],
            feedback=[self.options[place].feedback for place in sorted(chosen)],
        )

    def _score(self, chosen: set[int], key: set[int]) -> float:
        if self.scoring == "all_or_nothing":
            return float(chosen == key)
        if self.scoring == "weights":
            # Weights such as 0.3333 three times must still come to the full score.
            exactly = chosen == key
            return 1.0 if exactly else sum(self.options[place].weight for place in chosen)
        wrong = len(self.options) - len(key)
        return len(chosen & key) / len(key) - len(chosen - key) / wrong

    def _part(self, place: int, chosen: set[int]) -> PartResult:
        option = self.options[place]
        words = {True: tr("chosen"), False: tr("not chosen")}
        return PartResult(
            label=option.text,
            given=words[place in chosen],
            expected=words[option.right],
            score=float((place in chosen) == option.right),
        )

    def key_text(self) -> str:
        """The texts of the right options."""
        return self._texts([n for n, option in enumerate(self.options) if option.right])

    def answer_text(self, answer: MultipleChoiceAnswer) -> str:
        """The texts of the chosen options."""
        return self._texts(answer.options)

    def _texts(self, places: tuple[int, ...] | list[int]) -> str:
        return "; ".join(self.options[n].text for n in places if 0 <= n < len(self.options))

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type the letters of all right answers, such as a,c")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """The options with their letters."""
        return lettered([self.options[place].text for place in layout[0]])

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """The options."""
        return {"options": lettered_parts([self.options[place].text for place in layout[0]])}

    def read_answer(self, text: str, layout: Layout) -> MultipleChoiceAnswer:
        """From letters as shown, with commas between them."""
        positions = read_letters(text, len(self.options), ",")
        return MultipleChoiceAnswer(options=tuple(sorted(layout[0][n] for n in positions)))

    def search_text(self) -> str:
        """The stem and the options."""
        return "\n".join([self.stem, *(option.text for option in self.options)])
