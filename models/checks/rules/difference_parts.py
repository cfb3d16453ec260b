"""The parts of a kept check, with the Dutch name of each thing that is kept there.

A fact that has no name here is still told, by the name it is kept under.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

CHECK, SAMPLE, DOSSIERS, FINDINGS, AGAIN, PROOFS, AFTER, SUMMARY, LIST, OTHERS = GROUPS = (
    *("Controle", "Steekproef", "Dossiers en antwoorden", "Vaststellingen"),
    *("Opnieuw bekeken vaststellingen", "Bewijsstukken", "Na de controle"),
    *("Samenvatting voor het centrum", "Controlelijst", "Andere gegevens"),
)
"""In reading order."""

OF_CHECK: Mapping[str, str] = {
    "reference": "Kenmerk",
    "planned_on": "Gepland op",
    "visit_date": "Dag van het bezoek",
    "period_from": "Periode vanaf",
    "period_to": "Periode tot en met",
    "officer": "Uitgevoerd door",
    "spoken_to": "Gesproken met",
    "conclusion": "Besluit",
    "follow_up": "Opvolging",
    "started_at": "Begonnen op",
    "template_key": "Controlelijst",
    "template_version": "Versie van de controlelijst",
    "unit": "Wat bekeken wordt",
    "format": "Manier van bewaren",
}
OF_CENTRE: Mapping[str, str] = {
    "name": "naam",
    "enterprise_number": "ondernemingsnummer",
    "place": "plaats",
}
OF_PROGRESS: Mapping[str, str] = {
    "total": "vragen in alle dossiers",
    "answered": "beantwoord",
    "good": "in orde",
}
OF_LIST: Mapping[str, str] = {
    "key": "naam in Waarmerk",
    "title": "titel",
    "version": "versie",
    "unit": "wat bekeken wordt",
    "mark": "kenmerk met de regels die tellen",
    "sha256": "kenmerk van de controlelijst",
    "order": "volgorde",
}
OF_QUESTION: Mapping[str, str] = {
    "key": "nummer",
    "text": "vraag",
    "short": "vraag in het kort",
    "basis": "waarop ze steunt",
    "basis_kind": "soort bron",
    "answer_type": "soort antwoord",
    "severity": "ernst van een nee",
    "definition": "voorwaarde van de omschrijving",
    "mandate": "voorwaarde van het mandaat",
    "evidence": "waar het te zien is",
    "guidance": "uitleg",
    "tolerance_hours": "uren die mogen verschillen",
    "unit": "eenheid",
    "least": "minstens",
    "most": "hoogstens",
    "asked_after": "gesteld na vraag",
    "asked_values": "gesteld bij antwoord",
}
OF_DRAW: Mapping[str, str] = {
    "drawn_at": "getrokken op",
    "drawn_by": "getrokken door",
    "kind": "soort trekking",
    "why": "reden",
    "list_name": "lijst",
    "given": "gekregen nummers",
    "size": "aantal getrokken",
    "spares": "aantal reserves",
    "grouped_by": "gespreid over",
    "seed": "startwaarde",
    "fingerprint": "vingerafdruk van de lijst",
    "numbers": "nummers van de lijst",
    "method": "methode",
    "program": "programma",
    "earlier_check_id": "vorige controle",
}
OF_DOSSIER: Mapping[str, str] = {
    "number": "nummer",
    "verdict": "oordeel",
    "verdict_override": "oordeel van wie controleerde",
    "override_reason": "reden van het oordeel",
    "why": "waarom dit oordeel",
    "chosen": "hoe gekozen",
    "chosen_why": "waarom gekozen",
    "replaces_number": "in de plaats van",
    "sample_id": "trekking",
    "grouped_as": "groep",
    "position": "plaats in de controle",
    "address": "adres",
    "looked_at": "bekeken op",
}
OF_ANSWER: Mapping[str, str] = {
    "value": "antwoord",
    "hours_registered": "uren geregistreerd",
    "hours_documented": "uren in de verslagen",
    "amount": "getal",
    "day": "dag",
    "choice": "keuze",
    "words": "antwoord in woorden",
    "note": "nota",
}
OF_FINDING: Mapping[str, str] = {
    "question_key": "vraag",
    "grade": "weging",
    "proposed_grade": "voorgestelde weging",
    "grade_override": "weging door wie controleerde",
    "override_reason": "reden van de weging",
    "why": "waarom deze weging",
    "left_out": "niet in de brief",
    "left_out_reason": "reden om weg te laten",
    "by_hand": "met de hand vastgesteld",
    "criterion": "waarop ze steunt",
    "statement": "tekst",
    "text": "tekst",
    "evidence": "bewijs",
    "failed": "nee in",
    "partial": "gedeeltelijk in",
    "again": "vroeger ook vastgesteld",
    "measure": "maatregel",
    "expected_evidence": "verwacht bewijs",
    "measure_due": "uiterste dag",
    "measure_owner": "wie de maatregel uitvoert",
    "measure_met_on": "uitgevoerd op",
    "measure_met_by": "afgevinkt door",
    "measure_met_by_hand": "met de hand afgevinkt",
}
OF_TALK: Mapping[str, str] = {
    "text": "vraag",
    "origin": "aanleiding",
    "answer": "antwoord",
    "position": "plaats",
}
OF_RECHECK: Mapping[str, str] = {
    "reference": "vorige controle",
    "earlier_check_id": "vorige controle",
    "visited": "dag van die controle",
    "question_key": "vraag",
    "title": "vraag in het kort",
    "text": "toen vastgesteld",
    "grade": "toen gewogen",
    "measure": "toen gevraagd",
    "due": "toen uiterlijk",
    "outcome": "nu",
    "note": "nota",
}
OF_PROOF: Mapping[str, str] = {
    "name": "bestand",
    "about": "bewijs van",
    "dossier": "in dossier",
    "question_key": "vraag",
    "sha256": "kenmerk van het bestand",
    "size": "grootte in bytes",
}
OF_REVIEW: Mapping[str, str] = {
    "question_key": "vraag",
    "delivered_on": "bezorgd op",
    "delivered": "wat bezorgd is",
    "files": "bestanden",
    "file_marks": "kenmerken van de bestanden",
    "sufficient": "volstaat",
    "reason": "reden",
    "judged_on": "beoordeeld op",
    "judged_by": "beoordeeld door",
}
OF_ROUND: Mapping[str, str] = {
    "sent_on": "verstuurd op",
    "registered": "aangetekend",
    "reply_by": "reactie tegen",
    "closed_on": "gesloten op",
    "closing_words": "slotwoord",
}
OF_REACTION: Mapping[str, str] = {
    "finding_id": "vaststelling",
    "received_on": "ontvangen op",
    "kind": "soort reactie",
    "text": "reactie",
    "outcome": "wat ermee gebeurde",
    "reason": "reden",
    "judged_on": "beslist op",
    "judged_by": "beslist door",
}
OF_RUNG: Mapping[str, str] = {
    "rung": "stap",
    "decided_on": "beslist op",
    "decided_by": "beslist door",
    "motivation": "motivering",
    "preconditions": "voorwaarden vervuld",
    "against_why": "waarom anders dan voorgesteld",
    "hearing_on": "hoorzitting op",
    "ended_on": "beëindigd op",
    "ended_why": "reden van het einde",
}
OF_SUMMARY: Mapping[str, str] = {
    "centre": "centrum",
    "enterprise_number": "ondernemingsnummer",
    "place": "plaats",
    "reference": "kenmerk",
    "checklist": "controlelijst",
    "day": "dag",
    "period": "periode",
    "officer": "uitgevoerd door",
    "spoken_to": "gesproken met",
    "result": "resultaat",
    "conclusion": "besluit",
    "strengths": "wat goed loopt",
    "steps": "vervolg",
}
OF_TOLD: Mapping[str, str] = {
    "title": "titel",
    "about": "vaststelling",
    "grade": "weging",
    "text": "tekst",
    "owner": "wie",
    "due": "uiterlijk",
    "why": "waarom die dag",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of place in the content: how what stands there is called."""

    pattern: str
    """The names on the way to it; `*` is a name of its own, such as a number of a dossier."""
    group: str
    about: str
    """With those names by their place; `{field}` is the name of the fact."""
    names: Mapping[str, str] | str
    """By field; one word when every field there is called the same."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Field -> which code list its value is of; `*` is every field."""
    whole: str = ""
    """What a row that comes or goes is about; empty: the same as `about`."""


