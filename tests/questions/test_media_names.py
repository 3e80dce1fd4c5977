"""Which images a question shows."""

from quizapp.questions import media_names
from quizapp.questions.base import Feedback
from quizapp.questions.hotspot import Hotspot, Region
from quizapp.questions.keys.options import Option
from quizapp.questions.single_choice import SingleChoice
from tests.samples import sample_questions


def test_every_text_of_a_question_may_show_an_image() -> None:
    question = SingleChoice(
        id="q",
        stem="Which? ![the map](media/map.png) ![the map](media/map.png)",
        topic="place",
        facts=("f",),
        options=(
            Option(text="![a](media/a.png)", right=True),
            Option(text="b", feedback="![b](media/b.jpg)"),
        ),
        hints=("![hint](media/hint.gif)",),
        explanation="![why](media/why.webp)",
        feedback=Feedback(wrong="![wrong](media/wrong.png)"),
    )
    names = media_names(question)
    assert sorted(names) == [
        "media/a.png",
        "media/b.jpg",
        "media/hint.gif",
        "media/map.png",
        "media/why.webp",
        "media/wrong.png",
    ]


def test_the_image_of_a_hotspot_comes_first_and_once() -> None:
    question = Hotspot(
        id="q",
        stem="![again](media/map.png) ![more](media/more.png)",
        topic="place",
        facts=("f",),
        image="media/map.png",
        image_alt="A map",
        regions=(Region(label="a", rectangle=(0, 0, 1, 1), right=True),),
    )
    assert media_names(question) == ("media/map.png", "media/more.png")


def test_most_questions_show_none() -> None:
    named = {question.id: media_names(question) for question in sample_questions()}
    assert {key for key, names in named.items() if names} == {"lamp-place"}
