"""Undo and redo for an editor that writes an entry: each state is the whole entry."""

from typing import Any

import msgspec

Entry = dict[str, Any]

MAX_STATES = 500
SECONDS_TO_JOIN = 1.0
"""Changes to one field that follow each other as quickly as this are one step."""


class EntryHistory:
    """What an entry was, and what it became. Entries are copied in and out.

    Times are seconds of a clock that only goes forward.
    """

    def __init__(self, entry: Entry, saved: Entry | None = None) -> None:
        self._states = [_frozen(entry)]
        self._place = 0
        self._saved = _frozen(entry if saved is None else saved)
        self._field = ""
        self._time = float("-inf")

    @property
    def entry(self) -> Entry:
        """The present state."""
        entry: Entry = msgspec.json.decode(self._states[self._place])
        return entry

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place < len(self._states) - 1

    @property
    def is_saved(self) -> bool:
        """Whether the present state is the one that was saved last."""
        return self._states[self._place] == self._saved

    def change(self, entry: Entry, field: str, time: float) -> None:
        """The entry has become `entry` by a change to `field`; what was undone is forgotten."""
        state = _frozen(entry)
        if state == self._states[self._place]:
            return
        joins = field == self._field and time - self._time < SECONDS_TO_JOIN and self.can_undo
        del self._states[self._place + (0 if joins else 1) :]
        self._states.append(state)
        del self._states[: max(0, len(self._states) - MAX_STATES)]
        self._place = len(self._states) - 1
        self._field, self._time = field, time

    def undo(self) -> Entry:
        """Back to the state before; stays where there is none."""
        return self._go_to(self._place - 1)

    def redo(self) -> Entry:
        """Forward to what was undone; stays where there is nothing."""
        return self._go_to(self._place + 1)

    def mark_saved(self, sent: Entry, saved: Entry) -> bool:
        """What was `sent` is saved, and reads as `saved` now.

        Gives whether the present state is what was sent, and has become what is saved.
        """
        self._saved = _frozen(saved)
        self._field = ""  # what is typed from here on is a step of its own
        is_present = self._states[self._place] == _frozen(sent)
        if is_present:
            self._states[self._place] = self._saved
        return is_present

    def _go_to(self, place: int) -> Entry:
        self._place = min(max(place, 0), len(self._states) - 1)
        self._field = ""
        return self.entry


def _frozen(entry: Entry) -> bytes:
    """The same bytes for equal entries, in whatever order their fields are."""
    return msgspec.json.encode(entry, order="sorted")
