"""The fields of a question as their authors call them, in words."""

from quizapp.translation import tr


def field_word(field: str) -> str:
    """A field of an entry, as a heading; one we do not know stays as it is."""
    words = {
        "stem": tr("Question"),
        "topic": tr("Topic"),
        "difficulty": tr("Difficulty"),
        "points": tr("Points"),
        "tags": tr("Tags"),
        "facts": tr("Facts"),
        "hints": tr("Hints"),
        "feedback": tr("Feedback"),
        "explanation": tr("Explanation"),
        "as_of": tr("As of"),
        "options": tr("Options"),
        "keep_order": tr("Order of the options is kept"),
        "scoring": tr("Scoring"),
        "answer": tr("Answer"),
        "accept": tr("Accepted answers"),
        "reject": tr("Rejected answers"),
        "case_matters": tr("Capital letters matter"),
        "accents_matter": tr("Accents matter"),
        "punctuation_matters": tr("Punctuation matters"),
        "typos": tr("Typos"),
        "tolerance": tr("Tolerance"),
        "bands": tr("Credit for answers nearby"),
        "unit": tr("Unit"),
        "other_units": tr("Other units"),
        "unit_needed": tr("The unit must be given"),
        "ask": tr("What is asked for"),
        "year_credit": tr("Credit for the right year"),
        "month_credit": tr("Credit for the right month"),
        "within_years": tr("Years it may be off"),
        "items": tr("Items"),
        "pairs": tr("Pairs"),
        "distractors": tr("Distractors"),
        "text": tr("Text with gaps"),
        "gaps": tr("Gaps"),
        "image": tr("Image"),
        "image_alt": tr("What the image shows"),
        "regions": tr("Regions"),
        "rubric": tr("Rubric"),
        "id": tr("Short name"),
        "type": tr("Kind of question"),
    }
    return words.get(field, field)
