"""What tables, fields and their values are called in the history, in words for people."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from controllers import wording
from models.centres.values import EngagementType, Gender, Qualification
from models.checks.rules.template import answer_label
from models.checks.values import AnswerValue, Grade, Verdict
from models.kernel.text import N_, _
from models.kernel.wording import say, short_date
from models.mandates.values import CertificateKind, EndKind

TABLES: Mapping[str, str] = {
    "centre": N_("Centre"),
    "establishment": N_("Establishment"),
    "counsellor": N_("Counsellor"),
    "engagement": N_("Engagement"),
    "contact": N_("Contact"),
    "mandate": N_("Mandate"),
    "certificate": N_("Quality certificate"),
    "dossier_check": N_("Dossier check"),
    "checked_dossier": N_("Dossier"),
    "checklist_answer": N_("Answer"),
    "finding": N_("Finding"),
    "letter": N_("Letter"),
    "letter_place": N_("Place in a letter"),
    "setting": N_("Setting"),
}
FIELDS: Mapping[str, str] = {
    "active": N_("active"),
    "box": N_("box"),
    "centre_id": N_("centre"),
    "check_id": N_("dossier check"),
    "conclusion": N_("overall conclusion"),
    "counsellor_id": N_("counsellor"),
    "deleted": N_("removed"),
    "dossier_id": N_("dossier"),
    "email": N_("e-mail"),
    "end_date": N_("last day"),
    "end_kind": N_("way it ended"),
    "ended_on": N_("ended on"),
    "engagement_type": N_("works as"),
    "enterprise_number": N_("enterprise number"),
    "establishment_id": N_("establishment"),
    "establishment_number": N_("establishment number"),
    "expected_evidence": N_("evidence expected"),
    "finished_at": N_("finished on"),
    "first_name": N_("first name"),
    "follow_up": N_("follow-up"),
    "gender": N_("salutation"),
    "grade_override": N_("weighed by the officer"),
    "hours_documented": N_("hours in the dossier"),
    "hours_registered": N_("hours registered"),
    "house_number": N_("house number"),
    "issuer": N_("issued by"),
    "key": N_("name"),
    "kind": N_("kind"),
    "label": N_("label"),
    "languages": N_("languages"),
    "last_name": N_("last name"),
    "left_out": N_("left out of the letter"),
    "left_out_reason": N_("reason for leaving out"),
    "legal_form": N_("legal form"),
    "legal_name": N_("legal name"),
    "letter_date": N_("date of the letter"),
    "letter_id": N_("letter"),
    "locality": N_("municipality"),
    "measure": N_("measure"),
    "measure_due": N_("last day of the measure"),
    "name": N_("name"),
    "note": N_("note"),
    "number": N_("number"),
    "officer": N_("officer"),
    "override_reason": N_("reason"),
    "period_from": N_("period from"),
    "period_to": N_("period until and with"),
    "phone": N_("telephone"),
    "planned_on": N_("planned on"),
    "position": N_("place in the row"),
    "postal_code": N_("postal code"),
    "qualification": N_("qualification"),
    "qualification_date": N_("day of the qualification"),
    "question_key": N_("question"),
    "reference": N_("reference"),
    "remark": N_("remark"),
    "role": N_("function"),
    "since": N_("since"),
    "spoken_to": N_("spoken to"),
    "start_date": N_("first day"),
    "started_at": N_("started on"),
    "statement": N_("what was found"),
    "street": N_("street"),
    "template_key": N_("template"),
    "template_version": N_("version of the template"),
    "text": N_("text"),
    "trade_name": N_("trade name"),
    "until": N_("until"),
    "valid_from": N_("valid from"),
    "valid_until": N_("valid until and with"),
    "value": N_("value"),
    "verdict_override": N_("verdict of the officer"),
    "visit_date": N_("day of the visit"),
    "waiting_period_until": N_("no new mandate before"),
    "website": N_("website"),
}
OTHERWISE: Mapping[tuple[str, str], str] = {
    ("checklist_answer", "value"): N_("answer"),
    ("checked_dossier", "number"): N_("dossier number"),
    ("dossier_check", "template_key"): N_("checklist"),
    ("dossier_check", "template_version"): N_("version of the checklist"),
    ("mandate", "number"): N_("mandate number"),
}
"""Fields that are called otherwise in one table than elsewhere."""
CHOICES: Mapping[StrEnum, str] = {
    EngagementType.MANAGER: N_("manager"),
    EngagementType.EMPLOYEE: N_("employee"),
    EngagementType.FREELANCE: N_("self-employed"),
    EngagementType.SUBCONTRACTOR: N_("subcontractor"),
    Qualification.YES: N_("obtained"),
    Qualification.EQUIVALENT: N_("equivalent"),
    Qualification.IN_PROGRESS: N_("in training"),
    Qualification.NO: N_("not obtained"),
    Qualification.UNKNOWN: N_("not known"),
    Gender.WOMAN: N_("Mrs"),
    Gender.MAN: N_("Mr"),
    Gender.UNKNOWN: N_("not known"),
    EndKind.WITHDRAWN: N_("withdrawn"),
    EndKind.ENDED_VOLUNTARILY: N_("ended by the centre"),
    CertificateKind.ISO_9001: N_("ISO 9001"),
    CertificateKind.QFOR_CLIENT_SCAN: N_("Qfor ClientScan"),
    CertificateKind.QFOR_PROCESS_SCAN: N_("Qfor ProcessScan"),
    CertificateKind.CEDEO: N_("Cedeo"),
    CertificateKind.EFQM: N_("EFQM"),
    CertificateKind.INVESTORS_IN_PEOPLE: N_("Investors in People"),
    CertificateKind.KMO_PORTEFEUILLE: N_("kmo-portefeuille"),
    CertificateKind.ESF_LABEL: N_("ESF label"),
    CertificateKind.WSE_REGISTRATION: N_("registration with WSE"),
    CertificateKind.OTHER: N_("another label"),
}


def table_word(table: str) -> str:
    """What a row of this table is called; its bare name when nobody said."""
    return _(TABLES[table]) if table in TABLES else _bare(table).capitalize()


def field_word(table: str, field: str) -> str:
    """What this field is called; its bare name when nobody said."""
    said = OTHERWISE.get((table, field)) or FIELDS.get(field)
    return _(said) if said else _bare(field)


def _bare(name: str) -> str:
    return name.removesuffix("_id").replace("_", " ")


def value_word(value: Any) -> str:
    """A value of a row as people write it; empty when nothing stands there."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case float():
            return f"{value:g}".replace(".", ",")
        case StrEnum():
            return _choice(value)
        case date():
            return _moment(value)
        case _:
            return say(value)


def _choice(value: StrEnum) -> str:
    match value:
        case AnswerValue():
            return answer_label(value)
        case Grade() | Verdict():
            return wording.word(value)
        case _:
            return _(CHOICES[value]) if value in CHOICES else _bare(value.value)


def _moment(value: date) -> str:
    """A day; of an instant also the hour, as the clock on the wall shows it."""
    if not isinstance(value, datetime):
        return short_date(value)
    local = value.astimezone()
    return f"{short_date(local.date())} {local:%H:%M}"
