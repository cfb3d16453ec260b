"""Words for complaints, said once: kinds, routes, grounds, judgements (content/codelists.yaml)."""

from collections.abc import Mapping
from typing import Any

from models.complaints.values import (
    ClockKind,
    ComplaintChannel,
    ComplaintJudgement,
    ComplaintMedium,
    ComplaintResolution,
    ComplaintState,
    EntryRoute,
    Inadmissibility,
    RegistrationKind,
    SubjectParty,
)
from models.kernel.text import N_

STATES = {
    ComplaintState.RECEIVED: (N_("Received"), "plan"),
    ComplaintState.ACKNOWLEDGED: (N_("Receipt confirmed"), "plan"),
    ComplaintState.IN_HANDLING: (N_("In handling"), "busy"),
    ComplaintState.ANSWERED: (N_("Answered"), "done"),
    ComplaintState.CLOSED: (N_("Closed"), "lock"),
}
ROUTES = {
    EntryRoute.CENTRE: (N_("Centre"), "plain"),
    EntryRoute.VDAB: ("VDAB", "plain"),
    EntryRoute.OMBUDS: (N_("Ombuds service"), "plain"),
}
PARTIES = {
    SubjectParty.CENTRE: (N_("the centre"), "plain"),
    SubjectParty.VDAB: (N_("VDAB itself"), "plain"),
    SubjectParty.ISSUER: (N_("the issuer of the vouchers"), "plain"),
}
KINDS = {
    RegistrationKind.COMPLAINT: (N_("complaint"), "plain"),
    RegistrationKind.SUGGESTION: (N_("suggestion"), "plain"),
    RegistrationKind.REPORT: (N_("report"), "plain"),
    RegistrationKind.QUESTION: (N_("question for information"), "plain"),
}
MEDIA = {
    ComplaintMedium.LETTER: (N_("letter"), "plain"),
    ComplaintMedium.EMAIL: (N_("e-mail"), "plain"),
    ComplaintMedium.WEB_FORM: (N_("web form"), "plain"),
    ComplaintMedium.PHONE: (N_("telephone"), "plain"),
    ComplaintMedium.VISIT: (N_("visit"), "plain"),
    ComplaintMedium.FAX: ("fax", "plain"),
    ComplaintMedium.OTHER: (N_("other"), "plain"),
}
CHANNELS = {
    ComplaintChannel.CITIZEN_DIRECT: (N_("straight from the citizen"), "plain"),
    ComplaintChannel.CABINET: (N_("through a cabinet"), "plain"),
    ComplaintChannel.OMBUDS: (N_("through the Vlaamse Ombudsdienst"), "plain"),
    ComplaintChannel.CIVIL_SOCIETY: (N_("through civil society"), "plain"),
    ComplaintChannel.ROYAL_HOUSE: (N_("through the Royal House"), "plain"),
    ComplaintChannel.OTHER: (N_("other"), "plain"),
}
G = Inadmissibility
GROUNDS = {
    G.ANONYMOUS: (N_("name and address are not known (II.76, § 2, 1°)"), "plain"),
    G.NO_FACTS: (N_("no facts are described (II.76, § 2, 2°)"), "plain"),
    G.NO_INTEREST: (N_("no interest is shown (II.77, § 1, 1°)"), "plain"),
    G.MANIFESTLY_UNFOUNDED: (N_("manifestly unfounded (II.77, § 1, 2°)"), "plain"),
    G.MANIFESTLY_UNREASONABLE: (N_("manifestly unreasonable (II.77, § 1, 3°)"), "plain"),
    G.HANDLED_BEFORE: (N_("the same facts were handled before (II.77, § 1, 4°, a)"), "plain"),
    G.OLDER_THAN_ONE_YEAR: (N_("facts of more than a year before (II.77, § 1, 4°, b)"), "plain"),
    G.APPEAL_NOT_EXHAUSTED: (N_("an appeal was not used (II.77, § 1, 4°, c)"), "plain"),
    G.COURT_CASE_PENDING: (N_("a court case is pending (II.77, § 1, 4°, c)"), "plain"),
    G.POLICY_OR_REGULATION: (N_("about policy or rules"), "plain"),
    G.NOT_FLEMISH_GOVERNMENT: (N_("not about the Flemish government"), "plain"),
    G.NOT_COMPETENT: (N_("the service is not competent"), "plain"),
    G.INTERNAL_STAFF_MATTER: (N_("an internal matter of staff"), "plain"),
}
JUDGEMENTS = {
    ComplaintJudgement.FOUNDED: (N_("founded"), "late"),
    ComplaintJudgement.PARTLY_FOUNDED: (N_("partly founded"), "remark"),
    ComplaintJudgement.UNFOUNDED: (N_("unfounded"), "done"),
    ComplaintJudgement.NO_JUDGEMENT: (N_("no judgement possible"), "draft"),
}
RESOLUTIONS = {
    ComplaintResolution.SOLVED: (N_("solved"), "done"),
    ComplaintResolution.PARTLY_SOLVED: (N_("partly solved"), "remark"),
    ComplaintResolution.UNSOLVED: (N_("not solved"), "late"),
}
CLOCKS = {
    ClockKind.ACKNOWLEDGE: (N_("Confirm receipt"), "plain"),
    ClockKind.REPLY: (N_("Answer"), "plain"),
    ClockKind.NOTICE: (N_("Tell that it is not handled"), "plain"),
}
ComplaintWord = (
    ClockKind
    | ComplaintChannel
    | ComplaintJudgement
    | ComplaintMedium
    | ComplaintResolution
    | ComplaintState
    | EntryRoute
    | Inadmissibility
    | RegistrationKind
    | SubjectParty
)
BY_KIND: Mapping[type[Any], Mapping[Any, tuple[str, str]]] = {
    ComplaintState: STATES,
    EntryRoute: ROUTES,
    SubjectParty: PARTIES,
    RegistrationKind: KINDS,
    ComplaintMedium: MEDIA,
    ComplaintChannel: CHANNELS,
    Inadmissibility: GROUNDS,
    ComplaintJudgement: JUDGEMENTS,
    ComplaintResolution: RESOLUTIONS,
    ClockKind: CLOCKS,
}
