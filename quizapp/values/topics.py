"""What a question is about."""

from typing import Literal

from quizapp.translation import tr

Topic = Literal["date", "figure", "institution", "person", "place"]
TOPICS: tuple[Topic, ...] = ("date", "figure", "institution", "person", "place")


def topic_word(topic: str) -> str:
    """A topic, as a heading; one we do not know stays as it is."""
    words = {
        "date": tr("Dates"),
        "figure": tr("Figures"),
        "institution": tr("Institutions"),
        "person": tr("People"),
        "place": tr("Places"),
    }
    return words.get(topic, topic)
