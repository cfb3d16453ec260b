"""What the last check here found about a question: beside every row, and in full in the panel."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from controllers.checks import course
from models.checks.values import Agreed, Before, Course, LastVisit, Tally
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import short_date
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.card import Card
from ui.kit.matrix_earlier import COURSES
from ui.kit.matrix_values import Earlier

WORDS = {
    Course.BETTER: N_("better"),
    Course.WORSE: N_("worse"),
    Course.SAME: N_("the same"),
}
SENTENCES = {
    Course.BETTER: N_("Better than then: now {failing} of {judged}."),
    Course.WORSE: N_("Worse than then: now {failing} of {judged}."),
    Course.SAME: N_("As then: now {failing} of {judged}."),
}


def beside(last: LastVisit, now: Mapping[str, Tally]) -> dict[str, Earlier]:
    """For every row of the matrix what stands from the last time, and which way it goes now."""
    return {key: _earlier(before, now[key]) for key, before in last.questions.items()}


def _earlier(before: Before, now: Tally) -> Earlier:
    went = course(before.tally, now)
    measure = before.measure
    flag = "" if measure is None else "late" if measure.late else "due"
    when = _("Last time ({when}):").format(when=_when(before))
    parts = [when, _found(before.tally), _went(went, now), _agreed(measure)]
    return Earlier(
        text=f"{before.tally.failing}/{before.tally.judged}" if before.tally.judged else "–",
        course=went.value if went else "",
        word=_(WORDS[went]) if went else "",
        flag=flag,
        spoken=" ".join(part for part in parts if part),
    )


def _when(before: Before) -> str:
    day = short_date(before.day) if before.day else ""
    return " · ".join(part for part in (day, before.reference) if part)


def _found(then: Tally) -> str:
    if not then.judged:
        return _("not judged.")
    if not then.failing:
        count = then.judged
        good = ngettext("in order.", "all {count} in order.", count)
        return good.format(count=count)
    said = _("{failing} of {judged} not in order ({no} no, {partial} partly).")
    return said.format(failing=then.failing, judged=then.judged, no=then.no, partial=then.partial)


def _went(went: Course | None, now: Tally) -> str:
    if went is None:
        return ""
    return _(SENTENCES[went]).format(failing=now.failing, judged=now.judged)


def _agreed(measure: Agreed | None) -> str:
    """The measure that is still open, with its last day."""
    if measure is None:
        return ""
    if measure.due is None:
        return _("Measure open, without a day yet.")
    day = short_date(measure.due)
    if not measure.late:
        return _("Measure open, by {day}.").format(day=day)
    count = measure.days_late
    late = ngettext(
        "Measure open: {count} day late ({day}).", "Measure open: {count} days late ({day}).", count
    )
    return late.format(count=count, day=day)


class LastTimeCard(Card):
    """Nothing here is copied into the answer: it is there to look at."""

    def __init__(self) -> None:
        self._when = Text("", "small", 500, "quiet", wrap=True, tabular=True)
        self._found = Text("", "small", 400, "ink", wrap=True)
        self._sign, self._went = Icon("minus", "quiet", 15), Text("", "small", 500, wrap=True)
        self._flag, self._open = Icon("flag", "due", 15), Text("", "small", 500, wrap=True)
        self._measure = Text("", "small", 400, "quiet", wrap=True)
        self._course_line = _signed(self._sign, self._went)
        self._open_line = _signed(self._flag, self._open)
        super().__init__(
            _("Last time"),
            self._when,
            self._found,
            self._course_line,
            2,
            self._open_line,
            self._measure,
            icon="history",
        )

    def show_before(self, before: Before | None, now: Tally | None) -> None:
        """What was found then; hidden when the question was never asked here before."""
        self.setVisible(before is not None)
        if before is None or now is None:
            return
        self._when.setText(_when(before))
        found = _found(before.tally)
        self._found.setText(found[:1].upper() + found[1:])
        went = course(before.tally, now)
        self._course_line.setVisible(went is not None)
        if went is not None:
            self._sign.set_icon(*COURSES[went.value])
            self._went.setText(_went(went, now))
            self._went.set_tone(COURSES[went.value][1])
        self._show_measure(before.measure)
        self.setAccessibleDescription(_earlier(before, now).spoken)

    def _show_measure(self, measure: Agreed | None) -> None:
        self._open_line.setVisible(measure is not None)
        self._measure.setVisible(measure is not None)
        if measure is not None:
            tone = "late" if measure.late else "due"
            self._flag.set_icon("flag", tone)
            self._open.set_tone(tone)
            self._open.setText(_agreed(measure))
            self._measure.setText(measure.measure)


def _signed(sign: Icon, said: Text) -> QWidget:
    line = row(column(sign, None, gap=0, margins=(0, 2, 0, 0)), gap=6)
    line.addWidget(said, 1)
    return wrap(line)
