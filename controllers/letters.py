"""What people do with letters: begin one, fill its places, date it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from controllers.columns import Column
from models.checks import queries as check_queries
from models.checks.entities import DossierCheck
from models.checks.rules.writing import checked_text
from models.kernel.ids import natural_id
from models.kernel.text import N_, _
from models.letters import queries, rules
from models.letters.entities import Letter, LetterPlace
from models.letters.values import LetterFile, LetterRow, LetterTooEarly
from models.store.store import Store

AUDIT = "audit_findings"

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


class Letters:
    """The letters of this office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self, centre_id: UUID | None = None) -> list[UUID]:
        with self._store.look() as session:
            return queries.ids(session, centre_id)

    def rows(self, wanted: Sequence[UUID]) -> list[LetterRow]:
        with self._store.look() as session:
            return queries.rows(session, wanted)

    def file(self, letter_id: UUID) -> LetterFile:
        """A letter as it stands, with what is missing."""
        with self._store.look() as session:
            return queries.file(session, letter_id)

    def of_check(self, check_id: UUID) -> UUID | None:
        """The audit letter of a check, when it was begun."""
        with self._store.look() as session:
            return queries.of_check(session, check_id, AUDIT)

    def write_audit_letter(self, check_id: UUID) -> UUID:
        """The audit letter of a check: the one that was begun, or a new one dated today.

        Refused before the visit: there is nothing to report yet.
        """
        existing = self.of_check(check_id)
        if existing is not None:
            return existing
        today = self._store.now().astimezone().date()
        with self._store.look() as looking:
            check_file = check_queries.file(looking, check_id)
        if check_file.visit_date is None or not check_file.dossiers:
            raise LetterTooEarly
        with self._store.change(N_("Write audit letter"), check_file.centre_name) as session:
            check = session.get_one(DossierCheck, check_id)
            letter_id = natural_id(Letter.__tablename__, check_id, AUDIT)
            session.put(
                Letter,
                letter_id,
                kind=AUDIT,
                template_version=rules.letter_template(AUDIT).version,
                centre_id=check.centre_id,
                check_id=check_id,
                reference=check_file.reference.replace("DC-", "BR-", 1),
                letter_date=today,
            )
            return letter_id

    def fill(self, letter_id: UUID, key: str, text: str) -> None:
        """Write a place; an emptied place goes back to what the program proposes."""
        kept = checked_text(text, key)
        with self._store.change(N_("Fill in letter")) as session:
            letter = session.get_one(Letter, letter_id)
            row = queries.place_id(letter.id, key)
            session.put(LetterPlace, row, letter_id=letter.id, key=key, text=kept)

    def set_date(self, letter_id: UUID, day: date | None) -> None:
        """Date the letter; terms in it are counted from that day."""
        with self._store.change(N_("Date letter")) as session:
            session.get_one(Letter, letter_id).letter_date = day

    def remove(self, letter_id: UUID) -> None:
        with self._store.change(N_("Remove letter")) as session:
            session.delete(session.get_one(Letter, letter_id))
