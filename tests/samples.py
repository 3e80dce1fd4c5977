"""A small pack of our own with a question of each type, and answers to it."""

from datetime import UTC, datetime

from quizapp.facts import DateFact, FigureFact, InstitutionFact
from quizapp.packs import FORMAT, Article, Manifest, Pack, Reference, Section
from quizapp.questions import (
    AnyQuestion,
    Cloze,
    Date,
    Essay,
    Hotspot,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from quizapp.questions.cloze import ChoiceGap, DateGap, NumericGap, TextGap
from quizapp.questions.essay import Criterion
from quizapp.questions.hotspot import Region
from quizapp.questions.keys.options import Option
from quizapp.questions.matching import Pair
from tests.images import lighthouse

IMAGE = "media/lighthouse.png"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def options(*texts: str, right: tuple[int, ...] = (0,)) -> tuple[Option, ...]:
    """Options of which those at `right` are right."""
    return tuple(Option(text=text, right=place in right) for place, text in enumerate(texts))


def sample_questions() -> tuple[AnyQuestion, ...]:
    """One sound question of each type on the lighthouse."""
    return (
        SingleChoice(
            id="built-choice",
            stem="In which year was the lighthouse of Aldsand built?",
            topic="date",
            facts=("built",),
            options=options("1811", "1842", "1907", right=(1,)),
            keep_order=True,
            hints=("It was before the railway came.",),
            explanation="The tower was finished in 1842.",
        ),
        MultipleChoice(
            id="rooms",
            stem="Which rooms does the lighthouse of Aldsand have?",
            topic="institution",
            facts=("keeper",),
            options=options("Lamp room", "Watch room", "Ballroom", "Stable", right=(0, 1)),
        ),
        TrueFalse(
            id="tallest",
            stem="The lighthouse of Aldsand is 31 metres high.",
            topic="figure",
            facts=("height",),
            answer=True,
        ),
        ShortText(
            id="keeper-name",
            stem="Which office keeps the lighthouse of Aldsand?",
            topic="institution",
            facts=("keeper",),
            accept=("Harbour Office", "Port Office"),
            reject=("Harbour Police",),
        ),
        Numeric(
            id="height-number",
            stem="How many metres high is the lighthouse of Aldsand?",
            topic="figure",
            facts=("height",),
            answer=31,
            unit="metres",
        ),
        Date(
            id="built-month",
            stem="In which month and year was the lighthouse of Aldsand built?",
            topic="date",
            facts=("built",),
            answer="1842-05",
        ),
        Ordering(
            id="course",
            stem="Put these into the order in which they happened.",
            topic="date",
            facts=("built",),
            items=("Tower built", "Lamp electrified", "Keeper retired", "Museum opened"),
        ),
        Matching(
            id="pairs",
            stem="Match each part of the tower with its number.",
            topic="figure",
            facts=("height",),
            pairs=(Pair(left="Steps", right="166"), Pair(left="Windows", right="9")),
            distractors=("31",),
        ),
        Cloze(
            id="gaps",
            stem="Fill the gaps on the lighthouse of Aldsand.",
            topic="date",
            facts=("built", "height", "keeper"),
            text="The {{1}} has kept the {{2}} tower of {{3}} m since {{4}}.",
            gaps=(
                TextGap(accept=("Harbour Office",)),
                ChoiceGap(options=("white", "red"), answer="white"),
                NumericGap(answer=31),
                DateGap(answer="1842"),
            ),
        ),
        Hotspot(
            id="lamp-place",
            stem="Where on the lighthouse of Aldsand is the lamp?",
            topic="place",
            facts=("height",),
            image=IMAGE,
            image_alt="A white and red tower between sky and sea",
            regions=(
                Region(label="The top", rectangle=(0.4, 0.08, 0.2, 0.16), right=True),
                Region(
                    label="The middle",
                    ellipse=(0.4, 0.4, 0.2, 0.2),
                    feedback="The watch room is there.",
                ),
                Region(label="The sea", polygon=((0.0, 0.8), (0.4, 0.8), (0.4, 1.0), (0.0, 1.0))),
            ),
        ),
        Essay(
            id="why-built",
            stem="Why was the lighthouse of Aldsand built, and who keeps it?",
            topic="institution",
            facts=("built", "keeper"),
            rubric=(
                Criterion(text="Names the year 1842", points=1.0),
                Criterion(text="Names the Harbour Office", points=2.0),
            ),
            model_answer="After wrecks it was built in **1842**; the Harbour Office keeps it.",
            min_words=10,
            max_words=100,
        ),
    )


def sample_pack(questions: tuple[AnyQuestion, ...] | None = None, version: str = "1.0.0") -> Pack:
    """The pack, with other questions where they are given."""
    return Pack(
        manifest=Manifest(
            format=FORMAT,
            id="aldsand",
            title="The lighthouse of Aldsand",
            version=version,
            language="en",
            article=Article(title="Aldsand"),
            sections=(Section(id="tower", title="The tower"),),
            references=(Reference(id="1", text="Harbour almanac, 1843"),),
        ),
        facts=(
            DateFact(
                id="built",
                statement="The lighthouse was built in May 1842.",
                section="tower",
                references=("1",),
                date="1842-05",
            ),
            FigureFact(
                id="height",
                statement="The tower is 31 metres high.",
                section="tower",
                number=31,
                unit="metres",
                counts="height of the tower",
            ),
            InstitutionFact(
                id="keeper",
                statement="The Harbour Office keeps it.",
                section="tower",
                name="Harbour Office",
                institution_kind="office",
            ),
        ),
        questions=sample_questions() if questions is None else questions,
        media={IMAGE: lighthouse()},
    )
