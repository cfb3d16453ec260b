"""Why something cannot be done with an application or a decision: one clear sentence each."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class ApplicationRunning(Refused):
    sentence = N_(
        "This centre already has an application that is not decided: {reference} of {day}."
        " Open that one."
    )


class ApplicationSettled(Refused):
    sentence = N_("This application is closed: {why} Undo that first to change something.")


class ChecklistGone(Refused):
    sentence = N_(
        "Application {reference} came in with version {version} of its checklist, and that version"
        " is not in this file any more. Bring it back on the page Checklists, or open a copy of"
        " the file from before."
    )


class DayMissing(Refused):
    sentence = N_("A day is needed here. Write it as 31/10/2026.")


class DayStillToCome(Refused):
    sentence = N_("{day} is still to come. Write a day up to today, {today}.")


class DayTooEarly(Refused):
    sentence = N_("{day} lies before {first}, {event}. Write a later day.")


class ReceivedTooLate(Refused):
    sentence = N_(
        "{day} lies after {first}, when this application was already worked on. Write an earlier"
        " day."
    )


class QuestionMissing(Refused):
    sentence = N_("Write what the centre must still send, so that it can be asked.")


class PersonMissing(Refused):
    sentence = N_("A name is needed here: who does this?")


class MotivationMissing(Refused):
    sentence = N_("A motivation is needed here. Write in one or more sentences why.")


class OtherAdviceUnmotivated(Refused):
    sentence = N_(
        "The rules propose {advice}. Write in one or more sentences why your advice differs."
    )


class NotAskedToComplete(Refused):
    sentence = N_(
        "A negative advice comes only after the centre could complete its application. Ask it to"
        " complete first."
    )


class CriteriaOpen(Refused):
    sentence = N_("This advice cannot be given yet. {lacking} F8 brings you to the next.")


class AdviceMissing(Refused):
    sentence = N_("There is no positive or negative advice yet. Give the advice first.")


class AdviceOvertaken(Refused):
    sentence = N_(
        "The advice of {name} rests on other judgements than those that stand now: {criteria}. Give"
        " the advice anew first."
    )


class ApplicationWaiting(Refused):
    sentence = N_(
        "The centre was asked to complete its application until {day}. Say that it is complete,"
        " or wait for that day."
    )


class FourEyes(Refused):
    sentence = N_(
        "{name} assessed or advised on this application. Another person decides: write that name."
    )


class RefusalUnmotivated(Refused):
    sentence = N_(
        "A refusal needs a judgement and a motivation for every requirement (law of 29 July 1991)."
        " Still missing for: {criteria}."
    )


class DecisionUnmotivated(Refused):
    sentence = N_("A refusal needs a motivation of the decision itself. Write why it is refused.")


class GrantUnexplained(Refused):
    sentence = N_(
        "Not met at this start: {criteria}. A mandate can be granted all the same when the"
        " motivation names {keys} and says why."
    )


class AdviceNotFollowed(Refused):
    sentence = N_("The advice says {advice}. Deciding otherwise needs a motivation that says why.")


class LegalBasisMissing(Refused):
    sentence = N_("A decision names its legal basis. Write the article it rests on.")


class StartBeforeReceived(Refused):
    sentence = N_(
        "A mandate cannot start on {start}, before its application came in on {day}. Change one of"
        " both."
    )


class StartMissing(Refused):
    sentence = N_("A mandate has a first day. Write the day as 01/11/2026.")


class MandateNotRunning(Refused):
    sentence = N_("Only a mandate that runs can be ended. This one runs from {start} to {end}.")


class LastDayOutside(Refused):
    sentence = N_("The last day must lie in the mandate, from {start} to {end}.")


class HearingMissing(Refused):
    sentence = N_(
        "The centre must be heard before its mandate is withdrawn. Write the day of the hearing."
    )


class HearingUnreported(Refused):
    sentence = N_("Write what was said at the hearing, or that nobody came.")


class HearingTooLate(Refused):
    sentence = N_("The hearing of {day} lies after the decision of {decided}. Change one of both.")


class WaitingPeriodMissing(Refused):
    sentence = N_("Write the last day of the waiting period: a new mandate can start after it.")


class WaitingPeriodTooEarly(Refused):
    sentence = N_("The waiting period ends on {day}, before the mandate does on {last}.")


class SuspensionOff(Refused):
    sentence = N_(
        "Suspending a mandate was found in no rule, so it is switched off. The settings can"
        " switch it on."
    )


class ServedBeforeSent(Refused):
    sentence = N_("Received on {day}, before it was sent on {sent}. Change one of both.")


class SentBeforeDecided(Refused):
    sentence = N_("Sent on {day}, before the decision of {decided}. Change one of both.")


class CheckOfAnother(Refused):
    sentence = N_("That dossier check is not one of this centre. Choose one from its file.")
