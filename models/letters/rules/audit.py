"""The audit letter: every place proposed from the check, the centre and the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.centres.values import CentreFile
from models.checks import rules as check_rules
from models.checks.values import CheckFile, FindingFile, Grade, Verdict
from models.kernel.wording import enumeration, long_date
from models.letters.rules import tables
from models.letters.rules.addressing import addressee_lines, first_contact, salutation, tidy_lines
from models.letters.rules.blocks import blocks, fill, missing_mark, varied_body, varied_subject
from models.letters.rules.template import common, letter_template, place_label, used_places
from models.letters.values import (
    Block,
    LetterDocument,
    LetterDraft,
    LetterTemplate,
    PlaceFile,
)
from models.settings.values import Settings
from models.terms.rules import term

KIND = "audit_findings"
OUTSIDE_BODY = ("addressee", "your_message_of", "your_reference", "signatory_name")
AFTER_BODY = ("signatory_function",)
OPTIONAL = frozenset({"your_message_of", "your_reference", "signatory_function", "strengths_list"})
LONG = frozenset({"addressee", "overall_conclusion", "result_sentence", "follow_up_sentence"})
FROM_CHECK = frozenset({"strengths_list", "findings_table", "measures_table"})
FROM_DISPATCH = (
    "Voorgesteld vanaf de datum van de brief. De termijn loopt pas vanaf de verzending: verstuurt u"
    " de brief later, pas dan de datum aan."
)
_COUNTED = (
    (Grade.MAJOR, "ernstige tekortkoming", "ernstige tekortkomingen"),
    (Grade.MINOR, "tekortkoming", "tekortkomingen"),
    (Grade.OBSERVATION, "aandachtspunt", "aandachtspunten"),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program fills in by itself, and why."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything an audit letter rests on, gathered once."""

    check: CheckFile
    centre: CentreFile
    settings: Settings
    letter_date: date | None
    findings: tuple[FindingFile, ...]
    measures: tuple[tables.Measure, ...]


def audit_letter(
    check: CheckFile,
    centre: CentreFile,
    settings: Settings,
    letter_date: date | None,
    typed: Mapping[str, str],
    *,
    reference: str = "",
) -> LetterDraft:
    """The audit letter of a check as it stands.

    `typed` are the places the officer wrote, by key; a text there goes before our proposal and is
    kept as it is. Terms are counted from `letter_date`. `reference` is that of the letter; the
    check's own serves without one.
    """
    template = letter_template(KIND)
    findings = tables.reported(check)
    asked = tables.measures(check, findings, letter_date, settings.changed)
    facts = _Facts(check, centre, settings, letter_date, findings, asked)
    variants = _variants(check, findings)
    keys = _keys(template, variants)
    made = {
        "findings_table": tables.findings_table(check, findings),
        "measures_table": tables.measures_table(asked),
    }
    proposals = _proposals(facts)
    places = tuple(_place(key, proposals, typed) for key in keys)
    missing = _missing(places, made, letter_date)
    document = _document(template, facts, variants, places, made, reference, bool(missing))
    return LetterDraft(places=places, missing=missing, document=document, variants=variants)


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


def _proposals(facts: _Facts) -> Mapping[str, Proposal]:
    check, settings = facts.check, facts.settings
    count = len(check.dossiers)
    conclusion = check.conclusion.strip()
    return {
        "addressee": Proposal("\n".join(addressee_lines(facts.centre))),
        "salutation": Proposal(salutation(first_contact(facts.centre))),
        "visit_date": Proposal(long_date(check.visit_date) if check.visit_date else ""),
        "sample_size": Proposal(str(count) if count else ""),
        "overall_conclusion": Proposal(conclusion or _conclusion(facts)),
        "result_sentence": Proposal(check_rules.result_sentence(check.template, check.dossiers)),
        "strengths_list": Proposal("\n".join(_strengths(check))),
        "findings_table": Proposal(_counted(facts.findings)),
        "measures_table": _measures_proposal(facts.measures),
        "action_plan_due_date": _due("action_plan_days", facts),
        "response_due_date": _due("centre_response_days", facts),
        "follow_up_sentence": Proposal(check.follow_up.strip() or _follow_up(facts)),
        "contact_name": Proposal(settings.officer_name or check.officer),
        "contact_email": Proposal(settings.officer_email),
        "contact_phone": Proposal(settings.officer_phone),
        "closing": Proposal(settings.closing or letter_template(KIND).closing),
        **_signatory(settings),
    }


