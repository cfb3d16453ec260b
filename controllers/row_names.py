"""How a row of any table is called: a name, a number or a reference, never an id."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from controllers.field_words import value_word
from models.kernel.text import _
from models.kernel.wording import short_date
from models.letters.rules.template import place_label
from models.settings.values import SettingUnknown, setting
from models.store.entity import Entity
from models.store.session import LookSession
from models.terms.parameters import parameters


def row_name(session: LookSession, table: str, row: UUID) -> str:
    """How a row is called: a name, a number or a reference; empty for one that never was."""
    kind = kinds().get(table)
    found = session.with_deleted(kind, row) if kind else None
    return "" if found is None else _NAMES.get(table, _unnamed)(session, found)


def kinds() -> Mapping[str, type[Entity]]:
    """Every table of the trade, by its name."""
    found = (mapper.class_ for mapper in Entity.registry.mappers)
    return {kind.__tablename__: kind for kind in found}


def _unnamed(_session: LookSession, row: Any) -> str:
    """A row of a subject that did not say how its rows are called."""
    return str(getattr(row, "name", None) or "")


def _centre(_session: LookSession, row: Any) -> str:
    return str(row.trade_name or row.legal_name)


def _place(_session: LookSession, row: Any) -> str:
    return str(row.name or row.locality or row.establishment_number or "")


def _person(_session: LookSession, row: Any) -> str:
    return f"{row.first_name or ''} {row.last_name or ''}".strip()


def _engagement(session: LookSession, row: Any) -> str:
    return row_name(session, "counsellor", row.counsellor_id)


def _of_centre(session: LookSession, row: Any) -> str:
    return row_name(session, "centre", row.centre_id)


def _check(session: LookSession, row: Any) -> str:
    day: date | None = row.visit_date or row.planned_on
    name = _of_centre(session, row)
    return f"{name}, {short_date(day)}" if day else name


def _mandate(session: LookSession, row: Any) -> str:
    return str(row.number or _of_centre(session, row))


def _certificate(session: LookSession, row: Any) -> str:
    kind = value_word(row.kind)
    return str(row.label or kind or _of_centre(session, row))


def _dossier(_session: LookSession, row: Any) -> str:
    return str(row.number)


def _answer(session: LookSession, row: Any) -> str:
    number = row_name(session, "checked_dossier", row.dossier_id)
    return _("{question} · {number}").format(question=row.question_key, number=number)


def _finding(_session: LookSession, row: Any) -> str:
    return str(row.question_key or _("strong point"))


def _letter(_session: LookSession, row: Any) -> str:
    return str(row.reference)


def _letter_place(session: LookSession, row: Any) -> str:
    return f"{place_label(row.key)} · {row_name(session, 'letter', row.letter_id)}"


def _setting(_session: LookSession, row: Any) -> str:
    try:
        return _(setting(row.key).label)
    except SettingUnknown:
        return _("draft") if row.key.startswith("draft_") else str(row.key)


def _action(session: LookSession, row: Any) -> str:
    said = row.subject or value_word(row.kind)
    return f"{_of_centre(session, row)}, {short_date(row.day)}: {said}"


def _named(_session: LookSession, row: Any) -> str:
    return str(row.name)


def _two_centres(session: LookSession, row: Any) -> str:
    return " · ".join(row_name(session, "centre", one) for one in (row.first_id, row.second_id))


def _measured(session: LookSession, row: Any) -> str:
    return f"{_of_centre(session, row)}, {short_date(row.period_to)}"


def _referenced(session: LookSession, row: Any) -> str:
    return f"{row.reference} · {_of_centre(session, row)}"


def _route(session: LookSession, row: Any) -> str:
    return f"{value_word(row.entry)} · {row_name(session, 'complaint', row.complaint_id)}"


def _criterion(session: LookSession, row: Any) -> str:
    return f"{row.criterion_key} · {row_name(session, 'application', row.application_id)}"


def _of_application(session: LookSession, row: Any) -> str:
    return row_name(session, "application", row.application_id)


def _advice(session: LookSession, row: Any) -> str:
    return f"{value_word(row.outcome)} · {row_name(session, 'application', row.application_id)}"


def _decision(session: LookSession, row: Any) -> str:
    day = short_date(row.decided_on)
    return f"{value_word(row.kind)}, {day} · {_of_centre(session, row)}"


def _question(_session: LookSession, row: Any) -> str:
    return str(row.text)


def _rule_change(_session: LookSession, row: Any) -> str:
    rows = parameters().get(row.key)
    return f"{rows[-1].title if rows else row.key}, {short_date(row.valid_from)}"


def _version(_session: LookSession, row: Any) -> str:
    return f"{row.title}, {row.version}"


def _titled(_session: LookSession, row: Any) -> str:
    return str(row.title)


def _keyed(_session: LookSession, row: Any) -> str:
    return str(row.key)


def _of_check(session: LookSession, row: Any) -> str:
    return row_name(session, "dossier_check", row.check_id)


def _asked_in(session: LookSession, row: Any) -> str:
    return f"{row.question_key} · {_of_check(session, row)}"


def _reacted(session: LookSession, row: Any) -> str:
    return f"{row_name(session, 'finding', row.finding_id)} · {_of_check(session, row)}"


def _revision(session: LookSession, row: Any) -> str:
    return f"{row.number} · {_of_check(session, row)}"


def _rung(session: LookSession, row: Any) -> str:
    return f"{value_word(row.rung)}, {short_date(row.decided_on)} · {_of_centre(session, row)}"


_NAMES: Mapping[str, Callable[[LookSession, Any], str]] = {
    "centre": _centre,
    "establishment": _place,
    "counsellor": _person,
    "engagement": _engagement,
    "contact": _person,
    "mandate": _mandate,
    "certificate": _certificate,
    "dossier_check": _check,
    "checked_dossier": _dossier,
    "checklist_answer": _answer,
    "finding": _finding,
    "letter": _letter,
    "letter_place": _letter_place,
    "setting": _setting,
    "visit_question": _question,
    "rule_change": _rule_change,
    "former_name": _named,
    "known_apart": _two_centres,
    "quality_action": _action,
    "attachment": _named,
    "satisfaction": _measured,
    "complaint": _referenced,
    "complaint_route": _route,
    "application": _referenced,
    "criterion_judgement": _criterion,
    "advice": _advice,
    "assessment_export": _of_application,
    "decision": _decision,
    "destruction": _letter,
    "checklist_version": _version,
    "checklist_section": _titled,
    "checklist_question": _keyed,
    "library_question": _keyed,
    "text_block": _keyed,
    "dossier_sample": _of_check,
    "measure_review": _asked_in,
    "recheck": _asked_in,
    "reaction_round": _of_check,
    "centre_reaction": _reacted,
    "check_revision": _revision,
    "seen_by_centre": _named,
    "checklist_export": _of_check,
    "ladder_step": _rung,
}
