"""What the file knows already of the reactions to findings."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from controllers.checks.exchange.comparing import KnownReaction
from controllers.checks.exchange.reactions import Since
from controllers.exchange.review import Said
from models.checks import queries
from models.checks.entities import DossierCheck
from models.settings import queries as settings_queries
from models.store.session import LookSession


def since(session: LookSession, check_id: UUID, today: date) -> Since:
    """From when a reaction to this check can have come in."""
    changed = settings_queries.settings(session).changed
    running = queries.running_round(session, check_id, changed)
    visit = session.get_one(DossierCheck, check_id).visit_date
    return Since(today, running.sent_on if running else None, visit)


def known_reactions(
    session: LookSession, check_id: UUID, export: UUID
) -> Mapping[str, tuple[KnownReaction, ...]]:
    """By finding, and whether this very workbook brought it."""
    found: defaultdict[str, list[KnownReaction]] = defaultdict(list)
    for row in queries.reaction_rows(session, check_id):
        said = Said(row.kind, row.text, row.received_on)
        mine = row.id == queries.reaction_id(row.finding_id, export)
        found[str(row.finding_id)].append(KnownReaction(said, row.outcome is not None, mine))
    return {finding: tuple(rows) for finding, rows in found.items()}
