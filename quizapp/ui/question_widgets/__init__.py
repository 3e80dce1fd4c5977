"""The widgets that questions are answered with: one line here for each type."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyQuestion
from quizapp.questions.base import Layout
from quizapp.questions.cloze import Cloze
from quizapp.questions.date import Date
from quizapp.questions.essay import Essay
from quizapp.questions.hotspot import Hotspot
from quizapp.questions.matching import Matching
from quizapp.questions.multiple_choice import MultipleChoice
from quizapp.questions.numeric import Numeric
from quizapp.questions.ordering import Ordering
from quizapp.questions.short_text import ShortText
from quizapp.questions.single_choice import SingleChoice
from quizapp.questions.true_false import TrueFalse
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.question_widgets.cloze import ClozeWidget
from quizapp.ui.question_widgets.date import DateWidget
from quizapp.ui.question_widgets.essay import EssayWidget
from quizapp.ui.question_widgets.hotspot import HotspotWidget
from quizapp.ui.question_widgets.matching import MatchingWidget
from quizapp.ui.question_widgets.multiple_choice import MultipleChoiceWidget
from quizapp.ui.question_widgets.numeric import NumericWidget
from quizapp.ui.question_widgets.ordering import OrderingWidget
from quizapp.ui.question_widgets.short_text import ShortTextWidget
from quizapp.ui.question_widgets.single_choice import SingleChoiceWidget
from quizapp.ui.question_widgets.true_false import TrueFalseWidget

_WIDGETS: dict[type[AnyQuestion], Any] = {
    SingleChoice: SingleChoiceWidget,
    MultipleChoice: MultipleChoiceWidget,
    TrueFalse: TrueFalseWidget,
    ShortText: ShortTextWidget,
    Numeric: NumericWidget,
    Date: DateWidget,
    Ordering: OrderingWidget,
    Matching: MatchingWidget,
    Cloze: ClozeWidget,
    Hotspot: HotspotWidget,
    Essay: EssayWidget,
}


def make_question_widget(
    question: AnyQuestion,
    layout: Layout,
    media: Media = NO_MEDIA,
    parent: QWidget | None = None,
) -> QuestionWidget[Any]:
    """The place to answer `question`, its lists in the order of `layout`, with its images."""
    return cast("QuestionWidget[Any]", _WIDGETS[type(question)](question, layout, media, parent))
