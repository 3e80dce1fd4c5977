"""What meets an answer: the verdict, the right answer, why, and the evidence."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.services.values import Feedback
from quizapp.translation import tr
from quizapp.ui.widgets.evidence_card import EvidenceCard
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.verdict_banner import VerdictBanner


class FeedbackPanel(QWidget):
    """Shows one `Feedback`; the given answer stands beside the right one where they differ."""

    def __init__(self, feedback: Feedback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grade = feedback.grade
        note = "\n\n".join(grade.feedback)
        key = "" if feedback.given == feedback.key else feedback.key
        column.addWidget(VerdictBanner(grade.verdict, feedback.given, key, note))
        if feedback.explanation:
            column.addWidget(MarkdownView(feedback.explanation))
        for evidence in feedback.evidence:
            reference = "; ".join(evidence.references)
            if evidence.attributed_to:
                said = tr("Claim of {who}").format(who=evidence.attributed_to)
                reference = f"{said} · {reference}" if reference else said
            column.addWidget(
                EvidenceCard(evidence.statement, evidence.section, reference, evidence.as_of_text())
            )
