"""The audit letter: every place proposed from the check, the centre and the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.centres.values import CentreFile
from models.checks.values import CheckFile, CheckState, FindingFile, Grade
from models.kernel.wording import long_date
from models.letters.rules import tables
from models.letters.rules.addressing import tidy_lines
from models.letters.rules.blocks import blocks, fill, missing_mark, varied_body, varied_subject
from models.letters.rules.proposals import Facts, Proposal, strengths
from models.letters.rules.proposals import proposals as proposed
from models.letters.rules.template import common, letter_template, place_label, used_places
from models.letters.values import (
    CHECK_UNFINISHED,
    LetterDocument,
    LetterDraft,
    LetterTemplate,
    PlaceFile,
)
from models.settings.values import Settings

KIND = "audit_findings"
OUTSIDE_BODY = ("addressee", "your_message_of", "your_reference", "signatory_name")
AFTER_BODY = ("signatory_function",)
OPTIONAL = frozenset({"your_message_of", "your_reference", "signatory_function", "strengths_list"})
LONG = frozenset({"addressee", "overall_conclusion", "result_sentence", "follow_up_sentence"})
FROM_CHECK = frozenset({"strengths_list", "findings_table", "measures_table"})


@dataclass(frozen=True, slots=True)
class Outline:
    """A letter in a list: its subject, and the places that are missing."""

    subject: str
    missing: tuple[str, ...]


def audit_letter(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    typed: Mapping[str, str],
    *,
    reference: str = "",
    version: int | None = None,
) -> LetterDraft:
    """The audit letter of a check as it stands.

    `typed` are the places the officer wrote, by key; a text there goes before our proposal and is
    kept as it is. Terms are counted from `letter_date`. `reference` is that of the letter; the
    check's own serves without one. `version` is that of its template, the newest without one.
    Until the check is finished CHECK_UNFINISHED is missing: answers may still change.
    """
    facts = _facts(check, centre, settings, letter_date, version)
    places = _places(facts, typed)
    missing = _missing(facts, places)
    document = _document(facts, places, reference, bool(missing))
    return LetterDraft(places, missing, document, facts.variants)


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
    places = _places(facts, typed)
    values = {place.key: place.value for place in places}
    subject = fill(varied_subject(facts.template, facts.variants), values)
    return Outline(subject, _missing(facts, places))


def _facts(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    version: int | None,
) -> Facts:
    findings = tables.reported(check)
    asked = tables.measures(check, findings, letter_date, settings.changed)
    template, variants = letter_template(KIND, version), _variants(check, findings)
    return Facts(template, check, centre, settings, letter_date, findings, asked, variants)


def _variants(check: CheckFile, findings: Sequence[FindingFile]) -> tuple[str, ...]:
    """Which cases hold: nothing found, only observations, a sample of one."""
    found: list[str] = []
    if not findings:
        found.append("no_findings")
    elif all(finding.grade is Grade.OBSERVATION for finding in findings):
        found.append("only_observations")
    if len(check.dossiers) == 1:
        found.append("one_dossier")
    return tuple(found)


def _keys(template: LetterTemplate, variants: Sequence[str]) -> tuple[str, ...]:
    text = varied_subject(template, variants) + varied_body(template, variants)
    return (*OUTSIDE_BODY, *used_places(text), *AFTER_BODY)


def _places(facts: Facts, typed: Mapping[str, str]) -> tuple[PlaceFile, ...]:
    filled = proposed(facts)
    keys = _keys(facts.template, facts.variants)
    return tuple(_place(key, filled, typed) for key in keys)


def _place(key: str, proposals: Mapping[str, Proposal], typed: Mapping[str, str]) -> PlaceFile:
    proposal = proposals.get(key, Proposal(""))
    editable = key not in FROM_CHECK
    wrote = typed.get(key, "").strip() if editable else ""
    return PlaceFile(
        key=key,
        label=place_label(key),
        value=wrote or proposal.text,
        proposed=proposal.text,
        typed=bool(wrote),
        long=key in LONG,
        explanation=proposal.why,
        editable=editable,
    )


def _missing(facts: Facts, places: Sequence[PlaceFile]) -> tuple[str, ...]:
    """What stands between this letter and paper, beginning with what is to be done elsewhere."""
    incomplete = {
        "findings_table": tables.findings_incomplete(facts.findings),
        "measures_table": tables.measures_incomplete(facts.measures),
    }
    unfinished = () if facts.check.state is CheckState.FINISHED else (CHECK_UNFINISHED,)
    holes = [
        place.key
        for place in places
        if place.key not in OPTIONAL and (not place.value or incomplete.get(place.key))
    ]
    return (*unfinished, *holes, *(() if facts.letter_date else ("letter_date",)))


def _document(
    facts: Facts, places: Sequence[PlaceFile], reference: str, draft: bool
) -> LetterDocument:
    template, variants = facts.template, facts.variants
    values = {place.key: place.value for place in places}
    made = {
        "findings_table": tables.findings_table(facts.check, facts.findings),
        "measures_table": tables.measures_table(facts.measures),
    }
    shared, settings = common(), facts.settings
    enclosures = template.enclosures
    many = "one" if len(enclosures) == 1 else "many"
    return LetterDocument(
        title=template.title,
        language=template.language,
        sender_name=settings.sender_name,
        sender_lines=_sender_lines(settings),
        addressee_lines=_addressee(values["addressee"]),
        references=_references(facts, values, reference),
        contact_lines=_contact_lines(values),
        subject=fill(varied_subject(template, variants), values),
        salutation=f"{values['salutation'] or missing_mark('salutation')},",
        blocks=blocks(
            template,
            values,
            tables=made,
            lists={"strengths_list": strengths(facts.check)},
            variants=variants,
        ),
        closing=f"{values['closing'] or missing_mark('closing')},",
        signatory_name=values["signatory_name"] or missing_mark("signatory_name"),
        signatory_function=values["signatory_function"],
        enclosures=enclosures,
        layout={**shared["layout"], "window_side": settings.window_side},
        draft=draft,
        subject_label=str(shared["subject_label_nl"]),
        enclosures_label=str(shared["enclosures_label_nl"][many]) if enclosures else "",
    )


def _sender_lines(settings: Settings) -> tuple[str, ...]:
    return tuple(line for line in (*settings.sender_address_lines, settings.sender_phone) if line)


def _addressee(text: str) -> tuple[str, ...]:
    most = int(common()["layout"]["address_max_lines"])
    return tidy_lines(text)[:most] or (missing_mark("addressee"),)


def _references(
    facts: Facts, values: Mapping[str, str], reference: str
) -> tuple[tuple[str, str], ...]:
    day = facts.letter_date
    said = {
        **values,
        "our_reference": reference or facts.check.reference,
        "place_and_date": long_date(day) if day else missing_mark("letter_date"),
    }
    return tuple(
        (str(line["label_nl"]), said.get(line["key"], "")) for line in common()["reference_line"]
    )


def _contact_lines(values: Mapping[str, str]) -> tuple[str, ...]:
    """Name, phone and e-mail of who answers questions; paper puts the label before them."""
    fields = (values.get(f"contact_{part}", "") for part in common()["handler_line"]["fields"])
    return tuple(line for line in fields if line)
