"""The fields somebody may be writing in when the power goes, and the way to each of them."""

from models.checks.values import AnswerType

FINDINGS, VISIT = 1, 3


def _hours(desk):
    view = desk.page("checks").check
    if view.check is None or view.matrix.place is None:
        return None
    asked = view.check.template.questions
    key = next(one.key for one in asked if one.answer_type is AnswerType.HOURS_COMPARE)
    if view.matrix.place[0] != key:
        view.matrix.go_to(key)
    return view.matrix.panel.hours.registered


def _visit(desk, field):
    view = desk.page("checks").check
    if view.check is None:
        return None
    if view.sides.choice() != VISIT:
        view.show_side(VISIT)
    return field(view.visit)


def _findings(desk, editor, rows):
    view = desk.page("checks").check
    if view.check is None:
        return None
    if view.sides.choice() != FINDINGS:
        view.show_side(FINDINGS)
    row = next(iter(rows(view.findings)), None)
    if row is None:
        return None
    if view.findings.list.current != row:
        view.findings.go_to(row)
    return editor(view.findings)


def _reaction(desk):
    """In its card; one that lies aside comes back by itself, on whatever side one stands."""
    page = desk.page("checks")
    view = page.check
    if view.check is None or page._tasks.busy:  # what lies aside is perhaps not read yet
        return None
    follow = view.findings.finding.follow
    if follow.card is None and not view.sheet.newest():
        add = _findings(
            desk,
            lambda findings: findings.finding.follow.reactions.add,
            lambda findings: [one.key for one in findings._check.findings],
        )
        if add is None or not add.isVisibleTo(desk):
            return None
        add.click()
    return follow.card.said if follow.card is not None else None


def _motivation(desk):
    criteria = desk.page("applications").dossier.criteria
    return criteria.panel.motivation if criteria.panel.form.of is not None else None


def _line(visit):
    return next((line.answer for line in visit.questions.lines.values()), None)


SPOTS = {
    "hours": _hours,
    "question": lambda desk: _visit(desk, _line),
    "conclusion": lambda desk: _visit(desk, lambda visit: visit.fields["conclusion"]),
    "finding": lambda desk: _findings(
        desk,
        lambda findings: findings.finding.statement,
        lambda findings: [one.key for one in findings._check.findings],
    ),
    "strength": lambda desk: _findings(
        desk,
        lambda findings: findings.strength.statement,
        lambda findings: [one.id for one in findings._check.strengths],
    ),
    "recheck": lambda desk: _findings(
        desk,
        lambda findings: findings.recheck.note,
        lambda findings: [one.id for one in findings._follow.rechecks] if findings._follow else [],
    ),
    "reaction": _reaction,
    "motivation": _motivation,
}
"""Stands on the field and gives it; None while it is not there yet."""
OF_FINISHED = ("reaction",)
"""Those that are written in a check that is finished."""
BEGUN = {"strength": "De gids kent de arbeidsmarkt."}
"""What stands in the field before."""
SIGNS = {"hours": "2,5"}
"""What is typed there in the place of words."""


def at(desk, spot):
    """The field when somebody can write in it."""
    field = SPOTS[spot](desk)
    ready = field is not None and field.isVisibleTo(desk) and not field.isReadOnly()
    return field if ready and field.isEnabled() else None