PARTS = (
    Part("", CHECK, "Controle", OF_CHECK),
    Part("check", CHECK, "Controle", OF_CHECK),
    Part("centre", CHECK, "Centrum", OF_CENTRE),
    Part("outcome/progress", CHECK, "Voortgang", OF_PROGRESS),
    Part("questions/*", CHECK, "Vraag voor het gesprek", OF_TALK),
    Part("samples/*", SAMPLE, "Trekking", OF_DRAW, {"kind": "draw"}),
    Part("dossiers/*", DOSSIERS, "{0}", OF_DOSSIER, {"chosen": "chosen"}, "{many}"),
    Part("dossiers/*/answers/*", DOSSIERS, "{0} · {1}", OF_ANSWER, {"value": "answer"}),
    Part("outcome/dossiers/*", DOSSIERS, "{0}", OF_DOSSIER),
    Part("outcome/dossiers/*/counts", DOSSIERS, "{0} · {field}", "antwoord", {"*": "answer"}),
    Part("findings/*", FINDINGS, "Vaststelling {0}", OF_FINDING),
    Part("outcome/findings/*", FINDINGS, "{0}", OF_FINDING),
    Part("strengths/*", FINDINGS, "{0}", OF_FINDING),
    Part("outcome/strengths/*", FINDINGS, "{0}", OF_FINDING),
    Part("owners", FINDINGS, "Vaststelling {field}", OF_FINDING["measure_owner"]),
    Part("rechecks/*", AGAIN, "Opnieuw bekeken {0}", OF_RECHECK, {"outcome": "recheck"}),
    Part("outcome/rechecks/*", AGAIN, "Opnieuw bekeken {0}", OF_RECHECK, {"outcome": "recheck"}),
    Part("proofs/*", PROOFS, "Bewijsstuk {0}", OF_PROOF, {"about": "proof_of"}, "Bewijsstuk"),
    Part("met", AFTER, "Vaststelling {field}", OF_FINDING["measure_met_on"], {"*": "day"}),
    Part("ticked/*", AFTER, "Vaststelling {0}", OF_FINDING),
    Part("loose/*", AFTER, "Eigen vaststelling: {0}", OF_FINDING),
    Part("reviews/*", AFTER, "Bewijs van de maatregel {0}", OF_REVIEW),
    Part("rounds/*", AFTER, "Ronde van reacties", OF_ROUND),
    Part("reactions/*", AFTER, "Reactie op {0}", OF_REACTION,
         {"kind": "reaction", "outcome": "reaction_outcome"}),
    Part("ladder/*", AFTER, "Ladder van maatregelen", OF_RUNG, {"rung": "rung"}),
    Part("outcome", AFTER, "Gevolg", {"ladder": "voorgestelde stap op de ladder",
                                      "sample": "wat dit zegt over alle dossiers"}),
    Part("summary", SUMMARY, "Samenvatting", OF_SUMMARY),
    Part("summary/findings/*", SUMMARY, "Vaststelling: {0}", OF_TOLD),
    Part("summary/actions/*", SUMMARY, "Afspraak: {0}", OF_TOLD),
    Part("checklist", LIST, "Controlelijst", OF_LIST),
    Part("checklist/sections/*", LIST, "Deel {0}", OF_LIST),
    Part("checklist/sections/*/questions/*", LIST, "Vraag {1}", OF_QUESTION,
         {"asked_values": "answer"}),
    Part("checklist/sections/*/questions/*/options", LIST, "Vraag {1}", "mogelijk antwoord"),
)  # fmt: skip
