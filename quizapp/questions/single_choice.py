"""One right option among several."""

from collections.abc import Iterator

from quizapp.questions.base import (
    Answer,
    Grade,
    Layout,
    Problem,
    Question,
    common_problems,
    lettered,
    lettered_parts,
    make_grade,
    read_letter,
)
from quizapp.questions.keys.options import Option, option_problems, options_layout
from quizapp.translation import tr


class SingleChoiceAnswer(Answer, frozen=True, kw_only=True, tag="single_choice"):
    """The authored place of the chosen option."""

    option: int


class SingleChoice(Question, frozen=True, kw_only=True, tag="single_choice"):
    """`keep_order` shows the options as listed: for dates and numbers, listed in their order."""

    options: tuple[Option, ...]
    keep_order: bool = False

    @property
    def key(self) -> int:
        """The place of the right option."""
        return next(place for place, option in enumerate(self.options) if option.right)

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from option_problems(self.options)
        right = sum(option.right for option in self.options)
        if right != 1:
            yield Problem(
                "options",
                tr("{n} options are marked as right.").format(n=right),
                tr("Mark exactly one as right."),
            )

    def layout(self, seed: int) -> Layout:
        """The order of the options."""
        return options_layout(self.options, keep_order=self.keep_order, seed=seed)

    def grade(self, answer: SingleChoiceAnswer) -> Grade:
        """1 for the key, its credit for another option."""
        if not 0 <= answer.option < len(self.options):
            return make_grade(self, 0)
        chosen = self.options[answer.option]
        return make_grade(self, 1 if chosen.right else chosen.credit, feedback=[chosen.feedback])

    def key_text(self) -> str:
        """The text of the right option."""
        return self.options[self.key].text

    def answer_text(self, answer: SingleChoiceAnswer) -> str:
        """The text of the chosen option."""
        known = 0 <= answer.option < len(self.options)
        return self.options[answer.option].text if known else ""

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type the letter of the right answer.")

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """The options with their letters."""
        return lettered([self.options[place].text for place in layout[0]])

    def shown_parts(self, layout: Layout) -> dict[str, object]:
        """The options."""
        return {"options": lettered_parts([self.options[place].text for place in layout[0]])}

    def read_answer(self, text: str, layout: Layout) -> SingleChoiceAnswer:
        """From a letter as shown."""
        return SingleChoiceAnswer(option=layout[0][read_letter(text, len(self.options))])

    def search_text(self) -> str:
        """The stem and the options."""
        return "\n".join([self.stem, *(option.text for option in self.options)])
