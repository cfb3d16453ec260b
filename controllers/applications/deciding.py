"""The decision on an application. To grant one makes the mandate, in the same step."""

from datetime import date
from uuid import UUID

from controllers.applications.steps import NAME_ROOM, Steps, room_of
from controllers.wording import word
from models.applications import queries, rules
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.rules.writing import any_day, kept_name, past_day
from models.applications.values import (
    ApplicationFile,
    ApplicationSettled,
    ApplicationState,
    DecisionKind,
    Grant,
    LegalBasisMissing,
    PersonMissing,
    Ruling,
    Sending,
    StartMissing,
)
from models.centres.rules.editing import cleaned, kept_text
from models.checklists.values import LookedUp
from models.kernel.text import N_, _
from models.mandates import queries as mandate_queries
from models.mandates import rules as mandate_rules
from models.mandates.entities import Mandate
from models.store.gate import longest
from models.store.session import ChangeSession
from models.terms.rules import check_reach

Value = str | date | bool | Sending | None
START_FACTS = frozenset({LookedUp.CERTIFICATE, LookedUp.WAITING_PERIOD})
"""Facts that are looked up anew for the day the mandate really starts."""
TEXTS = frozenset({"motivation", "legal_basis", "hearing_report"})
NAMES = frozenset({"decided_by", "authority"})
HEARING = frozenset({"hearing_on", "hearing_report"})


class Deciding(Steps):
    """What the authority decides, by whom, when, why, and how it was made known."""

    def grant(self, application_id: UUID, ruling: Ruling, granted: Grant) -> UUID:
        """Grant the application and make its mandate: one step, taken back by one undo.

        Gives the id of the decision. Raises what a decision asks (FourEyes, AdviceMissing,
        GrantUnexplained, ...) and the refusals of a mandate's days.
        """
        file, kept = self._file(application_id), self._checked(ruling)
        if granted.start is None:
            raise StartMissing(field="start_date")
        start = any_day(granted.start, "start_date", self._today())
        self._check(file, DecisionKind.GRANTED, kept)
        with self._change(N_("Grant mandate"), application_id) as (session, row):
            lacking = _lacking(session, row, file, start, self._today())
            judged = queries.judgements(session, row.id)
            rules.check_grant(file.template, judged, kept.motivation, lacking)
            mandate = _mandate(session, row, granted, start, self._today())
            return _written(session, row, DecisionKind.GRANTED, kept, mandate)

    def refuse(self, application_id: UUID, ruling: Ruling) -> UUID:
        """Refuse the application. Gives the id of the decision.

        Raises RefusalUnmotivated, which names the requirements without a motivation, and
        DecisionUnmotivated (law of 29 July 1991, DOMAIN.md F1.40).
        """
        file, kept = self._file(application_id), self._checked(ruling)
        judged = {one.key: one.judged for one in file.criteria}
        if not file.settled:
            rules.check_refusal(file.template, judged, kept.motivation)
        self._check(file, DecisionKind.REFUSED, kept)
        with self._change(N_("Refuse mandate"), application_id) as (session, row):
            return _written(session, row, DecisionKind.REFUSED, kept, None)

    def edit_decision(self, decision_id: UUID, field: str, value: Value) -> None:
        """Write one field of a decision: its words, or how and when it was made known.

        Raises KeyError for a field that nobody edits, and the refusals of that field.
        """
        kept = self._kept_decision(field, value)
        with self._store.look() as looking:
            about = queries.decision(looking, decision_id).centre_name
        with self._store.change(N_("Edit decision"), about) as session:
            row = session.get_one(MandateDecision, decision_id)
            setattr(row, field, kept)
            _check_decision(session, row, field)

    def _checked(self, ruling: Ruling) -> Ruling:
        """The ruling as it is kept. Raises PersonMissing, LegalBasisMissing, refusals of days."""
        rules.check_ruling(ruling)
        return Ruling(
            decided_on=past_day(ruling.decided_on, "decided_on", self._today()),
            decided_by=kept_name(ruling.decided_by, "decided_by", NAME_ROOM) or "",
            motivation=kept_text(ruling.motivation, "motivation") or "",
            legal_basis=kept_text(ruling.legal_basis, "legal_basis") or "",
            authority=kept_name(ruling.authority, "authority", room_of("authority") or NAME_ROOM)
            or self._authority(),
        )

    def _check(self, file: ApplicationFile, kind: DecisionKind, ruling: Ruling) -> None:
        """Advice given on these judgements, other eyes, and no day before the advice."""
        if file.settled:
            raise ApplicationSettled(why=file.why)
        rules.check_standing(file.advice)
        advice = file.advice if file.state is ApplicationState.ADVISED else None
        said = word(advice.outcome) if advice else ""
        rules.check_advice(kind, advice, ruling.motivation, said)
        if advice is not None and ruling.decided_on is not None:
            event = _("the day of the advice")
            past_day(ruling.decided_on, "decided_on", self._today(), advice.given_on, event)
        if file.template.assessing.four_eyes:
            rules.check_other_eyes(
                ruling.decided_by, (file.assessor, *(one.given_by for one in file.advices))
            )

    def _kept_decision(self, field: str, value: Value) -> Value:
        match value:
            case str() if field in TEXTS:
                return kept_text(value, field)
            case str() if field in NAMES:
                return kept_name(value, field, room_of(field) or NAME_ROOM)
            case date() if field in {"sent_on", "served_on", "hearing_on"}:
                return past_day(value, field, self._today())
            case Sending() if field == "sent_by":
                return value
            case bool() if field == "appeal_mentioned":
                return value
            case None if field in {"sent_on", "served_on", "hearing_on", "sent_by"}:
                return None
            case _other:
                raise KeyError(field)


