"""The audit letter: every place proposed from the check, the centre and the settings."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.centres.values import CentreFile
from models.checklists.values import Unit
from models.checks.values import CheckFile, CheckState, FindingFile, RoundFile
from models.letters.rules import assembly, tables
from models.letters.rules.assembly import Making
from models.letters.rules.proposals import Facts, proposals, strengths
from models.letters.rules.template import letter_template
from models.letters.values import CHECK_UNFINISHED, Block, ClosedRound, LetterDraft, Outline
from models.settings.values import Settings

KIND = "audit_findings"
TEMPLATES = {Unit.CLIENT_DOSSIER: KIND, Unit.PUBLIC_CHANNEL: "offer_findings"}
"""The words of the letter, by what the check looked into."""
LONG = frozenset(
    {"overall_conclusion", "result_sentence", "follow_up_sentence", "reactions_sentence"}
)
CLOSED = "reactions_closed"
"""The variant of a letter of a day on which nobody can react any more; not in older versions."""
FROM_CHECK = frozenset({"strengths_list", "coaching_list", "findings_table", "measures_table"})
SURE = frozenset({"sample_size", "result_sentence", "overall_conclusion"})


def audit_letter(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    typed: Mapping[str, str],
    *,
    reference: str = "",
    version: int | None = None,
    reacting: ClosedRound | RoundFile | None = None,
) -> LetterDraft:
    """The audit letter of a check as it stands.

    `typed` are the places the officer wrote, by key; a text there goes before our proposal and is
    kept as it is. Terms are counted from `letter_date`. `reference` is that of the letter; the
    check's own serves without one. `version` is that of its template, the newest without one.
    `reacting` is the last round of reactions; while it runs, its last day is the one the letter
    tells.
    Until the check is finished CHECK_UNFINISHED is missing: answers may still change.
    """
    facts = _facts(check, centre, settings, letter_date, version, reacting)
    return assembly.draft(_making(facts, reference or check.reference), typed)


def audit_outline(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    typed: Mapping[str, str],
    *,
    version: int | None = None,
) -> Outline:
    """As `audit_letter`, without setting the document: for a page of a list of letters.

    `check` may be one of models.checks.queries.outlines, without answers and texts.
    """
    facts = _facts(check, centre, settings, letter_date, version)
    return assembly.outline(_making(facts, check.reference), typed)


def audit_whole(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    typed: Mapping[str, str],
    *,
    version: int | None = None,
) -> bool:
    """Whether a letter that asks something lacks nothing: also without dossiers and verdicts.

    `check` may be one of models.checks.queries.wanting, without dossiers, when every dossier has a
    verdict: what SURE names follows from those. One of models.checks.queries.undecided has to be
    of `outlines`, for a letter without a conclusion is a draft.
    """
    missing = audit_outline(check, centre, settings, letter_date, typed, version=version).missing
    return not missing if check.dossiers else SURE.issuperset(missing)


def _facts(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    version: int | None,
    reacting: ClosedRound | RoundFile | None = None,
) -> Facts:
    template = letter_template(TEMPLATES[check.template.unit], version)
    findings = tables.reported(check, coaching="coaching_list" not in template.places)
    asked = tables.measures(check, findings, letter_date, settings.changed)
    closed = reacting if isinstance(reacting, ClosedRound) else None
    running = reacting if isinstance(reacting, RoundFile) else None
    over = closed is not None and letter_date is not None and closed.closed_on <= letter_date
    variants = _variants(check, findings)
    if over and CLOSED in template.variants:
        variants = (*variants, CLOSED)
    return Facts(
        *(template, check, centre, settings, letter_date, findings, asked, variants),
        closed=closed,
        running=running,
    )


def _making(facts: Facts, reference: str) -> Making:
    def both() -> Mapping[str, Block]:
        return {
            "findings_table": tables.findings_table(facts.check, facts.findings),
            "measures_table": tables.measures_table(facts.measures),
        }

    incomplete = {
        "findings_table": tables.findings_incomplete(facts.findings),
        "measures_table": tables.measures_incomplete(facts.measures),
    }
    finished = facts.check.state is CheckState.FINISHED
    return Making(
        template=facts.template,
        variants=facts.variants,
        settings=facts.settings,
        letter_date=facts.letter_date,
        reference=reference,
        proposals=proposals(facts),
        tables=both,
        lists={
            "strengths_list": strengths(facts.check),
            "coaching_list": tables.coached(facts.check),
        },
        fixed=FROM_CHECK,
        optional=frozenset({"strengths_list", "coaching_list"}),
        long=LONG,
        incomplete=frozenset(key for key, holds in incomplete.items() if holds),
        first_missing=() if finished else (CHECK_UNFINISHED,),
    )


def _variants(check: CheckFile, findings: Sequence[FindingFile]) -> tuple[str, ...]:
    """Which cases hold: nothing found, only observations, a sample of one."""
    found: list[str] = []
    if not findings:
        found.append("no_findings")
    elif all(finding.grade in tables.REMARKS for finding in findings):
        found.append("only_observations")
    if len(check.dossiers) == 1:
        found.append("one_dossier")
    return tuple(found)
