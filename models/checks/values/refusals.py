"""Why something cannot be done in a check: one clear sentence each."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class DossierNumberTaken(Refused):
    sentence = N_("Dossier {number} is already in this check.")


class DossierNumberIsAName(Refused):
    sentence = N_(
        "{raw} looks like a name. Write the dossier number of the centre, never the client's name."
    )


class DossierNumberMissing(Refused):
    sentence = N_("A dossier number is needed here. Write the number the centre itself uses.")


class DossierNumberTooLong(Refused):
    sentence = N_("{raw} is too long for a dossier number. Write at most {most} characters.")


class HoursNotPossible(Refused):
    sentence = N_("{hours} hours cannot be right. Write a number from 0 to {most}, such as 3,5.")


class HoursWanted(Refused):
    sentence = N_("Write the two numbers of hours; the answer follows from them.")


class FactWanted(Refused):
    sentence = N_("Fill in the answer itself; whether it is in order follows from it.")


class AmountNotPossible(Refused):
    sentence = N_("{amount} cannot be right. Write a number from {least} to {most}, such as 3,5.")


class StrengthMissing(Refused):
    sentence = N_("Write in one sentence what goes well.")


class ReasonMissing(Refused):
    sentence = N_("A reason is needed for this. Write in one sentence why.")


class PeriodTurnedRound(Refused):
    sentence = N_("This period ends on {last}, before it begins on {first}. Change one of the two.")


class VisitStillToCome(Refused):
    sentence = N_(
        "{day} is still to come, so that visit has not been made. Write a day up to today, {today};"
        " a day to come belongs under Planned on."
    )


class VisitAfterFollowed(Refused):
    sentence = N_(
        "On {first} something was noted that followed this visit, so it was not made on {day}."
        " Write a day up to then."
    )


class CheckNotFinished(Refused):
    sentence = N_("Nothing is agreed yet: finish the check first, then tick its measures off.")


class MeasureStillToCome(Refused):
    sentence = N_(
        "{day} is still to come, so nobody has seen yet that the measure is carried out. Write a"
        " day up to today, {today}."
    )


class MeasureBeforeVisit(Refused):
    sentence = N_(
        "{day} lies before the visit on {visit}, so the measure was not asked yet. Write the day on"
        " which it was seen to be carried out."
    )


class EstablishmentOfAnother(Refused):
    sentence = N_("This establishment is not one of this centre. Choose one from its file.")


class VisitNotBegun(Refused):
    """For a paper that tells what was seen, and for a name under it."""

    sentence = N_("There is nothing to report yet: start the check first.")


class CheckNotBegun(Refused):
    sentence = N_("There is nothing to finish yet: start the check and add its dossiers first.")


class CheckFinished(Refused):
    sentence = N_("This check was finished on {day}. Reopen it to change something.")


class CheckIncomplete(Refused):
    sentence = N_(
        "This check is not complete: {gaps} answers are missing. F8 brings you to the next."
    )


class QuestionMissing(Refused):
    sentence = N_("Write in one sentence what you want to ask.")


class NoVisitPlanned(Refused):
    sentence = N_("No visit to {centre} is planned. Plan a check first, then note the question.")


class ChannelMissing(Refused):
    sentence = N_("A channel needs a name here, such as Website, LinkedIn or Brochure.")


class ChannelTooLong(Refused):
    sentence = N_("This name of a channel is too long. Write at most {most} characters.")


class ChannelTaken(Refused):
    sentence = N_("Channel {name} is already in this check.")


class AddressNotPossible(Refused):
    sentence = N_(
        "This address is not whole. Copy it from the address bar, such as https://www.demer.be/aanbod;"
        " at most {most} characters."
    )


class SeenNameMissing(Refused):
    sentence = N_("Write the name of who saw the summary.")


class SummaryChanged(Refused):
    sentence = N_(
        "The summary is not what was shown any more: something was answered or written meanwhile."
        " Show it again, then note who saw it."
    )


class StatementMissing(Refused):
    sentence = N_("Write in one sentence what was found.")


class FindingThere(Refused):
    sentence = N_(
        "There is a finding on {question} already. Open it to add to it or to weigh it otherwise."
    )


class NotByHand(Refused):
    sentence = N_(
        "This finding follows from the answers, so it cannot be removed. Keep it out of the letter"
        " with a reason, or change the answers."
    )


class ProofMissing(Refused):
    sentence = N_("Write in one sentence what the centre delivered.")


class DeliveryStillToCome(Refused):
    sentence = N_(
        "{day} is still to come. Write the day on which it came in, up to today, {today}."
    )


class JudgeOwns(Refused):
    sentence = N_(
        "{name} judged the proof of this measure, so somebody else must carry it out. Write another"
        " name, or take the judgement back."
    )


class TickerOwns(Refused):
    sentence = N_(
        "{name} ticked this measure off, so somebody else must carry it out. Write another name, or"
        " open the measure again."
    )


class OwnerJudges(Refused):
    sentence = N_(
        "{name} carries out this measure, so somebody else must judge the proof. Let a colleague"
        " judge it, or change who carries it out."
    )


class ProofJudged(Refused):
    sentence = N_("This proof was judged already. Note what came in later as new proof.")


class JudgeUnnamed(Refused):
    sentence = N_(
        "It is not known who you are, and nobody may judge a measure of their own. Write your name"
        " on the page Settings first."
    )


class RechecksOpen(Refused):
    sentence = N_(
        "Findings of an earlier check that wait for an answer: {count}. They stand under Findings,"
        " at the top: say of each what you saw."
    )


class RecheckBeforeVisit(Refused):
    sentence = N_(
        "The visit on {day} lies before that of {reference} on {visit}, so it cannot have looked"
        " again at what was found there. Check the day of the visit."
    )


class NoteMissing(Refused):
    sentence = N_("Write in one sentence why it could not be seen.")


class NothingToSend(Refused):
    sentence = N_("There is no finding to react to yet. Fill in the answers first.")


class RoundRuns(Refused):
    sentence = N_("The findings are with the centre since {day}. Close that round first.")


class NoRound(Refused):
    sentence = N_("No round runs. Send the findings to the centre first.")


class SentStillToCome(Refused):
    sentence = N_("{day} is still to come. Write the day of dispatch, up to today, {today}.")


class SentBeforeVisit(Refused):
    sentence = N_(
        "{day} lies before the visit on {visit}, so there were no findings to send. Write the day"
        " of dispatch."
    )


class SentBeforeRound(Refused):
    sentence = N_(
        "{day} lies before the round that was sent on {sent}. A new round leaves after the one"
        " before."
    )


class ReceivedBeforeSent(Refused):
    sentence = N_("{day} lies before the findings were sent on {sent}. Write the day it came in.")


class ReceivedBeforeVisit(Refused):
    sentence = N_("{day} lies before the visit on {visit}. Write the day it came in.")


class ReactionMissing(Refused):
    sentence = N_("Write what the centre says about this finding.")


class ReactionsOpen(Refused):
    sentence = N_(
        "Reactions that wait for a decision: {count}. Say of each whether you accept it, then close"
        " the round."
    )


class FindingUnknown(Refused):
    sentence = N_("There is no finding on {question} in this check. Check the number.")


class MotivationMissing(Refused):
    sentence = N_("A step of the ladder needs a motivation. Write why you take it.")


class AgainstWhyMissing(Refused):
    sentence = N_(
        "This is not the step that the rules propose. Write why you decide otherwise than proposed."
    )


class GroundsLacking(AgainstWhyMissing):
    sentence = N_("For this step is still lacking: {lacking}. Write why you take it all the same.")


class HearingMissing(Refused):
    sentence = N_(
        "A centre is heard before it is proposed to suspend or withdraw its mandate. Write the day"
        " of the hearing."
    )


class StepOver(Refused):
    sentence = N_("This step ended on {day}. Take a new step instead.")


class DecisionStillToCome(Refused):
    sentence = N_("{day} is still to come. A decision is dated today, {today}, at the latest.")


class CheckNotInStep(Refused):
    sentence = N_(
        "A step rests on a check of this centre that was made on {day} at the latest."
        " Choose such a check, or another day."
    )


class EndBeforeDecided(Refused):
    sentence = N_("{day} lies before the step was decided on {decided}. Write a day from then on.")


class NothingToCompare(Refused):
    sentence = N_("Nothing was kept yet to hold this check to: finish it first.")
