"""What tables, fields and their values are called in the history, in words for people."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from controllers import check_field_words, complaint_field_words, wording
from models.actions.values import ActionKind, ContactMedium
from models.applications.values import (
    AdviceOutcome,
    ApplicationKind,
    DecisionKind,
    Judgement,
    Sending,
)
from models.centres.values import EngagementType, Gender, NameKind, Qualification
from models.checklists.rules import answer_label
from models.checks.values import (
    AnswerValue,
    Grade,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
    Rung,
    Verdict,
)
from models.kernel.text import N_, _
from models.kernel.wording import decimal, say, short_date
from models.mandates.rules.naming import CERTIFICATES
from models.mandates.values import EndKind

TABLES: Mapping[str, str] = {
    "centre": N_("Centre"),
    "establishment": N_("Establishment"),
    "counsellor": N_("Counsellor"),
    "engagement": N_("Engagement"),
    "contact": N_("Contact"),
    "mandate": N_("Mandate"),
    "certificate": N_("Quality certificate"),
    "dossier_check": N_("Check"),
    "checked_dossier": N_("Dossier or channel"),
    "checklist_answer": N_("Answer"),
    "finding": N_("Finding"),
    "letter": N_("Letter"),
    "letter_place": N_("Place in a letter"),
    "setting": N_("Setting"),
    "visit_question": N_("Question for a visit"),
    "rule_change": N_("Change of a rule"),
    "former_name": N_("Name borne before"),
    "known_apart": N_("Two centres that look alike"),
    "quality_action": N_("Quality action"),
    "attachment": N_("Attachment"),
    "satisfaction": N_("Satisfaction"),
    "application": N_("Application"),
    "criterion_judgement": N_("Criterion"),
    "advice": N_("Advice"),
    "decision": N_("Decision"),
    "destruction": N_("Statement of destruction"),
    **check_field_words.TABLES,
    **complaint_field_words.TABLES,
}
FIELDS: Mapping[str, str] = {
    "about_row": N_("belongs to"),
    "about_table": N_("kind of thing it belongs to"),
    "active": N_("active"),
    "answer": N_("answer"),
    "application_id": N_("application"),
    "appeal_mentioned": N_("letter says how to contest it"),
    "asked_for": N_("asked to complete"),
    "asked_on": N_("asked to complete on"),
    "assessor": N_("assessed by"),
    "authority": N_("who decides"),
    "box": N_("box"),
    "centre_id": N_("centre"),
    "check_id": N_("check"),
    "coaching": N_("coaching"),
    "complete_by": N_("to be completed by"),
    "completed_on": N_("complete on"),
    "conclusion": N_("overall conclusion"),
    "continued_on": N_("told to go on, on"),
    "counsellor_id": N_("counsellor"),
    "criterion_key": N_("criterion"),
    "day": N_("day"),
    "decision_id": N_("decision"),
    "decided_by": N_("decided by"),
    "decided_on": N_("decided on"),
    "deleted": N_("removed"),
    "described": N_("what was destroyed"),
    "destroyed_on": N_("destroyed on"),
    "deviation": N_("reason for other days"),
    "dossier_id": N_("dossier or channel"),
    "email": N_("e-mail"),
    "end_date": N_("last day"),
    "end_kind": N_("way it ended"),
    "ended_on": N_("ended on"),
    "engagement_type": N_("works as"),
    "enterprise_number": N_("enterprise number"),
    "establishment_id": N_("establishment"),
    "establishment_number": N_("establishment number"),
    "evidence": N_("evidence"),
    "expected_evidence": N_("evidence expected"),
    "files_count": N_("number of files"),
    "finished_at": N_("finished on"),
    "first_id": N_("the one"),
    "first_name": N_("first name"),
    "follow_up": N_("follow-up"),
    "gender": N_("salutation"),
    "given_by": N_("advised by"),
    "rests_on": N_("judgements it rests on"),
    "given_on": N_("advised on"),
    "grade_override": N_("weighed by the officer"),
    "hearing_on": N_("heard on"),
    "hearing_report": N_("report of the hearing"),
    "hour": N_("hour"),
    "hours_documented": N_("hours in the dossier"),
    "hours_registered": N_("hours registered"),
    "house_number": N_("house number"),
    "invited": N_("invited"),
    "issuer": N_("issued by"),
    "judgement": N_("judgement"),
    "key": N_("name"),
    "kind": N_("kind"),
    "label": N_("label"),
    "languages": N_("languages"),
    "last_name": N_("last name"),
    "left_out": N_("left out of the letter"),
    "left_out_reason": N_("reason for leaving out"),
    "legal_basis": N_("legal basis"),
    "legal_form": N_("legal form"),
    "legal_name": N_("legal name"),
    "letter_date": N_("date of the letter"),
    "letter_id": N_("letter"),
    "locality": N_("municipality"),
    "mandate_id": N_("mandate"),
    "measure": N_("measure"),
    "measure_due": N_("last day of the measure"),
    "measure_met_by_hand": N_("measure ticked off by hand"),
    "measure_met_by": N_("who ticked off the measure"),
    "measure_met_on": N_("measure carried out on"),
    "media_type": N_("type of file"),
    "medium": N_("went by"),
    "merged_into_id": N_("merged into"),
    "motivation": N_("motivation"),
    "name": N_("name"),
    "note": N_("note"),
    "number": N_("number"),
    "officer": N_("officer"),
    "origin": N_("arose from"),
    "outcome": N_("outcome"),
    "override_reason": N_("reason"),
    "period_from": N_("period from"),
    "period_to": N_("period until and with"),
    "phone": N_("telephone"),
    "planned_on": N_("planned on"),
    "position": N_("place in the row"),
    "postal_code": N_("postal code"),
    "predecessor_id": N_("mandate before it"),
    "qualification": N_("qualification"),
    "qualification_date": N_("day of the qualification"),
    "question_key": N_("question"),
    "received_on": N_("received on"),
    "reference": N_("reference"),
    "remark": N_("remark"),
    "replied_on": N_("answered on"),
    "reply_by": N_("answer by"),
    "reported_on": N_("reported to VDAB on"),
    "requested_start": N_("first day asked"),
    "respondents": N_("answers"),
    "retracted_on": N_("retracted on"),
    "role": N_("function"),
    "rows_count": N_("number of records"),
    "rule_reference": N_("rule it rests on"),
    "satisfied": N_("satisfied"),
    "second_id": N_("the other"),
    "sent_by": N_("sent by"),
    "sent_on": N_("sent on"),
    "series": N_("series"),
    "served_on": N_("received by the centre on"),
    "sha256": N_("mark of its content"),
    "since": N_("since"),
    "size": N_("size in bytes"),
    "source": N_("source"),
    "spoken_to": N_("spoken to"),
    "start_date": N_("first day"),
    "started_at": N_("started on"),
    "statement": N_("what was found"),
    "street": N_("street"),
    "subject": N_("subject"),
    "suspended_from": N_("suspended from"),
    "suspended_until": N_("suspended until and with"),
    "template_key": N_("template"),
    "template_version": N_("version of the template"),
    "term_ended_on": N_("end of the term"),
    "term_years": N_("years kept"),
    "text": N_("text"),
    "trade_name": N_("trade name"),
    "until": N_("until"),
    "valid_from": N_("valid from"),
    "valid_until": N_("valid until and with"),
    "value": N_("value"),
    "verdict_override": N_("verdict of the officer"),
    "visit_date": N_("day of the visit or of the check"),
    "waiting_period_until": N_("no new mandate before"),
    "website": N_("website"),
    **check_field_words.FIELDS,
    **complaint_field_words.FIELDS,
}
OTHERWISE: Mapping[tuple[str, str], str] = {
    ("checklist_answer", "value"): N_("answer"),
    ("checked_dossier", "number"): N_("number or name"),
    ("dossier_check", "template_key"): N_("checklist"),
    ("dossier_check", "template_version"): N_("version of the checklist"),
    ("mandate", "number"): N_("mandate number"),
    ("former_name", "kind"): N_("which name"),
    ("satisfaction", "period_from"): N_("answers from"),
    ("satisfaction", "period_to"): N_("answers until and with"),
    **check_field_words.OTHERWISE,
    **complaint_field_words.OTHERWISE,
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
    NameKind.LEGAL: N_("legal name"),
    NameKind.TRADE: N_("trade name"),
    ActionKind.CONTACT: N_("contact with the centre"),
    ActionKind.INFO_MAIL: N_("info mail"),
    ActionKind.INFO_PAGE: N_("info page"),
    ActionKind.DOSSIER_CHECK: N_("dossier check"),
    ActionKind.USER_SURVEY: N_("survey of users"),
    ActionKind.OFFER_CHECK: N_("check of the offer"),
    ContactMedium.PHONE: N_("telephone"),
    ContactMedium.EMAIL: N_("e-mail"),
    ContactMedium.LETTER: N_("letter"),
    ContactMedium.VISIT: N_("visit"),
    ContactMedium.ONLINE: N_("online talk"),
    ContactMedium.MEETING: N_("meeting"),
    ApplicationKind.FIRST: N_("first mandate"),
    ApplicationKind.RENEWAL: N_("renewal"),
    Judgement.MEETS: N_("meets"),
    Judgement.PARTLY: N_("meets in part"),
    Judgement.DOES_NOT_MEET: N_("does not meet"),
    Judgement.INFO_NEEDED: N_("more information needed"),
    AdviceOutcome.POSITIVE: N_("positive"),
    AdviceOutcome.NEGATIVE: N_("negative"),
    AdviceOutcome.INFO_REQUEST: N_("ask for information"),
    AdviceOutcome.TO_COMMITTEE: N_("to a second assessor"),
    DecisionKind.GRANTED: N_("granted"),
    DecisionKind.REFUSED: N_("refused"),
    DecisionKind.WITHDRAWN: N_("withdrawn"),
    DecisionKind.ENDED_VOLUNTARILY: N_("ended by the centre"),
    DecisionKind.SUSPENDED: N_("suspended"),
    Sending.REGISTERED: N_("registered letter"),
    Sending.RECEIPT: N_("registered letter with receipt"),
    Sending.HANDED_OVER: N_("handed over"),
    Sending.ELECTRONIC: N_("electronic mail"),
    **check_field_words.CHOICES,
    **{kind: said for kind, said in CERTIFICATES.items()},  # noqa: C416 - typed as any kind
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
            return decimal(value)
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
        case Grade() | Verdict() | RecheckOutcome() | ReactionKind() | ReactionOutcome() | Rung():
            return wording.word(value)
        case _ if complaint_field_words.chooses(value):
            return complaint_field_words.said(value)
        case _:
            return _(CHOICES[value]) if value in CHOICES else _bare(value.value)


def _moment(value: date) -> str:
    """A day; of an instant also the hour, as the clock on the wall shows it."""
    if not isinstance(value, datetime):
        return short_date(value)
    local = value.astimezone()
    return f"{short_date(local.date())} {local:%H:%M}"
