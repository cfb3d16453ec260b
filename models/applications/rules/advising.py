"""Which advice the rules of a checklist propose once its criteria are judged."""

from models.applications.rules.judging import Judgements, put
from models.applications.values import (
    AdviceOutcome,
    Judgement,
    Proposal,
)
from models.checklists.values import ChecklistTemplate
from models.kernel.text import _
from models.kernel.wording import first_of


def proposal(
    template: ChecklistTemplate, judged: Judgements, *, could_complete: bool
) -> Proposal | None:
    """Which advice follows from the judgements, and why; None while too little is judged.

    `could_complete`: the applicant was asked to complete the file and had the chance. A knock-out
    that is not met leads to a negative advice only after that; before it, to a question.
    """
    scene = _Scene(template, judged, could_complete)
    if scene.asks:
        return _tried(scene, AdviceOutcome.INFO_REQUEST)
    if scene.open:
        return None
    for outcome in template.assessing.advice_order:
        found = _tried(scene, outcome)
        if found is not None:
            return found
    return _tried(scene, AdviceOutcome.TO_COMMITTEE)


class _Scene:
    """The judgements sorted by what they mean for an advice: keys of criteria, in order."""

    def __init__(
        self, template: ChecklistTemplate, judged: Judgements, could_complete: bool
    ) -> None:
        self.could_complete = could_complete
        self.asks: list[str] = []
        self.fails: list[str] = []
        self.partly: list[str] = []
        self.knocked: list[str] = []
        self.shaky: list[str] = []
        self.open: list[str] = []
        places = {
            Judgement.INFO_NEEDED: self.asks,
            Judgement.DOES_NOT_MEET: self.fails,
            Judgement.PARTLY: self.partly,
        }
        for one, written in put(template, judged):
            given = written.judgement
            if given is None:
                self.open.append(one.key)
                continue
            if given in places:
                places[given].append(one.key)
            if one.decisive and given is Judgement.DOES_NOT_MEET:
                self.knocked.append(one.key)
            elif one.decisive and given is not Judgement.MEETS:
                self.shaky.append(one.key)


def _tried(scene: _Scene, outcome: AdviceOutcome) -> Proposal | None:
    why = _WHY[outcome](scene)
    return Proposal(outcome, why) if why else None


def _positive(scene: _Scene) -> str:
    if scene.asks or scene.fails or scene.knocked or scene.shaky:
        return ""
    if scene.partly:
        said = _("Every decisive requirement is met; {keys} are met in part, which is allowed.")
        one = _("Every decisive requirement is met; {keys} is met in part, which is allowed.")
        return (one if len(scene.partly) == 1 else said).format(keys=first_of(scene.partly))
    return _("Every requirement is met.")


def _information(scene: _Scene) -> str:
    if scene.asks:
        return _("More information is needed for {keys}.").format(keys=first_of(scene.asks))
    if scene.knocked and not scene.could_complete:
        said = _(
            "Decisive and not met: {keys}. The centre has not had the chance to complete its"
            " application yet."
        )
        return said.format(keys=first_of(scene.knocked))
    return ""


def _negative(scene: _Scene) -> str:
    if not scene.knocked or not scene.could_complete:
        return ""
    said = _("Decisive and not met: {keys}, after the centre could complete its application.")
    return said.format(keys=first_of(scene.knocked))


def _committee(scene: _Scene) -> str:
    light = [key for key in scene.fails if key not in scene.knocked]
    told = (
        (_("Decisive and not met: {keys}."), scene.knocked),
        (_("Not met, though not decisive: {keys}."), light),
        (_("Decisive and met only in part: {keys}."), scene.shaky),
    )
    parts = [said.format(keys=first_of(keys)) for said, keys in told if keys]
    if not parts:
        return _("No other rule fits: a second assessor decides.")
    return " ".join([*parts, _("A second assessor decides.")])


_WHY = {
    AdviceOutcome.POSITIVE: _positive,
    AdviceOutcome.INFO_REQUEST: _information,
    AdviceOutcome.NEGATIVE: _negative,
    AdviceOutcome.TO_COMMITTEE: _committee,
}
