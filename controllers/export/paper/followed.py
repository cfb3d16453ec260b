"""What follows a check, as chapters of its report: looked at again, reacted to, the ladder.

When something went on after the end that is told, it says so: that part is not under the mark.
"""

import re
from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable

from controllers.export.check_report import CheckReport
from controllers.export.paper.chapters import QUIET, Chapters, Facts, day_words
from controllers.export.paper.pieces import Words
from controllers.export.paper.tags import Element
from models.checks.rules.closing import grade_title
from models.checks.rules.content import canonical, mark_of
from models.checks.rules.grounds import RUNG_WORDS
from models.checks.rules.kind_words import REACTION_OUTCOMES, REACTIONS, RECHECKS
from models.checks.values.kinds import Rung

NAMELESS = re.compile("[0-9a-f]{32}|")
"""A finding of which nothing is left but its id."""


class FollowedPart(Chapters):
    """Every chapter says so when there is nothing to tell."""

    def __init__(self, report: CheckReport, root: Element) -> None:
        super().__init__(root)
        self._report, self._content = report, report.told
        self._names = {
            str(question["key"]): str(question.get("short") or question["text"])
            for section in self._content["checklist"].get("sections", ())
            for question in section.get("questions", ())
        }

    def rechecks(self) -> Iterator[Flowable]:
        """Findings of earlier checks: what was found then, and what this visit saw."""
        found = self._content["outcome"].get("rechecks") or self._content.get("rechecks", ())
        if not found:
            yield self.words("Er waren geen vaststellingen van een vorige controle te bekijken.")
            return
        day = day_words(self._report.check.get("visit_date"))
        yield self.words(
            "Bij dit bezoek is opnieuw gekeken naar wat bij een vorige controle is vastgesteld"
            " en nog liep."
        )
        heads = ("Toen vastgesteld", "Toen gevraagd", "Nu")
        rows = [[_then(one), _asked(one), _now(one, day)] for one in found]
        yield self.table(heads, rows, (0.42, 0.28, 0.30))

    def reactions(self) -> Iterator[Flowable]:
        """The rounds with their days, and what became of every reaction."""
        later = self._report.later
        yield from self._beside_the_mark()
        yield from self.points(_round(one) for one in later.get("rounds", ()))
        reactions = later.get("reactions", ())
        if not reactions:
            yield self.words("Er is nog geen reactie van het centrum.")
            return
        rows = [
            [
                day_words(one.get("received_on")),
                self._about(one),
                _told(REACTIONS.get(str(one.get("kind")), "").capitalize(), one.get("text")),
                _judged(one),
            ]
            for one in reactions
        ]
        heads = ("Dag", "Vaststelling", "Reactie", "Wat ermee gebeurde")
        yield self.table(heads, rows, (0.14, 0.20, 0.36, 0.30))

    def ladder(self) -> Iterator[Flowable]:
        """What a person decided after this check; what the rules only proposed stays inside."""
        steps = self._report.later.get("ladder", ())
        if not steps:
            yield self.words("Na deze controle is geen stap op de ladder beslist.")
            return
        rows = [
            [
                RUNG_WORDS[Rung(one["rung"])].capitalize(),
                f"{day_words(one.get('decided_on'))}\n{one.get('decided_by', '')}".strip(),
                "\n".join(_grounds(one)),
            ]
            for one in steps
        ]
        if self._report.for_centre:
            short = [
                [row[0], "\n".join((row[1], *_ended(one)))]
                for row, one in zip(rows, steps, strict=True)
            ]
            yield self.table(("Stap", "Beslist"), short, (0.5, 0.5))
        else:
            yield self.table(("Stap", "Beslist", "Waarom"), rows, (0.22, 0.24, 0.54))

    def _beside_the_mark(self) -> Iterator[Flowable]:
        """Before the first chapter that goes on after the end."""
        since = self._report.since
        if since is None:
            return
        told = (
            "Na het afronden is nog iets genoteerd. Reacties, bewijs van maatregelen en stappen"
            " op de ladder staan hier zoals ze nu zijn; ze vallen buiten het kenmerk van de"
            f" inhoud. Kenmerk van dit deel: {mark_of(canonical(since))}."
        )
        yield Words.of(told, QUIET, self.paragraph())

    def _about(self, reaction: Facts) -> str:
        """What was found, in words; also where that was taken away since."""
        key = str(reaction.get("finding_id", ""))
        return self._names.get(key, "Vaststelling" if NAMELESS.fullmatch(key) else key)


def _then(one: Facts) -> str:
    """The title with grade, the words, and of which check."""
    title = str(one.get("title") or one.get("question_key", ""))
    grade = f" ({grade_title(one['grade']).lower()})" if one.get("grade") else ""
    day = day_words(one.get("visited"))
    reference = str(one.get("reference") or one.get("earlier_check_id", ""))
    of = " van ".join(part for part in (f"Controle {reference}", day) if part)
    return "\n".join(part for part in (f"{title}{grade}", str(one.get("text", "")), of) if part)


def _asked(one: Facts) -> str:
    due = day_words(one.get("due"))
    said = (str(one.get("measure", "")), f"Uiterlijk {due}." if due else "")
    return "\n".join(part for part in said if part)


def _now(one: Facts, day: str) -> str:
    outcome = RECHECKS.get(str(one.get("outcome")), "").capitalize() or "nog niet bekeken"
    seen = f"{outcome} op {day}" if one.get("outcome") and day else outcome
    return "\n".join(part for part in (seen, str(one.get("note", ""))) if part)


def _round(one: Facts) -> str:
    said = f"Op {day_words(one.get('sent_on'))} ging het ontwerp naar het centrum"
    if one.get("reply_by"):
        said += f", met een reactie gevraagd tegen {day_words(one['reply_by'])}"
    if one.get("closed_on"):
        said += f"; de ronde werd gesloten op {day_words(one['closed_on'])}"
    words = str(one.get("closing_words", "")).strip()
    return f"{said}. {words}".strip()


def _judged(one: Facts) -> str:
    outcome = REACTION_OUTCOMES.get(str(one.get("outcome")), "").capitalize()
    told = _told(outcome or "nog te beslissen", one.get("reason"))
    by = str(one.get("judged_by") or "")
    day = day_words(one.get("judged_on"))
    who = ", ".join(part for part in (by, day) if part)
    return f"{told}\n{who}" if who else told


def _grounds(one: Facts) -> Iterator[str]:
    if one.get("motivation"):
        yield str(one["motivation"])
    if one.get("preconditions"):
        yield str(one["preconditions"])
    if one.get("against_why"):
        yield f"Anders dan het voorstel: {one['against_why']}"
    if one.get("hearing_on"):
        yield f"Hoorzitting op {day_words(one['hearing_on'])}."
    yield from (f"{ended}: {one.get('ended_why', '')}" for ended in _ended(one))


def _ended(one: Facts) -> Iterator[str]:
    if one.get("ended_on"):
        yield f"Geldt niet meer sinds {day_words(one['ended_on'])}"


def _told(word: str, text: Any) -> str:
    return ": ".join(part for part in (word, str(text or "")) if part)
