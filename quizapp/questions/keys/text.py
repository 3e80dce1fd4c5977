"""The key of a typed answer: the forms that are accepted, and what is forgiven."""

from collections.abc import Iterator

from quizapp.questions.base import Problem, Record, share_problems, text_problems
from quizapp.translation import tr
from quizapp.values.folding import MAX_ANSWER_LENGTH, fold, is_too_long

MAX_TYPOS = 2
LETTERS_PER_TYPO = 4


class AcceptedForm(Record, frozen=True, kw_only=True):
    """One accepted answer. `credit` is 0…1."""

    text: str
    credit: float = 1
    feedback: str = ""


class TextKey(Record, frozen=True, kw_only=True):
    """Accepted forms, the best first.

    A typo (a letter more, less, other or swapped) is forgiven per four letters, at most `typos`,
    never in a digit, and never where the result is one of `reject` or nearer to one of them.
    """

    accept: tuple[str | AcceptedForm, ...]
    reject: tuple[str, ...] = ()
    typos: int = 1
    case_matters: bool = False
    accents_matter: bool = False
    punctuation_matters: bool = False

    def forms(self) -> tuple[AcceptedForm, ...]:
        """The accepted forms, each with its credit."""
        return tuple(
            AcceptedForm(text=form) if isinstance(form, str) else form for form in self.accept
        )

    def key_text(self) -> str:
        """The answer to show as the right one."""
        return self.forms()[0].text

    def match(self, text: str) -> AcceptedForm | None:
        """The form that `text` comes to, the one with the most credit; None for a wrong answer."""
        given = self._folded(text)
        if not given or is_too_long(text):
            return None
        rejected = [self._folded(form) for form in self.reject]
        exact = [form for form in self.forms() if self._folded(form.text) == given]
        if exact:
            return max(exact, key=lambda form: form.credit)
        if given in rejected:
            return None
        nearest = min((_typos(given, form, MAX_TYPOS) for form in rejected), default=MAX_TYPOS + 1)
        near = [
            form for form in self.forms() if self._forgives(given, self._folded(form.text), nearest)
        ]
        return max(near, key=lambda form: form.credit, default=None)

    def _forgives(self, given: str, form: str, nearest_rejected: int) -> bool:
        allowed = min(self.typos, len(form) // LETTERS_PER_TYPO)
        typos = _typos(given, form, allowed)
        return typos <= allowed and typos < nearest_rejected and _digits(given) == _digits(form)

    def _folded(self, text: str) -> str:
        return fold(
            text[: MAX_ANSWER_LENGTH + 1],
            case_matters=self.case_matters,
            accents_matter=self.accents_matter,
            punctuation_matters=self.punctuation_matters,
        )

    def key_problems(self, at: str = "") -> Iterator[Problem]:
        """What the author has to mend; `at` is put before the names of fields."""
        if not self.accept:
            yield Problem(f"{at}accept", tr("No answer is accepted."), tr("Give one at least."))
        for place, form in enumerate(self.forms()):
            field = f"{at}accept[{place}]"
            yield from text_problems(field, form.text, MAX_ANSWER_LENGTH)
            yield from share_problems(field, form.credit)
            if form.text.strip() and not self._folded(form.text):
                yield Problem(
                    field,
                    tr("Nothing is left of this form when punctuation is forgiven."),
                    tr("Set punctuation_matters: true."),
                )
        accepted = {self._folded(form.text) for form in self.forms()}
        for place, rejected in enumerate(self.reject):
            if self._folded(rejected) in accepted:
                yield Problem(
                    f"{at}reject[{place}]",
                    tr("“{text}” is both accepted and rejected.").format(text=rejected),
                    tr("Take it out of one of the two lists."),
                )
        if not 0 <= self.typos <= MAX_TYPOS:
            yield Problem(
                f"{at}typos",
                tr("{n} typos are forgiven.").format(n=self.typos),
                tr("Give 0 to {n}.").format(n=MAX_TYPOS),
            )


def _typos(first: str, second: str, limit: int) -> int:
    """How many letters lie between two texts, counted up to `limit` + 1."""
    # rapidfuzz takes 30 ms to import, and a misspelled answer is the first to need it.
    from rapidfuzz.distance import OSA

    return int(OSA.distance(first, second, score_cutoff=limit))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
