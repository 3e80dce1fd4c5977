"""What a pack that is about to come in is."""

from PySide6.QtWidgets import QWidget

from quizapp.services.authoring_values import ImportPreview
from quizapp.translation import tr, tr_n
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.fact_words import facts_words
from quizapp.ui.widgets.headings import BodyText, QuietText, SectionTitle
from quizapp.ui.widgets.language_choices import language_word
from quizapp.ui.words import listed, questions_words


class PreviewCard(Card):
    """Title, version, authors, licence and language, and how much is in it."""

    def __init__(self, preview: ImportPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(SectionTitle(preview.title))
        for words in _about(preview):
            self.body.addWidget(BodyText(words))
        self.body.addWidget(QuietText(preview.path))


def _about(preview: ImportPreview) -> list[str]:
    lines = [tr("Version {version}").format(version=preview.version)]
    if preview.authors:
        lines.append(tr("By {authors}").format(authors=listed(*preview.authors)))
    licence = preview.licence or tr("none named")
    lines.append(tr("Licence: {licence}").format(licence=licence))
    lines.append(tr("Language: {language}").format(language=language_word(preview.language)))
    questions = len(preview.new) + len(preview.changed) + preview.unchanged
    parts = [questions_words(questions), facts_words(preview.facts)]
    if preview.images:
        parts.append(tr_n("{n} image", "{n} images", preview.images))
    lines.append(listed(*parts))
    return lines
