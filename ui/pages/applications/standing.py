"""How far an assessment is, how much of it is good, and what the rules propose."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from controllers.wording import word
from models.applications.values import ApplicationFile, ApplicationState, CriterionGap, Judgement
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import first_of
from ui.kit.base import Icon, Text, column, row, rule
from ui.kit.shares import Share, ShareBar
from ui.pages.applications.criteria_list import gaps

_WITHOUT = (
    (CriterionGap.JUDGEMENT, N_("{count} without judgement")),
    (CriterionGap.MOTIVATION, N_("{count} without motivation")),
    (CriterionGap.EVIDENCE, N_("{count} without proof")),
)


class Standing(QWidget):
    """How far the assessment is, what is missing, and which advice the rules propose."""

    def __init__(self) -> None:
        super().__init__()
        self._count = Text("", "small", 600, "quiet", tabular=True)
        self._good = Text("", "small", 500, "done", tabular=True)
        self._missing = Text("", "small", 500, "due", tabular=True)
        self.meter = ShareBar(110)
        self._against = Text("", "small", 500, "late", wrap=True)
        self._icon = Icon("info-circle", "quiet", 16)
        self._advice = Text("", "small", 500, "ink", wrap=True)
        top = row(self._count, self.meter, self._good, self._missing, None, gap=10)
        under = row(column(self._icon, None, gap=0, margins=(0, 2, 0, 0)), gap=8)
        under.addWidget(self._advice, 1)
        self.setLayout(column(rule(), 6, top, self._against, under, gap=4, margins=(12, 0, 12, 14)))

    def show_file(self, file: ApplicationFile) -> None:
        total = len(file.asked)
        missing = gaps(file.criteria)
        done = total - missing[CriterionGap.JUDGEMENT]
        self._count.setText(_("{done} of {total} judged").format(done=done, total=total))
        share = _share(file)
        self._good.setText(
            ngettext("{count} meets", "{count} meet", share.good).format(count=share.good)
        )
        against = _against(file)
        self._against.setText(against)
        self._against.setVisible(bool(against))
        self._against.set_tone("late" if share.bad else "due")
        self.meter.set_share(share)
        spoken = ". ".join(
            part for part in (self._count.text(), self._good.text(), against) if part
        )
        self.meter.setAccessibleName(spoken)
        self.meter.setToolTip(spoken)
        parts = [_(said).format(count=missing[gap]) for gap, said in _WITHOUT if missing[gap]]
        self._missing.setText(" · ".join(parts))
        self._advice.setText(_advice(file))
        self.setAccessibleName(". ".join((spoken, self._missing.text(), _advice(file))))

    def sentence(self) -> str:
        return self._advice.text()


def _share(file: ApplicationFile) -> Share:
    """The judgements as the bar of a check shows answers; what wants information is grey."""
    found = Counter(one.judged.judgement for one in file.asked)
    return Share(
        good=found[Judgement.MEETS],
        partly=found[Judgement.PARTLY],
        bad=found[Judgement.DOES_NOT_MEET],
        aside=found[Judgement.INFO_NEEDED],
        total=len(file.asked),
    )


def _against(file: ApplicationFile) -> str:
    """Which requirements are not simply met, by judgement, the heaviest first."""
    parts = []
    for judgement in (Judgement.DOES_NOT_MEET, Judgement.PARTLY, Judgement.INFO_NEEDED):
        keys = [one.key for one in file.asked if one.judged.judgement is judgement]
        if keys:
            parts.append(f"{word(judgement).capitalize()}: {first_of(keys)}")
    return " · ".join(parts)


def _advice(file: ApplicationFile) -> str:
    if file.settled or file.state is ApplicationState.ADVISED:
        return file.why
    if file.proposal is None:
        return _("An advice is proposed when every requirement is judged.")
    said = _("The rules propose: {advice}. {why}")
    return said.format(advice=word(file.proposal.outcome), why=file.proposal.why)
