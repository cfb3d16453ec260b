"""What people do with letters: begin one, fill its places, date it."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from controllers.columns import Column
from models.applications import queries as application_queries
from models.applications.values import DecisionFile
from models.centres import queries as centre_queries
from models.checks import queries as check_queries
from models.checks.rules.writing import checked_day, masked_text
from models.kernel.errors import Gone
from models.kernel.ids import natural_id
from models.kernel.text import N_, _
from models.letters import queries, rules
from models.letters.entities import Letter, LetterPlace
from models.letters.rules import audit, decisions, renewal
from models.letters.rules.addressing import typed_lines
from models.letters.values import (
    CHECK_UNFINISHED,
    LetterFile,
    LetterRow,
    LetterTooEarly,
    NoLetterForDecision,
    PlaceFile,
)
from models.mandates.entities import Mandate
from models.store.store import Store

__all__ = [
    "AUDIT",
    "COLUMNS",
    "DECISIONS",
    "FROM_CHECK",
    "ORDERS",
    "RENEWAL",
    "SOURCES",
    "Letters",
    "kind_of",
]

AUDIT = audit.KIND
RENEWAL = renewal.KIND
DECISIONS = tuple(decisions.KINDS.values())
"""The kinds of letter that tell a decision."""
ORDERS = ("centre", "date")
"""Columns the list can be ordered by."""

SOURCES = {
    CHECK_UNFINISHED: N_("Answers may still change. Finish the check, then this letter is final."),
    "addressee": N_("From the file of the centre."),
    "salutation": N_("From the contact in the file of the centre."),
    "your_message_of": N_("The day of the message of the centre that you answer."),
    "your_reference": N_("The reference that the centre uses itself."),
    "appeal_block": N_("The text of the office about contesting a decision."),
    "application_date": N_("From the application."),
    "centre_legal_name": N_("From the file of the centre."),
    "certificate_valid_until": N_("From the file of the centre."),
    "complaints_contact": N_("From the settings."),
    "conditions_block": N_("Special conditions of the decision; may stay empty."),
    "deciding_authority": N_("From the decision."),
    "decision_date": N_("From the decision."),
    "failed_criteria_table": N_("From the judgement of the application."),
    "legal_basis": N_("From the decision."),
    "locations_list": N_("From the file of the centre."),
    "mandate_number": N_("From the mandate."),
    "mandate_start": N_("From the mandate."),
    "motivation_block": N_("From the decision and the judgement of the application."),
    "passed_criteria_summary": N_("From the judgement of the application."),
    "reapply_sentence": N_("Follows from the waiting periods of the mandates."),
    "supplementary_info_sentence": N_("From the days of the application."),
    "enterprise_number": N_("From the file of the centre."),
    "mandate_end": N_("From the mandate."),
    "next_start": N_("From the mandate."),
    "renewal_contact_by": N_("Counted back from the end of the mandate."),
    "documents_due_date": N_("Counted from the date of the letter."),
    "missing_list": N_("Certificate and counsellors in the file, held against the first day."),
    "passed_list": N_("Certificate and counsellors in the file, held against the first day."),
    "visit_date": N_("From the visit of the check."),
    "sample_size": N_("Counted in the check."),
    "overall_conclusion": N_("From the conclusion or the findings of the check."),
    "result_sentence": N_("Follows from the verdicts of the dossiers."),
    "strengths_list": N_("From the strong points of the check."),
    "coaching_list": N_("From the findings of the check that are coaching."),
    "findings_table": N_("From the findings of the check."),
    "measures_table": N_("From the findings of the check."),
    "action_plan_due_date": N_("Counted from the date of the letter."),
    "response_due_date": N_("Counted from the date of the letter."),
    "reactions_sentence": N_("From the round of reactions of the check, when that is closed."),
    "follow_up_sentence": N_("From the follow-up or the measures of the check."),
    "contact_name": N_("From the settings."),
    "contact_email": N_("From the settings."),
    "contact_phone": N_("From the settings."),
    "closing": N_("From the settings."),
    "signatory_name": N_("From the settings."),
    "signatory_function": N_("From the settings."),
}
"""Where the program looks for each place of a letter, as a message id."""

FROM_CHECK = audit.FROM_CHECK
"""Places that are filled in at the check; other fixed places come from the centre file."""

COLUMNS = (
    Column[LetterRow](
        "centre",
        N_("Centre"),
        lambda row: row.centre_name,
        width=30,
        kind="two",
        sub=lambda row: row.reference,
    ),
    Column[LetterRow](
        "subject", N_("Letter"), lambda row: row.title, width=46, kind="two",
        sub=lambda row: row.subject,
    ),
    Column[LetterRow]("date", N_("Date"), lambda row: row.letter_date, width=14, kind="date"),
    Column[LetterRow](
        "state",
        N_("State"),
        lambda row: _("Ready") if not row.missing else _("Draft"),
        width=14,
        kind="badge",
        state=lambda row: "draft" if row.missing else "done",
    ),
)  # fmt: skip

Make = Callable[[LetterFile], object]
"""What is made of a letter while it is begun; what that raises leaves no letter behind."""


class Letters:
    """The letters of this office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(
        self, centre_id: UUID | None = None, order: str = "date", *, descending: bool = True
    ) -> list[UUID]:
        """Letters in the order of one of ORDERS; newest first unless asked otherwise."""
        with self._store.look() as session:
            return queries.ids(session, centre_id, order, descending=descending)

    def rows(self, wanted: Sequence[UUID]) -> list[LetterRow]:
        with self._store.look() as session:
            return queries.rows(session, wanted, self._today())

    def file(self, letter_id: UUID) -> LetterFile:
        """A letter as it stands, with what is missing."""
        with self._store.look() as session:
            return queries.file(session, letter_id, self._today())

    def of_check(self, check_id: UUID) -> UUID | None:
        """The audit letter of a check, when it was begun."""
        with self._store.look() as session:
            return queries.of_check(session, check_id, AUDIT)

    def write_audit_letter(self, check_id: UUID, make: Make | None = None) -> UUID:
        """The audit letter of a check: the one that was begun, or a new one dated today.

        Refused before the visit: there is nothing to report yet.
        """
        existing = self.of_check(check_id)
        if existing is not None:
            return self._again(existing, make)
        with self._store.look() as looking:
            check_file = check_queries.file(looking, check_id)
        if check_file.visit_date is None or not check_file.dossiers:
            raise LetterTooEarly
        reference = check_file.reference.replace("DC-", "BR-", 1).replace("NA-", "BR-", 1)
        template = rules.letter_template(audit.TEMPLATES[check_file.template.unit])
        letter_id = natural_id(Letter.__tablename__, check_id, AUDIT)
        about = {"check_id": check_id, "centre_id": check_file.centre_id}
        facts = {"kind": AUDIT, "template_version": template.version, "reference": reference}
        self._begin(
            N_("Write audit letter"), check_file.centre_name, letter_id, make, {**facts, **about}
        )
        return letter_id

    def write_renewal_letter(self, mandate_id: UUID, make: Make | None = None) -> UUID:
        """The letter about the period after this mandate: the one begun, or a new one of today."""
        with self._store.look() as looking:
            existing = queries.of_subject(looking, RENEWAL, "mandate_id", mandate_id)
            centre_id = looking.get_one(Mandate, mandate_id).centre_id
            name = centre_queries.identity(looking, centre_id).name
        if existing is not None:
            return self._again(existing, make)
        letter_id = natural_id(Letter.__tablename__, mandate_id, RENEWAL)
        about = {"mandate_id": mandate_id, "centre_id": centre_id}
        facts = self._facts(RENEWAL, letter_id)
        self._begin(N_("Write renewal letter"), name, letter_id, make, {**facts, **about})
        return letter_id

    def write_decision_letter(self, decision_id: UUID, make: Make | None = None) -> UUID:
        """The letter that tells the centre this decision: the one begun, or a new one of today.

        Raises NoLetterForDecision for a decision that has no letter of its own.
        """
        with self._store.look() as looking:
            decision = application_queries.decision(looking, decision_id)
            kind = decisions.KINDS.get(decision.kind)
            if kind is None or decision.application_id is None:
                raise NoLetterForDecision
            existing = queries.of_subject(looking, kind, "decision_id", decision_id)
        if existing is not None:
            return self._again(existing, make)
        letter_id = natural_id(Letter.__tablename__, decision_id, kind)
        about = {"decision_id": decision_id, "centre_id": decision.centre_id}
        facts = {**self._facts(kind, letter_id), **about}
        self._begin(N_("Write decision letter"), decision.centre_name, letter_id, make, facts)
        return letter_id

    def fill(self, letter_id: UUID, key: str, text: str) -> None:
        """Write a place; emptied, or as proposed, it goes back to what the program proposes.

        Raises AddresseeTooLong for more lines than an envelope shows.
        """
        kept = masked_text(text)
        if key == "addressee" and kept:
            typed_lines(kept)
        letter_file = self.file(letter_id)
        place = _place(letter_file, key)
        if kept == place.proposed.strip():
            kept = None
        if kept is None and not place.typed:
            return
        about = f"{letter_file.reference} · {place.label}"
        with self._store.change(N_("Fill in letter"), about) as session:
            row = queries.place_id(letter_id, key)
            session.put(LetterPlace, row, letter_id=letter_id, key=key, text=kept)

    def set_date(self, letter_id: UUID, day: date | None) -> None:
        """Date the letter; terms in it are counted from that day. Raises DayNotPossible."""
        today = self._today()
        kept = None if day is None else checked_day(day, "letter_date", today)
        with self._store.change(N_("Date letter"), self._reference(letter_id)) as session:
            session.get_one(Letter, letter_id).letter_date = kept

    def remove(self, letter_id: UUID) -> None:
        """Take a letter away with what was written in it; undo brings both back."""
        with self._store.change(N_("Remove letter"), self._reference(letter_id)) as session:
            for place in queries.places(session, letter_id):
                session.delete(place)
            session.delete(session.get_one(Letter, letter_id))

    def _facts(self, kind: str, letter_id: UUID) -> dict[str, object]:
        reference = _reference(letter_id, self._today().year)
        version = rules.letter_template(kind).version
        return {"kind": kind, "template_version": version, "reference": reference}

    def _begin(
        self, label: str, name: str, letter_id: UUID, make: Make | None, facts: dict[str, object]
    ) -> None:
        """Keep a new letter of today, unless what `make` makes of it is refused: then nothing."""
        today = self._today()
        with self._store.change(label, name) as session:
            session.put(Letter, letter_id, letter_date=today, **facts)
            if make is not None:
                session.flush()
                make(queries.file(session, letter_id, today))

    def _again(self, letter_id: UUID, make: Make | None) -> UUID:
        if make is not None:
            make(self.file(letter_id))
        return letter_id

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _reference(self, letter_id: UUID) -> str:
        with self._store.look() as session:
            return session.get_one(Letter, letter_id).reference


def kind_of(decision: DecisionFile) -> str:
    """The kind of letter that tells this decision; empty when it has none."""
    return decisions.KINDS.get(decision.kind, "")


def _reference(letter_id: UUID, year: int) -> str:
    """BR, the year, seven signs: from the letter's own id, so that two laptops give it one."""
    return f"BR-{year:04}-{letter_id.hex[-7:].upper()}"


def _place(letter: LetterFile, key: str) -> PlaceFile:
    """The place an officer may write; raises Gone when the letter no longer has it."""
    for place in letter.places:
        if place.key == key and place.editable:
            return place
    raise Gone
