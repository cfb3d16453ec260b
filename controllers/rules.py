"""What people do with the rules: read the table, count a term, record a change, weigh proposals."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from models.centres.rules.editing import refuse_national_number
from models.kernel.text import N_, ngettext
from models.kernel.typed import keepable
from models.mandates import queries as mandate_queries
from models.mandates.entities import Mandate
from models.mandates.rules import check_days
from models.mandates.rules.outlook import PeriodOutlook, outlooks
from models.mandates.rules.proposals import (
    EndProposal,
    ProposalOver,
    ProposalReasonMissing,
    ProposalTroubled,
    end_proposals,
    kept_reason,
)
from models.settings import queries
from models.settings.entities import RuleChange
from models.settings.rules import checked_change, entries, rule_text
from models.settings.values import ChangeDraft, RuleEntry
from models.store.session import ChangeSession, LookSession
from models.store.store import Store
from models.terms.parameters import parameters
from models.terms.rules import term
from models.terms.values import Changed, DatedValue, Term


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All there is to know about the rules at one moment."""

    today: date
    entries: tuple[RuleEntry, ...]
    changed: Changed
    proposals: tuple[EndProposal, ...]
    outlooks: tuple[PeriodOutlook, ...]


class Rules:
    """The dated numbers of law and instructions, as this office knows them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def changed(self) -> Changed:
        """What this office set and recorded, for who counts terms."""
        with self._store.look() as session:
            return queries.settings(session).changed

    def book(self) -> RuleBook:
        """The table, what it proposes, and what every next period asks: read in one moment."""
        today = self.today()
        with self._store.look() as session:
            changed = queries.settings(session).changed
            held = mandate_queries.held(session)
            return RuleBook(
                today,
                entries(changed, queries.recorded(session), today),
                changed,
                end_proposals(held, today, changed),
                outlooks(held, today, changed),
            )

    def table(self) -> tuple[RuleEntry, ...]:
        """Every rule with its past, present and coming values, by subject."""
        with self._store.look() as session:
            changed = queries.settings(session).changed
            return entries(changed, queries.recorded(session), self.today())

    def term(self, key: str, start: date, regime: str | None = None) -> Term:
        """The last day of a term, with the whole sum. Raises what `terms.term` raises."""
        return term(key, start, regime=regime, changed=self.changed())

    def record(self, draft: ChangeDraft) -> UUID:
        """A rule gets another value from a day on. Raises what `checked_change` raises."""
        with self._store.change(N_("Record change of a rule"), _title(draft.key)) as session:
            found = _checked(session, draft, None)
            made = RuleChange(**_columns(found))
            session.add(made)
            session.flush()
            return made.id

    def edit_change(self, change_id: UUID, field: str, value: str | date | None) -> None:
        """Write one field of a recorded change. Raises Gone, and as `record` does."""
        with self._store.change(N_("Edit change of a rule"), self._name(change_id)) as session:
            row = session.get_one(RuleChange, change_id)
            draft = _with(_draft(row), field, value)
            for column, kept in _columns(_checked(session, draft, change_id)).items():
                if getattr(row, column) != kept:
                    setattr(row, column, kept)

    def remove_change(self, change_id: UUID) -> None:
        """The rule has again the values it had."""
        with self._store.change(N_("Remove change of a rule"), self._name(change_id)) as session:
            session.delete(session.get_one(RuleChange, change_id))

    def proposals(self) -> tuple[EndProposal, ...]:
        """Mandates that end on another day than their rule says; nothing has changed yet."""
        with self._store.look() as session:
            return self._proposals(session)

    def accept(self, mandate_ids: Collection[UUID], reason: str) -> int:
        """These mandates get the last day of their rule, as one step; how many there were.

        Raises ProposalReasonMissing, ProposalOver, ProposalTroubled and MandateOverlaps.
        """
        why, count = _reason(reason), len(mandate_ids)
        label = N_("Take over last days by the rule")
        with self._store.change(label, _counted(count), why=why) as session:
            taken = self._chosen(session, mandate_ids)
            for proposal in taken:
                if proposal.trouble:
                    raise ProposalTroubled(number=proposal.mandate.number, trouble=proposal.trouble)
                session.get_one(Mandate, proposal.mandate.id).end_date = proposal.new
            for proposal in taken:
                _check_chain(session, session.get_one(Mandate, proposal.mandate.id))
        return count

    def keep(self, mandate_ids: Collection[UUID], reason: str) -> int:
        """These mandates keep their last day; the reason stands with each, as one step.

        Raises ProposalReasonMissing and ProposalOver.
        """
        why, count = _reason(reason), len(mandate_ids)
        label = N_("Keep last days beside the rule")
        with self._store.change(label, _counted(count), why=why) as session:
            for proposal in self._chosen(session, mandate_ids):
                mandate = session.get_one(Mandate, proposal.mandate.id)
                mandate.deviation = kept_reason(proposal, why)
        return count

    def _proposals(self, session: LookSession) -> tuple[EndProposal, ...]:
        changed = queries.settings(session).changed
        return end_proposals(mandate_queries.held(session), self.today(), changed)

    def _chosen(self, session: ChangeSession, wanted: Collection[UUID]) -> list[EndProposal]:
        known = {proposal.mandate.id: proposal for proposal in self._proposals(session)}
        for mandate_id in wanted:
            if mandate_id not in known:
                mandate = session.get_one(Mandate, mandate_id)
                raise ProposalOver(number=mandate.number or "")
        return [known[mandate_id] for mandate_id in wanted]

    def _name(self, change_id: UUID) -> str:
        with self._store.look() as session:
            return _title(session.get_one(RuleChange, change_id).key)


def _title(key: str) -> str:
    rows = parameters().get(key)
    return rows[-1].title if rows else key


def _draft(row: RuleChange) -> ChangeDraft:
    return ChangeDraft(
        row.key, row.value, row.valid_from, row.valid_until, row.reference, row.note or ""
    )


def _with(draft: ChangeDraft, field: str, value: str | date | None) -> ChangeDraft:
    """The draft with one field as it was typed. Raises KeyError for a field that nobody edits."""
    if field not in {"value", "valid_from", "valid_until", "reference", "note"}:
        raise KeyError(field)
    changed: dict[str, Any] = {field: value}
    return replace(draft, **changed)


def _checked(session: ChangeSession, draft: ChangeDraft, but: UUID | None) -> DatedValue:
    for field in ("reference", "note"):
        refuse_national_number(getattr(draft, field), field)
    return checked_change(draft, queries.rule_changes(session, but))


def _columns(change: DatedValue) -> dict[str, Any]:
    return {
        "key": change.key,
        "value": rule_text(change.value),
        "valid_from": change.valid_from,
        "valid_until": change.valid_until,
        "reference": change.reference,
        "note": change.note or None,
    }


def _reason(text: str) -> str:
    kept = keepable(text).strip()
    if not kept:
        raise ProposalReasonMissing(field="reason")
    refuse_national_number(kept, "reason")
    return kept


def _counted(count: int) -> str:
    return ngettext("{count} mandate", "{count} mandates", count).format(count=count)


def _check_chain(session: ChangeSession, mandate: Mandate) -> None:
    others = mandate_queries.numbered(
        mandate_queries.others(session, mandate.centre_id, mandate.id)
    )
    check_days(mandate.facts, others, "end_date")
