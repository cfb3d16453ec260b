"""The demonstration: a throw-away file with a year of fictitious work, made by seeded code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from controllers.bundle import Controllers
from controllers.demo_applications import applications
from controllers.demo_complaints import complaints
from controllers.demo_conditions import conditions
from controllers.demo_files import certificate, message
from controllers.demo_findings import after_findings, coach
from controllers.demo_follow import follow
from controllers.demo_log import log_lines
from controllers.demo_retention import long_ago
from controllers.demo_rules import change_rules
from controllers.opening import Opening, throw_away
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFile,
    ChecklistAnswer,
    DossierColumn,
    Question,
)
from models.content.reading import parse_content
from models.kernel.clock import Clock
from models.kernel.wording import long_date
from models.mandates.values import CentreFilter
from models.store.keys import Cost

SEED = Path(__file__).resolve().parents[1] / "resources" / "seed"
LIST = SEED / "centrumlijst.xlsx"
PASSPHRASE = "demonstratie"  # noqa: S105 - guards nothing but invented work
LIGHT = Cost(rounds=1, memory_kib=8 * 1024, lanes=1)
FINISHED, RUNNING, PLANNED = 11, 1, 3


class Calendar:
    """A clock that the demonstration sets itself, to work through a year."""

    def __init__(self, start: date) -> None:
        self._now = datetime.combine(start, time(9), UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=20)
        return self._now

    def go_to(self, day: date) -> None:
        """Nine in the morning of a day; never back in time."""
        self._now = max(self._now, datetime.combine(day, time(8), UTC))


def make_demo(path: Path, clock: Clock, seed: int = 1, passphrase: str = PASSPHRASE) -> Controllers:
    """Make the file and open it with the real clock. The same seed and day give the same facts.

    A failed attempt leaves nothing behind.
    """
    today = clock().astimezone().date()
    calendar = Calendar(today - timedelta(days=380))
    made = Opening(calendar, "Lotte Verhaegen", LIGHT).create(path, passphrase)
    try:
        Year(made.controllers, calendar, Random(seed), today).work()  # noqa: S311 - invented work
    except BaseException:
        made.controllers.close()
        throw_away(path)
        raise
    made.controllers.close()
    return Opening(clock, cost=LIGHT).open(path, passphrase, demo=True)


@dataclass(frozen=True, slots=True)
class Tendency:
    """How often a question fails in these invented centres, per thousand, and what is noted."""

    no: int
    partial: int
    note: str


class Year:
    """The work of one officer in a year."""

    def __init__(
        self, controllers: Controllers, calendar: Calendar, dice: Random, today: date
    ) -> None:
        self._do = controllers
        self._calendar = calendar
        self._dice = dice
        self._today = today
        text = (SEED / "demonstration.yaml").read_text("utf-8")
        self._words: dict[str, Any] = dict(parse_content(text, "demonstration.yaml"))
        self._tendencies = {
            row["question"]: Tendency(row["failed"], row["partial"], row["text"])
            for row in self._words["notes"]
        }

    def work(self) -> None:
        """The list of centres, then check after check, the last ones still open."""
        self._settle_in()
        centres = self._dice.sample(self._centres(), FINISHED + RUNNING + PLANNED)
        for place, centre in enumerate(centres[:FINISHED]):
            day = self._weekday(self._today - timedelta(days=350 - place * 31))
            self._finished(centre, day, place)
        for centre in centres[FINISHED : FINISHED + RUNNING]:
            self._running(centre, self._weekday(self._today - timedelta(days=1)))
        for place, centre in enumerate(centres[FINISHED + RUNNING :]):
            self._calendar.go_to(self._today - timedelta(days=1))
            again = centres[0] if place == PLANNED - 1 else centre
            self._do.checks.plan(again, self._weekday(self._today + timedelta(days=9 + place * 8)))
        applications(self._do, self._do.today())
        self._log()
        self._attach(centres[FINISHED - 1 : FINISHED + RUNNING])
        dice = Random(self._dice.randrange(2**32))  # noqa: S311 - invented work
        follow(self._do, self._calendar.go_to, dice, self._centres(), self._today)
        after_findings(self._do, centres[:FINISHED], self._today)
        conditions(self._do, centres)
        change_rules(self._do)
        long_ago(self._do)
        dice = Random(self._dice.randrange(2**32))  # noqa: S311 - invented work
        complaints(self._do, centres, dice, self._do.today())

    def _log(self) -> None:
        """What was done beside the checks, taken over from an older list in one step."""
        rows = self._do.mandates.rows(self._do.mandates.ids(CentreFilter()))
        rows.sort(key=lambda row: row.enterprise_number)
        dice = Random(self._dice.randrange(2**32))  # noqa: S311 - invented work
        self._do.actions.add_all(log_lines(rows, self._words, dice, self._do.today()))

    def _attach(self, centres: Sequence[UUID]) -> None:
        """The proof of a certificate at each of these centres, and the message it came with."""
        for centre in centres:
            for held in self._do.mandates.standing(centre).certificates[:1]:
                label = held.label or "kwaliteitscertificaat"
                until = long_date(held.valid_until) if held.valid_until else "onbepaalde datum"
                name = self._do.centres.file(centre).identity.name
                proof = certificate(name, label, until)
                self._do.attachments.add(centre, [proof], ("certificate", held.id))
            self._do.attachments.add(centre, [message()])

    def one_visit(self) -> tuple[UUID, UUID]:
        """The list taken over, one check finished today and its letter; gives both ids."""
        self._settle_in()
        centre = self._dice.choice(self._centres())
        return self._finished(centre, self._today)

    def _settle_in(self) -> None:
        for key, text in self._words["officer"].items():
            self._do.settings.edit(key, text)
        self._do.imports.take(self._do.imports.read(LIST), LIST.name)

    def _centres(self) -> list[UUID]:
        """Those with a mandate, in the order of their numbers, so that a seed picks the same."""
        rows = self._do.mandates.rows(self._do.mandates.ids(CentreFilter()))
        held = [row for row in rows if row.mandate_number]
        return [row.id for row in sorted(held, key=lambda row: row.enterprise_number)]

    def _finished(self, centre: UUID, day: date, place: int = 0) -> tuple[UUID, UUID]:
        check = self._begin(centre, day, self._dice.randint(6, 12))
        file = self._do.checks.file(check)
        for dossier in file.dossiers:
            self._answer(file, dossier, file.template.questions)
        strengths = self._words["strengths"]
        for text in self._dice.sample(strengths, self._dice.randint(1, 3)):
            self._do.checks.add_strength(check, text)
        self._do.checks.edit(check, "spoken_to", self._dice.choice(self._words["spoken_to"]))
        if self._do.checks.file(check).findings:
            self._do.checks.edit(check, "conclusion", self._pick("conclusions"))
        self._do.checks.edit(check, "follow_up", self._pick("follow_up"))
        coach(self._do, check, place)
        self._do.checks.finish(check)
        self._calendar.go_to(day + timedelta(days=6))
        return check, self._do.letters.write_audit_letter(check)

    def _running(self, centre: UUID, day: date) -> None:
        """The visit of yesterday: some dossiers done, one half way, the others open."""
        check = self._begin(centre, day, 12)
        file = self._do.checks.file(check)
        for dossier in file.dossiers[:7]:
            self._answer(file, dossier, file.template.questions)
        self._answer(file, file.dossiers[7], file.template.questions[:13])
        self._do.checks.add_strength(check, self._pick("strengths"))

    def _begin(self, centre: UUID, day: date, dossiers: int) -> UUID:
        self._calendar.go_to(day - timedelta(days=24))
        check = self._do.checks.plan(centre, day)
        self._calendar.go_to(day)
        self._do.checks.start(check)
        self._do.checks.edit(check, "visit_date", day)
        self._do.checks.edit(check, "period_from", day.replace(day=1) - timedelta(days=365))
        self._do.checks.edit(check, "period_to", day.replace(day=1) - timedelta(days=1))
        first = self._dice.randint(3, 60)
        steps = [self._dice.randint(1, 9) for _ in range(dossiers)]
        numbers = [f"{day.year - 1}-{first + sum(steps[:place]):04}" for place in range(dossiers)]
        self._do.checks.add_dossiers(check, "\n".join(numbers))
        return check

    def _answer(
        self, check: CheckFile, dossier: DossierColumn, questions: tuple[Question, ...]
    ) -> None:
        answers = {question.key: self._answered(question) for question in questions}
        self._do.checks.fill(check.id, dossier.id, answers, dossier.number)

    def _answered(self, question: Question) -> ChecklistAnswer:
        if question.answer_type is not AnswerType.HOURS_COMPARE:
            return self._judged(question)
        registered = self._dice.choice((4.0, 7.0, 7.0, 6.5))
        less = 0.5 if self._dice.random() < 0.04 else 0.0
        return ChecklistAnswer(hours_registered=registered, hours_documented=registered - less)

    def _judged(self, question: Question) -> ChecklistAnswer:
        tendency = self._tendencies.get(question.key, Tendency(0, 0, ""))
        drawn = self._dice.randrange(1000)
        if drawn < tendency.no:
            return ChecklistAnswer(AnswerValue.NO, tendency.note)
        if drawn < tendency.no + tendency.partial:
            return ChecklistAnswer(AnswerValue.PARTIAL, tendency.note)
        if question.key == "DC-27" and drawn > 960:
            return ChecklistAnswer(AnswerValue.NA, self._pick("reasons_na"))
        return ChecklistAnswer(AnswerValue.YES)

    def _pick(self, words: str) -> str:
        return str(self._dice.choice(self._words[words]))

    @staticmethod
    def _weekday(day: date) -> date:
        """The day itself, or the Friday before a weekend."""
        return day - timedelta(days=max(0, day.weekday() - 4))
