"""An answer of a few typed words."""

from collections.abc import Iterator

from quizapp.questions.base import (
    Grade,
    Layout,
    Problem,
    Question,
    common_problems,
    make_grade,
)
from quizapp.questions.keys.text import AcceptedForm, TextKey
from quizapp.questions.keys.typed import TypedAnswer, read_typed
from quizapp.values.folding import clean


class ShortTextAnswer(TypedAnswer, frozen=True, kw_only=True, tag="short_text"):
    """As typed."""


class ShortText(Question, frozen=True, kw_only=True, tag="short_text"):
    """The fields of a `TextKey` (see there) stand in the question itself."""

    accept: tuple[str | AcceptedForm, ...]
    reject: tuple[str, ...] = ()
    typos: int = 1
    case_matters: bool = False
    accents_matter: bool = False
    punctuation_matters: bool = False

    @property
    def key(self) -> TextKey:
        """What is accepted."""
        return TextKey(
            accept=self.accept,
            reject=self.reject,
            typos=self.typos,
            case_matters=self.case_matters,
            accents_matter=self.accents_matter,
            punctuation_matters=self.punctuation_matters,
        )

    def problems(self) -> Iterator[Problem]:
        """What the author has to mend."""
        yield from common_problems(self)
        yield from self.key.key_problems()

    def layout(self, seed: int) -> Layout:
        """Nothing to order."""
        del seed
        return ()

    def grade(self, answer: ShortTextAnswer) -> Grade:
        """The credit of the accepted form that the answer comes to."""
        form = self.key.match(answer.text)
        if form is None:
            return make_grade(self, 0)
        return make_grade(self, form.credit, feedback=[form.feedback])

    def key_text(self) -> str:
        """The first accepted form."""
        return self.key.key_text()

    def answer_text(self, answer: ShortTextAnswer) -> str:
        """As typed, without what cannot be seen."""
        return clean(answer.text)

    def prompt(self, layout: Layout) -> tuple[str, ...]:
        """Nothing but the stem."""
        del layout
        return ()

    def read_answer(self, text: str, layout: Layout) -> ShortTextAnswer:
        """As typed."""
        del layout
        return ShortTextAnswer(text=read_typed(text))

    def search_text(self) -> str:
        """The stem and the accepted forms."""
        return "\n".join([self.stem, *(form.text for form in self.key.forms())])
