"""Right and wrong answers to any question, for whoever plays a learner."""

from typing import Any

from quizapp.questions import (
    AnyAnswer,
    AnyQuestion,
    ClozeAnswer,
    DateAnswer,
    EssayAnswer,
    HotspotAnswer,
    MatchingAnswer,
    MultipleChoiceAnswer,
    NumericAnswer,
    OrderingAnswer,
    ShortTextAnswer,
    SingleChoiceAnswer,
    TrueFalseAnswer,
    type_name,
)


def right_answer(question: AnyQuestion) -> AnyAnswer:
    """The answer that the author means."""
    asked: Any = question
    match type_name(question):
        case "single_choice":
            return SingleChoiceAnswer(option=asked.key)
        case "multiple_choice":
            right = [place for place, option in enumerate(asked.options) if option.right]
            return MultipleChoiceAnswer(options=tuple(right))
        case "true_false":
            return TrueFalseAnswer(value=asked.answer)
        case "ordering":
            return OrderingAnswer(items=tuple(range(len(asked.items))))
        case "matching":
            choices = asked.choices()
            return MatchingAnswer(choices=tuple(choices.index(pair.right) for pair in asked.pairs))
        case "cloze":
            return ClozeAnswer(gaps=tuple(gap.key_text() for gap in asked.gaps))
        case "hotspot":
            right = [place for place, region in enumerate(asked.regions) if region.right]
            return HotspotAnswer(marks=tuple(asked.point_in(place) for place in right))
        case "essay":
            points = tuple(criterion.points for criterion in asked.rubric)
            return EssayAnswer(text="The Harbour Office has kept it since 1842.", judged=points)
    read: AnyAnswer = asked.read_answer(asked.key_text(), asked.layout(1))
    return read


def wrong_answer(question: AnyQuestion) -> AnyAnswer:
    """An answer worth nothing, or little where a type gives credit for a part."""
    asked: Any = question
    match type_name(question):
        case "single_choice":
            return SingleChoiceAnswer(option=(asked.key + 1) % len(asked.options))
        case "multiple_choice":
            wrong = [place for place, option in enumerate(asked.options) if not option.right]
            return MultipleChoiceAnswer(options=tuple(wrong))
        case "true_false":
            return TrueFalseAnswer(value=not asked.answer)
        case "ordering":
            return OrderingAnswer(items=tuple(reversed(range(len(asked.items)))))
        case "matching":
            choices = [asked.choices().index(pair.right) for pair in asked.pairs]
            return MatchingAnswer(choices=(*choices[1:], choices[0]))
        case "cloze":
            return ClozeAnswer(gaps=tuple("1066" for _ in asked.gaps))
        case "hotspot":
            wrong = [place for place, region in enumerate(asked.regions) if not region.right]
            marks = tuple(asked.point_in(place) for place in wrong) or ((0.0, 0.0),)
            return HotspotAnswer(marks=marks[: asked.mark_count])
        case "essay":
            return EssayAnswer(text="To be seen.", judged=(0.0,) * len(asked.rubric))
    return _wrong_text(question)


def _wrong_text(question: AnyQuestion) -> AnyAnswer:
    match type_name(question):
        case "numeric":
            return NumericAnswer(text="1066")
        case "date":
            return DateAnswer(text="1066")
    return ShortTextAnswer(text="The lighthouse")