def _signatory(settings: Settings) -> dict[str, Proposal]:
    """Who signs: the person of the settings, else the officer."""
    own = not settings.signatory_name
    name = settings.officer_name if own else settings.signatory_name
    function = settings.officer_function if own else settings.signatory_function
    return {"signatory_name": Proposal(name), "signatory_function": Proposal(function)}


def _strengths(check: CheckFile) -> tuple[str, ...]:
    return tuple(
        strength.text.strip()
        for strength in check.strengths
        if strength.text.strip() and not strength.left_out
    )


def _counted(findings: Sequence[FindingFile]) -> str:
    """2 ernstige tekortkomingen en 1 aandachtspunt; empty without findings."""
    said: list[str] = []
    for grade, one, many in _COUNTED:
        count = sum(finding.grade is grade for finding in findings)
        if count:
            said.append(f"{count} {one if count == 1 else many}")
    return enumeration(said)


def _conclusion(facts: _Facts) -> str:
    """A first sentence from the outcome; nothing when answers and findings do not agree."""
    verdicts = [dossier.verdict for dossier in facts.check.dossiers]
    graded = all(finding.grade for finding in facts.findings)
    heavy = any(finding.grade in tables.ACTION_REQUIRED for finding in facts.findings)
    if not verdicts or not graded or (not heavy and Verdict.NON_CONFORM in verdicts):
        return ""
    if not facts.findings:
        return "We hebben geen tekortkomingen vastgesteld."
    if not heavy:
        counted = _counted(facts.findings)
        return f"We hebben geen tekortkomingen vastgesteld, wel {counted}."
    return f"We hebben {_counted(facts.findings)} vastgesteld."


def _follow_up(facts: _Facts) -> str:
    days = [measure.due for measure in facts.measures if measure.due]
    if facts.measures:
        last = f"Na {long_date(max(days))} gaan" if days else ""
        return f"{last} we na of de maatregelen zijn uitgevoerd." if last else ""
    return "We volgen de kwaliteit van uw begeleidingen verder op tijdens uw mandaat."


def _measures_proposal(asked: Sequence[tables.Measure]) -> Proposal:
    count = "1 maatregel" if len(asked) == 1 else f"{len(asked)} maatregelen"
    why = "\n".join(f"Nr. {measure.number}: {measure.why}" for measure in asked if measure.why)
    return Proposal(count if asked else "", f"{why}\n{FROM_DISPATCH}" if why else "")


def _due(key: str, facts: _Facts) -> Proposal:
    if facts.letter_date is None:
        return Proposal("")
    counted = term(key, facts.letter_date, changed=facts.settings.changed)
    return Proposal(long_date(counted.due), f"{counted.why} {FROM_DISPATCH}")


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


def _missing(
    places: Sequence[PlaceFile], made: Mapping[str, Block], letter_date: date | None
) -> tuple[str, ...]:
    """What must be filled before printing: empty places, tables with a hole, the letter's date."""
    holes = [
        place.key
        for place in places
        if place.key not in OPTIONAL
        and (not place.value or (place.key in made and tables.incomplete(made[place.key])))
    ]
    return (*holes, *(() if letter_date else ("letter_date",)))


def _document(
    template: LetterTemplate,
    facts: _Facts,
    variants: Sequence[str],
    places: Sequence[PlaceFile],
    made: Mapping[str, Block],
    reference: str,
    draft: bool,
) -> LetterDocument:
    values = {place.key: place.value for place in places}
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
            lists={"strengths_list": _strengths(facts.check)},
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
    facts: _Facts, values: Mapping[str, str], reference: str
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
