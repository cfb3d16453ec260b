"""From which day the measures of checks count: that of an audit letter that lacks nothing.

Nobody writes down when a letter left, so its own date counts. A draft went nowhere, and starts no
term.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.values import CentreFile
from models.checks import queries as check_queries
from models.checks.values import CheckFile, LetterDays
from models.letters import rules
from models.letters.entities import Letter, LetterPlace
from models.letters.rules.audit import KIND as AUDIT
from models.settings import queries as settings_queries

CONCLUSION = "overall_conclusion"
"""The place of a letter that follows from the verdicts, unless somebody wrote it."""


def date_of_check(session: Session, check_id: UUID) -> date | None:
    """The day from which the measures of a check count; None without a letter or with a draft."""
    return letter_days(session, list(check_queries.wanting(session, [check_id]).values())).of(
        check_id
    )


def letter_days(session: Session, checks: Sequence[CheckFile]) -> LetterDays:
    """Of these checks, as `check_queries.wanting` reads them; one statement without letters.

    Verdicts are read only where a dossier may have none: its letter may lack a conclusion.
    """
    wanted = select(Letter).where(
        Letter.check_id.in_([one.id for one in checks]), Letter.kind == AUDIT
    )
    letters = {one.check_id: one for one in session.scalars(wanted) if one.check_id is not None}
    if not letters:
        return LetterDays()
    wrote = typed_in(session, [one.id for one in letters.values()])
    centres = centre_queries.identities(session, {one.centre_id for one in letters.values()})
    office = settings_queries.settings(session)
    silent = [
        one for one in checks if one.id in letters and CONCLUSION not in wrote[letters[one.id].id]
    ]
    judged = _judged(session, silent)
    days = {
        check.id: letter.letter_date
        for check in checks
        if (letter := letters.get(check.id)) is not None
        and letter.letter_date is not None
        and rules.audit_whole(
            judged.get(check.id, check),
            CentreFile(centres[letter.centre_id], (), (), ()),
            office,
            letter.letter_date,
            wrote[letter.id],
            version=letter.template_version,
        )
    }
    return LetterDays(days, frozenset(letters) - days.keys())


def _judged(session: Session, checks: Iterable[CheckFile]) -> dict[UUID, CheckFile]:
    """With their verdicts those that have no conclusion and a dossier that may have no verdict."""
    silent = [one for one in checks if not one.conclusion.strip()]
    undecided = check_queries.undecided(session, silent)
    return check_queries.outlines(session, undecided) if undecided else {}


def typed_in(session: Session, letters: Collection[UUID]) -> defaultdict[UUID, dict[str, str]]:
    """What officers wrote in these letters, by letter and place."""
    found: defaultdict[UUID, dict[str, str]] = defaultdict(dict)
    words = LetterPlace.letter_id, LetterPlace.key, LetterPlace.text
    for letter, key, text in session.execute(
        select(*words).where(LetterPlace.letter_id.in_(letters))
    ):
        if text:
            found[letter][key] = text
    return found