def _lacking(
    session: ChangeSession,
    row: MandateApplication,
    file: ApplicationFile,
    start: date,
    today: date,
) -> dict[str, str]:
    """The criteria whose facts fail on the day the mandate really starts, with the reason."""
    known = queries.circumstances(session, row, today, start)
    found: dict[str, str] = {}
    for one in file.asked:
        wanted = [name for name in one.criterion.looked_up if name in START_FACTS]
        for fact in rules.look_up(wanted, known):
            if fact.outcome is rules.FAILS:
                found[one.key] = fact.why.removesuffix(".")
    return found


def _mandate(
    session: ChangeSession, row: MandateApplication, granted: Grant, start: date, today: date
) -> Mandate:
    """The mandate that is granted, after the one before it. Raises refusals of its days.

    Days that are unusual need a reason: MandateReasonNeeded.
    """
    if granted.end is not None:
        check_reach(granted.end, "end_date")
    day = mandate_queries.day(session, today)
    table = Mandate.metadata.tables[Mandate.__tablename__]
    mandate = Mandate(
        centre_id=row.centre_id,
        number=cleaned("number", granted.number, longest(table, "number")),
        start_date=start,
        end_date=granted.end or mandate_queries.expected(start, day),
        deviation=kept_text(granted.deviation, "deviation"),
    )
    others = mandate_queries.others(session, row.centre_id)
    before = mandate_queries.predecessor(mandate.facts, others)
    mandate.predecessor_id = before.id if before is not None else None
    mandate_rules.check_days(mandate.facts, mandate_queries.numbered(others))
    mandate_rules.check_reasons(mandate_queries.unexplained(mandate, others, day))
    session.add(mandate)
    session.flush()
    return mandate


def _written(
    session: ChangeSession,
    row: MandateApplication,
    kind: DecisionKind,
    ruling: Ruling,
    mandate: Mandate | None,
) -> UUID:
    decision = MandateDecision(
        centre_id=row.centre_id,
        application_id=row.id,
        mandate_id=mandate.id if mandate else None,
        kind=kind,
        decided_on=ruling.decided_on,
        authority=ruling.authority,
        decided_by=ruling.decided_by,
        motivation=ruling.motivation or None,
        legal_basis=ruling.legal_basis,
    )
    session.add(decision)
    session.flush()
    return decision.id


def _check_decision(session: ChangeSession, row: MandateDecision, field: str) -> None:
    """What a decision may not lose afterwards."""
    if field == "legal_basis" and row.legal_basis is None:
        raise LegalBasisMissing(field=field)
    if field in NAMES and getattr(row, field) is None:
        raise PersonMissing(field=field)
    if field == "motivation":
        rules.check_motivated(row.kind, row.motivation or "")
    if field in HEARING and row.kind is DecisionKind.WITHDRAWN:
        rules.check_hearing(row.hearing_on, row.hearing_report or "", row.decided_on)
    if field in {"sent_on", "served_on"}:
        rules.check_sending(row.decided_on, row.sent_on, row.served_on)
    if field == "decided_by" and row.application_id is not None:
        application = session.get_one(MandateApplication, row.application_id)
        if queries.template_of(session, application).assessing.four_eyes:
            given = queries.advices(session, application.id)
            earlier = (application.assessor or "", *(one.given_by for one in given))
            rules.check_other_eyes(row.decided_by or "", earlier)
