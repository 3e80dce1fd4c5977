"""Writing a question that is answered with a number."""

from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import SwitchInput
from quizapp.ui.question_editors.parts.number_input import NumberInput
from quizapp.ui.question_editors.parts.other_units import OtherUnits
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.question_editors.parts.tolerance import BandList, ToleranceInput
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.flow_line import FlowLine


class NumericForm(QuestionForm):
    """The number with its unit, how far off still counts, and what is near it."""

    def add_own_fields(self) -> None:
        self.answer = NumberInput(tr("Answer"))
        self.unit = TextInput(tr("Unit"))
        self.add_field("answer", self.answer)
        self.add_field("unit", self.unit)
        self.column.addWidget(FlowLine(self.answer, self.unit))
        self.put("tolerance", ToleranceInput(tr("What counts as right")))
        self.put("bands", BandList(self.context))
        self.units = Disclosure(tr("Units"))
        for name, editor in (
            ("unit_needed", SwitchInput(tr("The unit must be typed too"))),
            ("other_units", OtherUnits()),
        ):
            self.add_field(name, editor)
            self.units.body.addWidget(editor)
        self.column.addWidget(self.units)
