"""Words and badges for states, said once for screen, workbook and console."""

from collections.abc import Mapping
from typing import Any

from controllers.complaint_words import BY_KIND as OF_COMPLAINTS
from controllers.complaint_words import ComplaintWord
from models.actions.values import KIND_WORDS, ActionKind, ContactMedium
from models.applications.values import (
    AdviceOutcome,
    ApplicationState,
    DecisionKind,
    Judgement,
    Outcome,
)
from models.checklists.values import VersionState
from models.checks.values import (
    CheckState,
    Grade,
    MeasureStatus,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
    Rung,
    Verdict,
)
from models.conditions.values import ConditionKind, Urgency
from models.kernel.text import N_, _
from models.mandates.values import CertificateState, MandateState

MANDATES = {
    MandateState.NONE: (N_("No mandate"), "plain"),
    MandateState.FUTURE: (N_("To come"), "plan"),
    MandateState.ACTIVE: (N_("Running"), "done"),
    MandateState.ENDING: (N_("Ends soon"), "due"),
    MandateState.EXPIRED: (N_("Expired"), "late"),
    MandateState.WITHDRAWN: (N_("Withdrawn"), "late"),
    MandateState.ENDED_VOLUNTARILY: (N_("Ended by the centre"), "lock"),
    MandateState.WAITING: (N_("Waiting period"), "wait"),
    MandateState.SUSPENDED: (N_("Suspended"), "remark"),
}
CERTIFICATES = {
    CertificateState.MISSING: (N_("Missing"), "late"),
    CertificateState.UNDATED: (N_("Without date"), "due"),
    CertificateState.FUTURE: (N_("Begins later"), "plan"),
    CertificateState.VALID: (N_("Valid"), "done"),
    CertificateState.ENDING: (N_("Ends soon"), "due"),
    CertificateState.EXPIRED: (N_("Expired"), "late"),
}
CHECKS = {
    CheckState.PLANNED: (N_("Planned"), "plan"),
    CheckState.RUNNING: (N_("Busy"), "busy"),
    CheckState.FINISHED: (N_("Finished"), "done"),
}
VERSIONS = {
    VersionState.DRAFT: (N_("Draft"), "plan"),
    VersionState.TEST: (N_("In test"), "busy"),
    VersionState.PUBLISHED: (N_("Published"), "done"),
    VersionState.RETIRED: (N_("Retired"), "lock"),
}
VERDICTS = {
    Verdict.CONFORM: (N_("Conform"), "done"),
    Verdict.CONFORM_WITH_REMARKS: (N_("Conform with remarks"), "remark"),
    Verdict.NON_CONFORM: (N_("Not conform"), "late"),
}
GRADES = {
    Grade.MAJOR: (N_("Major nonconformity"), "late"),
    Grade.MINOR: (N_("Nonconformity"), "remark"),
    Grade.OBSERVATION: (N_("Observation"), "note"),
    Grade.COACHING: (N_("Coaching"), "note"),
    Grade.STRENGTH: (N_("Strong point"), "good"),
}
RECHECKS = {
    RecheckOutcome.SOLVED: (N_("Solved"), "done"),
    RecheckOutcome.PARTLY: (N_("Solved in part"), "remark"),
    RecheckOutcome.NOT_SOLVED: (N_("Not solved"), "late"),
    RecheckOutcome.NOT_SEEN: (N_("Could not be seen"), "draft"),
}
REACTIONS = {
    ReactionKind.AGREES: (N_("Agrees"), "good"),
    ReactionKind.TYPING: (N_("Slip of the pen"), "note"),
    ReactionKind.FACT: (N_("A fact is wrong"), "note"),
    ReactionKind.OMISSION: (N_("Something is missing"), "note"),
    ReactionKind.OPINION: (N_("Another opinion"), "note"),
}
REACTION_OUTCOMES = {
    ReactionOutcome.ACCEPTED: (N_("Accepted"), "done"),
    ReactionOutcome.PARTLY: (N_("Accepted in part"), "remark"),
    ReactionOutcome.REJECTED: (N_("Not accepted"), "lock"),
}
RUNGS = {
    Rung.COACHING: (N_("Coaching"), "note"),
    Rung.REQUEST: (N_("Request to improve"), "remark"),
    Rung.NOTICE: (N_("Formal notice"), "late"),
    Rung.PROPOSAL: (N_("Proposal to suspend or withdraw"), "late"),
}
MEASURES = {
    MeasureStatus.OPEN: (N_("To be carried out"), "plan"),
    MeasureStatus.EVIDENCE_RECEIVED: (N_("Proof received"), "due"),
    MeasureStatus.VERIFIED: (N_("Verified, in order"), "done"),
    MeasureStatus.REJECTED: (N_("Proof not sufficient"), "late"),
    MeasureStatus.OVERDUE: (N_("Overdue"), "late"),
}
APPLICATIONS = {
    ApplicationState.RECEIVED: (N_("Received"), "plan"),
    ApplicationState.TO_COMPLETE: (N_("To be completed"), "wait"),
    ApplicationState.IN_ASSESSMENT: (N_("In assessment"), "busy"),
    ApplicationState.ADVISED: (N_("Advised"), "due"),
    ApplicationState.GRANTED: (N_("Granted"), "done"),
    ApplicationState.REFUSED: (N_("Refused"), "lock"),
    ApplicationState.RETRACTED: (N_("Taken back"), "plain"),
}
JUDGEMENTS = {
    Judgement.MEETS: (N_("meets"), "done"),
    Judgement.PARTLY: (N_("meets in part"), "remark"),
    Judgement.DOES_NOT_MEET: (N_("does not meet"), "late"),
    Judgement.INFO_NEEDED: (N_("more information needed"), "due"),
}
ADVICES = {
    AdviceOutcome.POSITIVE: (N_("positive"), "good"),
    AdviceOutcome.NEGATIVE: (N_("negative"), "late"),
    AdviceOutcome.INFO_REQUEST: (N_("ask for information"), "due"),
    AdviceOutcome.TO_COMMITTEE: (N_("to a second assessor"), "remark"),
}
DECISIONS = {
    DecisionKind.GRANTED: (N_("granted"), "done"),
    DecisionKind.REFUSED: (N_("refused"), "lock"),
    DecisionKind.WITHDRAWN: (N_("withdrawn"), "late"),
    DecisionKind.ENDED_VOLUNTARILY: (N_("ended by the centre"), "lock"),
    DecisionKind.SUSPENDED: (N_("suspended"), "late"),
}
OUTCOMES = {
    Outcome.HOLDS: (N_("holds"), "done"),
    Outcome.FAILS: (N_("does not hold"), "late"),
    Outcome.UNKNOWN: (N_("not known"), "draft"),
}

