"""What a letter rests on, by its kind: gathered here and handed to the rules of that kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from models.applications import queries as application_queries
from models.applications.entities import MandateDecision
from models.centres import queries as centre_queries
from models.centres.values import CentreFile
from models.checks import queries as check_queries
from models.checks.values import RoundFile
from models.kernel.errors import Gone
from models.letters import rules
from models.letters.entities import Letter
from models.letters.rules import decisions, renewal
from models.letters.values import ClosedRound, LetterDraft, Outline
from models.mandates import queries as mandate_queries
from models.mandates.values import Standing
from models.settings import queries as settings_queries
from models.settings.values import Settings
from models.terms.values import Changed


@dataclass(frozen=True, slots=True)
class Grounds:
    """What letters rest on besides what each speaks of, read once for a page of them."""

    today: date
    settings: Settings
    centres: Mapping[UUID, CentreFile]
    standings: Mapping[UUID, Standing]


def grounds(session: Session, letters: Iterable[Letter], today: date) -> Grounds:
    """Of renewal and decision letters: a fixed number of statements, however many they are."""
    centres = {letter.centre_id for letter in letters}
    if not centres:
        return Grounds(today, Settings(), {}, {})
    day = mandate_queries.day(session, today)
    return Grounds(
        today,
        settings_queries.settings(session),
        centre_queries.files(session, centres),
        mandate_queries.standings(session, centres, day),
    )


def draft(session: Session, letter: Letter, typed: Mapping[str, str], today: date) -> LetterDraft:
    """The letter as it stands today. Raises Gone when what it speaks of is no longer there."""
    if letter.kind == renewal.KIND:
        return rules.renewal_letter(
            _renewal(letter, grounds(session, [letter], today)),
            typed,
            reference=letter.reference,
            version=letter.template_version,
        )
    if letter.kind in decisions.KINDS.values():
        return rules.decision_letter(
            _decided(session, letter, grounds(session, [letter], today)),
            typed,
            reference=letter.reference,
            version=letter.template_version,
        )
    if letter.check_id is None:
        raise Gone
    office = settings_queries.settings(session)
    return rules.audit_letter(
        check_queries.file(session, letter.check_id),
        centre_queries.file(session, letter.centre_id),
        office,
        letter.letter_date,
        typed,
        reference=letter.reference,
        version=letter.template_version,
        reacting=_reacting(session, letter.check_id, office.changed),
    )


def outline(session: Session, letter: Letter, typed: Mapping[str, str], known: Grounds) -> Outline:
    """A letter in a list, of any kind but the audit letter, which is read a page at once."""
    if letter.kind == renewal.KIND:
        facts = _renewal(letter, known)
        return rules.renewal_outline(facts, typed, version=letter.template_version)
    if letter.kind in decisions.KINDS.values():
        decided = _decided(session, letter, known)
        return rules.decision_outline(decided, typed, version=letter.template_version)
    raise Gone


def _reacting(session: Session, check_id: UUID, changed: Changed) -> ClosedRound | RoundFile | None:
    """The last round of reactions of a check; when it is over, with what came of it."""
    rounds = check_queries.rounds(session, check_id, changed)
    last = rounds[-1] if rounds else None
    if last is None or last.closed_on is None:
        return last
    came = check_queries.reactions(session, check_id, None).values()
    return ClosedRound(last.sent_on, last.closed_on, sum(map(len, came)))


def _renewal(letter: Letter, known: Grounds) -> renewal.Renewal:
    standing = known.standings[letter.centre_id]
    held = next((one for one in standing.mandates if one.id == letter.mandate_id), None)
    if held is None:
        raise Gone
    return renewal.Renewal(
        centre=_centre(letter, known),
        standing=standing,
        mandate=held,
        settings=known.settings,
        letter_date=letter.letter_date,
        today=known.today,
    )


def _decided(session: Session, letter: Letter, known: Grounds) -> decisions.Decided:
    if letter.decision_id is None or session.get(MandateDecision, letter.decision_id) is None:
        raise Gone
    decision = application_queries.decision(session, letter.decision_id)
    if decision.application_id is None:
        raise Gone
    return decisions.Decided(
        application=application_queries.file(session, decision.application_id, known.today),
        decision=decision,
        centre=_centre(letter, known),
        standing=known.standings[letter.centre_id],
        settings=known.settings,
        letter_date=letter.letter_date,
    )


def _centre(letter: Letter, known: Grounds) -> CentreFile:
    found = known.centres.get(letter.centre_id)
    if found is None:
        raise Gone
    return found
