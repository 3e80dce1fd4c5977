"""The forms that questions are written with: one line here for each type."""

from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.cloze import ClozeForm
from quizapp.ui.question_editors.date import DateForm
from quizapp.ui.question_editors.essay import EssayForm
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.hotspot import HotspotForm
from quizapp.ui.question_editors.matching import MatchingForm
from quizapp.ui.question_editors.multiple_choice import MultipleChoiceForm
from quizapp.ui.question_editors.numeric import NumericForm
from quizapp.ui.question_editors.ordering import OrderingForm
from quizapp.ui.question_editors.short_text import ShortTextForm
from quizapp.ui.question_editors.single_choice import SingleChoiceForm
from quizapp.ui.question_editors.true_false import TrueFalseForm

__all__ = ["FormContext", "QuestionForm", "make_form"]

_FORMS: dict[str, type[QuestionForm]] = {
    "single_choice": SingleChoiceForm,
    "multiple_choice": MultipleChoiceForm,
    "true_false": TrueFalseForm,
    "short_text": ShortTextForm,
    "numeric": NumericForm,
    "date": DateForm,
    "ordering": OrderingForm,
    "matching": MatchingForm,
    "cloze": ClozeForm,
    "hotspot": HotspotForm,
    "essay": EssayForm,
}


def make_form(type_name: str, context: FormContext) -> QuestionForm:
    """The form for questions of a type; for an unknown one, the fields that all types have."""
    return _FORMS.get(type_name, QuestionForm)(context)