URGENCIES = {
    Urgency.LATE: (N_("Late"), "late"),
    Urgency.NOW: (N_("Start now"), "due"),
    Urgency.SOON: (N_("Shortly"), "plan"),
    Urgency.LATER: (N_("Later"), "wait"),
    Urgency.INFO: (N_("For your information"), "note"),
}
CONDITIONS = {
    ConditionKind.MANDATE_END: N_("Mandate ends"),
    ConditionKind.RENEWAL: N_("Next period"),
    ConditionKind.DEVIATION: N_("Odd days"),
    ConditionKind.WAITING_PERIOD: N_("Waiting period"),
    ConditionKind.CERTIFICATE_MISSING: N_("Certificate not known"),
    ConditionKind.CERTIFICATE_TODAY: N_("Certificate not valid today"),
    ConditionKind.CERTIFICATE_END: N_("Certificate ends"),
    ConditionKind.CERTIFICATE_INSIDE: N_("Gap between certificates"),
    ConditionKind.CERTIFICATE_NEXT: N_("Certificate at the next mandate"),
    ConditionKind.QUALIFICATION: N_("Professional qualification"),
    ConditionKind.NOT_REPORTED: N_("Counsellor not reported"),
    ConditionKind.APPLICATION: N_("Application to be completed"),
    ConditionKind.DECISION: N_("Decision on an application"),
    ConditionKind.CHECK: N_("Planned check did not begin"),
    ConditionKind.REPLY: N_("Waiting for an answer"),
    ConditionKind.MEASURE: N_("Measure after a check"),
    ConditionKind.REACTION: N_("Reaction of the centre"),
    ConditionKind.COMPLAINT: N_("Term of a complaint"),
}

MEDIA = {
    ContactMedium.PHONE: N_("Telephone"),
    ContactMedium.EMAIL: N_("E-mail"),
    ContactMedium.LETTER: N_("Letter"),
    ContactMedium.VISIT: N_("Visit"),
    ContactMedium.ONLINE: N_("Online"),
    ContactMedium.MEETING: N_("Meeting"),
}

State = (
    MandateState
    | CertificateState
    | CheckState
    | VersionState
    | Verdict
    | Grade
    | MeasureStatus
    | RecheckOutcome
    | ReactionKind
    | ReactionOutcome
    | Rung
    | ApplicationState
    | Judgement
    | AdviceOutcome
    | DecisionKind
    | Outcome
    | Urgency
    | ComplaintWord
)
_BY_KIND: Mapping[type[State], Mapping[Any, tuple[str, str]]] = {
    MandateState: MANDATES,
    CertificateState: CERTIFICATES,
    CheckState: CHECKS,
    VersionState: VERSIONS,
    Verdict: VERDICTS,
    Grade: GRADES,
    MeasureStatus: MEASURES,
    RecheckOutcome: RECHECKS,
    ReactionKind: REACTIONS,
    ReactionOutcome: REACTION_OUTCOMES,
    Rung: RUNGS,
    ApplicationState: APPLICATIONS,
    Judgement: JUDGEMENTS,
    AdviceOutcome: ADVICES,
    DecisionKind: DECISIONS,
    Outcome: OUTCOMES,
    Urgency: URGENCIES,
    **OF_COMPLAINTS,
}
"""Kind by kind: two states of other kinds may be written alike."""


def word(state: State) -> str:
    """How a state is called, in the language of the screen."""
    return _(_BY_KIND[type(state)][state][0])


def badge(state: State) -> str:
    """Which badge of ui.kit.badge shows it."""
    return _BY_KIND[type(state)][state][1]


def action_word(kind: ActionKind) -> str:
    """How a kind of quality action is called."""
    return _(KIND_WORDS[kind].name)


def medium_word(medium: ContactMedium) -> str:
    """What a contact went by."""
    return _(MEDIA[medium])


def condition_word(kind: ConditionKind) -> str:
    """How a kind of condition is called."""
    return _(CONDITIONS[kind])
