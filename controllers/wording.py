"""Words and badges for states, said once for screen, workbook and console."""

from models.actions.values import ActionKind, ContactMedium
from models.checks.values import CheckState, Grade, Verdict
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
VERDICTS = {
    Verdict.CONFORM: (N_("Conform"), "done"),
    Verdict.CONFORM_WITH_REMARKS: (N_("Conform with remarks"), "remark"),
    Verdict.NON_CONFORM: (N_("Not conform"), "late"),
}
GRADES = {
    Grade.MAJOR: (N_("Major nonconformity"), "late"),
    Grade.MINOR: (N_("Nonconformity"), "remark"),
    Grade.OBSERVATION: (N_("Observation"), "note"),
    Grade.STRENGTH: (N_("Strong point"), "good"),
}

ACTIONS = {
    ActionKind.CONTACT: N_("Contact"),
    ActionKind.INFO_MAIL: N_("Info mail"),
    ActionKind.INFO_PAGE: N_("Info page"),
    ActionKind.DOSSIER_CHECK: N_("Dossier check"),
    ActionKind.USER_SURVEY: N_("Survey of users"),
    ActionKind.OFFER_CHECK: N_("Check of the offer"),
}
MEDIA = {
    ContactMedium.PHONE: N_("Telephone"),
    ContactMedium.EMAIL: N_("E-mail"),
    ContactMedium.LETTER: N_("Letter"),
    ContactMedium.VISIT: N_("Visit"),
    ContactMedium.ONLINE: N_("Online"),
    ContactMedium.MEETING: N_("Meeting"),
}

State = MandateState | CertificateState | CheckState | Verdict | Grade


def word(state: State) -> str:
    """How a state is called, in the language of the screen."""
    return _(_entry(state)[0])


def badge(state: State) -> str:
    """Which badge of ui.kit.badge shows it."""
    return _entry(state)[1]


def action_word(kind: ActionKind) -> str:
    """How a kind of quality action is called."""
    return _(ACTIONS[kind])


def medium_word(medium: ContactMedium) -> str:
    """What a contact went by."""
    return _(MEDIA[medium])


def _entry(state: State) -> tuple[str, str]:
    match state:
        case MandateState():
            return MANDATES[state]
        case CertificateState():
            return CERTIFICATES[state]
        case CheckState():
            return CHECKS[state]
        case Verdict():
            return VERDICTS[state]
        case Grade():
            return GRADES[state]
