"""What a letter rests on, by its kind: gathered here and handed to the rules of that kind."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from models.applications import queries as application_queries
from models.applications.entities import MandateDecision
from models.centres import queries as centre_queries
from models.checks import queries as check_queries
from models.kernel.errors import Gone
from models.letters import rules
from models.letters.entities import Letter
from models.letters.rules import decisions, renewal
from models.letters.values import LetterDraft, Outline
from models.mandates import queries as mandate_queries
from models.settings import queries as settings_queries


def draft(session: Session, letter: Letter, typed: Mapping[str, str], today: date) -> LetterDraft:
    """The letter as it stands today. Raises Gone when what it speaks of is no longer there."""
    if letter.kind == renewal.KIND:
        return rules.renewal_letter(
            _renewal(session, letter, today),
            typed,
            reference=letter.reference,
            version=letter.template_version,
        )
    if letter.kind in decisions.KINDS.values():
        return rules.decision_letter(
            _decided(session, letter, today),
            typed,
            reference=letter.reference,
            version=letter.template_version,
        )
    if letter.check_id is None:
        raise Gone
    return rules.audit_letter(
        check_queries.file(session, letter.check_id),
        centre_queries.file(session, letter.centre_id),
        settings_queries.settings(session),
        letter.letter_date,
        typed,
        reference=letter.reference,
        version=letter.template_version,
    )


def outline(session: Session, letter: Letter, typed: Mapping[str, str], today: date) -> Outline:
    """A letter in a list, of any kind but the audit letter, which is read a page at once."""
    if letter.kind == renewal.KIND:
        facts = _renewal(session, letter, today)
        return rules.renewal_outline(facts, typed, version=letter.template_version)
    if letter.kind in decisions.KINDS.values():
        decided = _decided(session, letter, today)
        return rules.decision_outline(decided, typed, version=letter.template_version)
    raise Gone


def _renewal(session: Session, letter: Letter, today: date) -> renewal.Renewal:
    day = mandate_queries.day(session, today)
    standing = mandate_queries.standing(session, letter.centre_id, day)
    held = next((one for one in standing.mandates if one.id == letter.mandate_id), None)
    if held is None:
        raise Gone
    return renewal.Renewal(
        centre=centre_queries.file(session, letter.centre_id),
        standing=standing,
        mandate=held,
        settings=settings_queries.settings(session),
        letter_date=letter.letter_date,
        today=today,
    )


def _decided(session: Session, letter: Letter, today: date) -> decisions.Decided:
    if letter.decision_id is None or session.get(MandateDecision, letter.decision_id) is None:
        raise Gone
    decision = application_queries.decision(session, letter.decision_id)
    if decision.application_id is None:
        raise Gone
    day = mandate_queries.day(session, today)
    return decisions.Decided(
        application=application_queries.file(session, decision.application_id, today),
        decision=decision,
        centre=centre_queries.file(session, letter.centre_id),
        standing=mandate_queries.standing(session, letter.centre_id, day),
        settings=settings_queries.settings(session),
        letter_date=letter.letter_date,
    )
