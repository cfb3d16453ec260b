"""A centre that gets another name keeps the old one, in the same step (PRODUCT.md, feature 2)."""

from datetime import date, datetime, time, timedelta

from models.centres import queries
from models.centres.entities import CareerCentre, FormerName
from models.centres.rules import same_name
from models.centres.values import NameKind
from models.store.session import ChangeSession
from models.store.trail import stood_before

KINDS = {"legal_name": NameKind.LEGAL, "trade_name": NameKind.TRADE}


def keep_former_name(
    session: ChangeSession, centre: CareerCentre, field: str, new: str | None, today: date
) -> None:
    """Before `field` gets its new value: keep the name that stood when today began.

    What is corrected within the day it was typed was never borne, so typing on changes nothing,
    and typing the old name again takes it off the list. The same name written otherwise (capitals,
    accents, the legal form) is no other name.
    """
    kind = KINDS.get(field)
    if kind is None:
        return
    midnight = datetime.combine(today, time.min).astimezone()
    stood = stood_before(session.connection(), centre.id, field, midnight)
    if not isinstance(stood, str) or not stood:
        return
    until = today - timedelta(days=1)
    kept = queries.former_name(session, centre.id, kind, stood, until)
    if new and same_name(stood, new):
        if kept is not None:
            session.delete(kept)
    elif kept is None:
        before = queries.last_former_day(session, centre.id, kind)
        since = before + timedelta(days=1) if before is not None and before < until else None
        row = FormerName(centre_id=centre.id, name=stood, kind=kind, since=since, until=until)
        session.add(row)
