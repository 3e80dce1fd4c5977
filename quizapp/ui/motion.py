"""Motion: short, and none for people who asked for none."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QScrollBar

MILLISECONDS = 150
_REDUCED = "quizapp_reduced_motion"
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_FadeTooltip,
)


def reduce_motion(app: QApplication, *, is_reduced: bool) -> None:
    """Do without motion from now on, Qt's own included, or allow it again."""
    app.setProperty(_REDUCED, is_reduced)
    for effect in _EFFECTS:
        app.setEffectEnabled(effect, not is_reduced)


def is_reduced() -> bool:
    """Whether things should change at once."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_REDUCED))


def scroll_to(bar: QScrollBar, value: int) -> None:
    """Move a scroll bar to `value`, gently where motion is welcome."""
    for under_way in bar.findChildren(QPropertyAnimation):
        under_way.stop()
    if is_reduced() or not bar.isVisible():
        bar.setValue(value)
        return
    animation = QPropertyAnimation(bar, b"value", bar)
    animation.setDuration(MILLISECONDS)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.setStartValue(bar.value())
    animation.setEndValue(value)
    animation.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
