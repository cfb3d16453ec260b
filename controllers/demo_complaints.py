"""Invented complaints for the demonstration: fresh, late, on two routes, passed on, closed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from controllers.bundle import Controllers
from models.complaints.values import (
    ComplaintChannel,
    ComplaintDraft,
    ComplaintJudgement,
    ComplaintMedium,
    ComplaintResolution,
    EntryRoute,
    Inadmissibility,
    RegistrationKind,
)

HANDLERS = ("Pieter Claes", "Ines Wauters")
THEMES = {
    "extra kosten": "Een test werd apart aangerekend: 95 euro bovenop de cheque.",
    "groepssessies": "Groepsaanbod terwijl individuele gesprekken waren afgesproken.",
    "geen POP": "Na de laatste sessie geen plan ontvangen, ook niet na een herinnering.",
    "bereikbaarheid": "Het centrum neemt de telefoon niet op en antwoordt niet op mails.",
    "bejegening": "De klant voelde zich niet ernstig genomen.",
    "annulering": "Afspraken herhaaldelijk verplaatst, de laatste keer zonder bericht.",
    "duur gesprekken": "De gesprekken duurden korter dan er geregistreerd werd.",
    "toegankelijkheid": "Lokaal op de tweede verdieping zonder lift.",
    "aanbod": "Alleen een onlinetest en een kort gesprek.",
}
"""What invented complaints are about; nobody is named."""
R, J, S = EntryRoute, ComplaintJudgement, ComplaintResolution


@dataclass(frozen=True, slots=True)
class Case:
    """One complaint; days are counted from the day it came in, `ago` from today."""

    ago: int
    entry: EntryRoute = R.VDAB
    kind: RegistrationKind = RegistrationKind.COMPLAINT
    heard: int | None = None
    passed: int | None = None
    """Passed on to VDAB after so many days."""
    ombuds: int | None = None
    """The Ombudsdienst asks about it after so many days."""
    admitted: bool = False
    dismissed: bool = False
    answered: int | None = None
    judged: tuple[ComplaintJudgement, ComplaintResolution | None] | None = None
    closed: int | None = None


CASES = (
    Case(5),
    Case(13),
    Case(61, heard=6, admitted=True),
    Case(24, heard=4, ombuds=1, admitted=True),
    Case(16, R.OMBUDS, heard=None, passed=6),
    Case(33, heard=8, answered=30, judged=(J.PARTLY_FOUNDED, S.SOLVED)),
    Case(47, heard=5, dismissed=True, answered=9, closed=9),
    Case(96, R.CENTRE, heard=3, answered=20, judged=(J.UNFOUNDED, None), closed=21),
    Case(150, heard=7, answered=37, judged=(J.FOUNDED, S.SOLVED), closed=40),
    Case(188, heard=12, answered=58, judged=(J.FOUNDED, S.PARTLY_SOLVED), closed=60),
    Case(240, kind=RegistrationKind.SUGGESTION, answered=10, closed=10),
    Case(301, R.OMBUDS, heard=4, answered=40, judged=(J.NO_JUDGEMENT, None), closed=44),
)


def complaints(
    controllers: Controllers, centres: Sequence[UUID], dice: Random, today: date
) -> tuple[UUID, ...]:
    """One of each case; the first centres have more than one."""
    themes = list(THEMES)
    return tuple(
        _made(controllers, centres[place * 3 % len(centres)], case, dice.choice(themes), today)
        for place, case in enumerate(CASES)
    )


def _made(do: Controllers, centre: UUID, case: Case, theme: str, today: date) -> UUID:
    desk, came = do.complaints, today - timedelta(days=case.ago)
    draft = ComplaintDraft(
        came,
        case.entry,
        case.kind,
        theme=theme,
        facts_on=came - timedelta(days=19),
        medium=ComplaintMedium.EMAIL if case.ago % 2 else ComplaintMedium.WEB_FORM,
        channel=(
            ComplaintChannel.OMBUDS if case.entry is R.OMBUDS else ComplaintChannel.CITIZEN_DIRECT
        ),
    )
    one = desk.register(centre, draft)
    desk.edit(one, "summary", THEMES[theme])
    desk.edit(one, "handler", HANDLERS[case.ago % 2])

    def after(days: int) -> date:
        return came + timedelta(days=days)

    _routed(do, one, case, after)
    _settled(do, one, case, after)
    return one


def _routed(do: Controllers, one: UUID, case: Case, after: Callable[[int], date]) -> None:
    desk = do.complaints
    first = desk.file(one).routes[0].id
    if case.heard is not None:
        desk.acknowledge(one, first, after(case.heard))
    if case.passed is not None:
        desk.forward(one, first, R.VDAB, after(case.passed), after(case.passed + 1))
    if case.ombuds is not None:
        desk.add_route(one, R.OMBUDS, after(case.ombuds))


def _settled(do: Controllers, one: UUID, case: Case, after: Callable[[int], date]) -> None:
    desk = do.complaints
    if case.admitted or case.judged:
        desk.admit(one)
    if case.dismissed:
        reason = "De feiten werden al behandeld in een eerdere klacht."
        desk.dismiss(one, Inadmissibility.HANDLED_BEFORE, reason)
    if case.answered is not None:
        desk.answer(one, desk.file(one).routes[0].id, after(case.answered))
    if case.judged is not None:
        desk.judge(one, *case.judged)
    if case.closed is not None:
        desk.close(one, after(case.closed))
