"""What this program is, and whose work is in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp import __version__
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.headings import BodyText, PageTitle, SectionTitle


class AboutPage(Page):
    """Name, version, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("About")
        column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        column.body.addWidget(PageTitle(tr("quizapp {version}").format(version=__version__)))
        for title, text in (
            (
                tr("What it is for"),
                tr(
                    "It helps you learn what an article says: its dates, figures and "
                    "institutions. Every question is tied to a fact and its source."
                ),
            ),
            (
                tr("Whose work is in it"),
                tr(
                    "The program is under the MIT licence. The bundled pack is under CC BY-SA 4.0, "
                    "after the Wikipedia article it names. Type: Inter and Noto Sans Hebrew, under "
                    "the SIL Open Font License. Icons: Lucide, under the ISC licence."
                ),
            ),
            (
                tr("Your data"),
                tr("Nothing leaves this computer. Settings shows where the library is."),
            ),
        ):
            card = Card()
            card.body.addWidget(SectionTitle(title))
            card.body.addWidget(BodyText(text))
            column.body.addWidget(card)
        column.body.addStretch(1)
