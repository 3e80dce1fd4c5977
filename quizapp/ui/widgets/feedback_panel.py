"""What meets an answer: the verdict, the right answer, why, and the evidence."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions.base import Verdict
from quizapp.services.values import Feedback
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.widgets.evidence_card import EvidenceCard
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.part_rows import PartRows
from quizapp.ui.widgets.verdict_banner import VerdictBanner
from quizapp.ui.words import percent_words


class FeedbackPanel(QWidget):
    """Shows one `Feedback`; without `shows_answers` the answers are marked elsewhere on the page.

    The given answer stands beside the right one where they differ.
    """

    def __init__(
        self,
        feedback: Feedback,
        parent: QWidget | None = None,
        *,
        shows_answers: bool = True,
        media: Media = NO_MEDIA,
    ) -> None:
        super().__init__(parent)
        self._first_card: EvidenceCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grade = feedback.grade
        given = feedback.given if shows_answers else ""
        key = feedback.key if shows_answers and feedback.given != feedback.key else ""
        share = percent_words(grade.score) if grade.verdict is Verdict.PARTLY else ""
        banner = VerdictBanner(
            grade.verdict, given, key, share, media=media, is_written=feedback.is_written
        )
        for said in grade.feedback:
            banner.say(said)
        column.addWidget(banner)
        if feedback.is_written and shows_answers and grade.parts:
            column.addWidget(PartRows(grade.parts))
        if feedback.explanation:
            column.addWidget(MarkdownView(feedback.explanation, media=media))
        for evidence in feedback.evidence:
            card = EvidenceCard(evidence, media=media)
            column.addWidget(card)
            self._first_card = self._first_card or card

    def height_of_gist(self) -> int:
        """The height of the verdict and its reason; the evidence is below."""
        return self._first_card.geometry().top() if self._first_card else self.height()
