"""What each verb of the console does: the same use cases as the window."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from controllers import letters
from controllers.bundle import Controllers
from controllers.door import SUFFIX, Door
from controllers.export.landing import Exported
from models.checks.values.exchange import SheetUse
from models.kernel.clock import Clock
from models.kernel.errors import Refused, Unavailable
from models.kernel.text import N_
from models.letters.values import LetterFile
from ui import assessments, chance, facts
from ui.asked import DEMO_PASSPHRASE, Draw, day_of, passphrase


class PassphraseMissing(Unavailable):
    sentence = N_(
        "The file needs a passphrase. Give it with --passphrase-file, or in the variable"
        " WAARMERK_PASSPHRASE."
    )


class CentreUnknown(Refused):
    sentence = N_("No centre has enterprise number {number}.")


class CheckUnknown(Refused):
    sentence = N_("There is no check {subject}. `list checks` gives the ids.")


class LetterKindUnknown(Refused):
    sentence = N_("There is no letter of kind {kind}. Choose one of: {kinds}.")


class NothingToWriteAbout(Refused):
    sentence = N_(
        "There is nothing to write this letter about at {subject}. A letter about the next period"
        " needs a mandate, a letter about a decision a decided application."
    )


class Console:
    """One verb with its options."""

    def __init__(self, options: argparse.Namespace, clock: Clock, draw: Draw | None) -> None:
        self._options = options
        self._door = Door(clock)
        self._clock = clock
        self._draw = draw

    def do(self) -> dict[str, Any]:
        """The answer as JSON facts."""
        verbs: dict[str, Callable[[], dict[str, Any]]] = {
            "create": self._create,
            "demo": self._demo,
            "screens": self._screens,
            "sample": lambda: chance.sample(self._options),
            "assurance": lambda: chance.assurance(self._options),
            "term": self._term,
            "tour": self._tour,
        }
        alone = verbs.get(self._options.verb)
        if alone is not None:
            return alone()
        controllers = self._opened()
        try:
            return self._with(controllers)
        finally:
            controllers.close()

    def _with(self, controllers: Controllers) -> dict[str, Any]:
        verbs: dict[str, Callable[[Controllers], dict[str, Any]]] = {
            "import": self._import,
            "list": self._list,
            "centre": self._centre,
            "export": self._export,
            "letter": self._letter,
            "verify": self._verify,
        }
        return verbs[self._options.verb](controllers)

    def _create(self) -> dict[str, Any]:
        made = self._door.create(self._file(), self._passphrase())
        made.controllers.close()
        return {"file": str(self._file()), "recovery_key": made.recovery_key}

    def _demo(self) -> dict[str, Any]:
        from controllers.demo import make_demo

        words = passphrase(self._options) or DEMO_PASSPHRASE
        made = make_demo(self._options.path, self._clock, self._options.seed, words)
        counted = {
            "file": str(self._options.path),
            "centres": made.centres.count(),
            "checks": len(made.checks.ids()),
            "complaints": len(made.complaints.ids()),
        }
        made.close()
        return {**counted, "passphrase": words} if words == DEMO_PASSPHRASE else counted

    def _import(self, controllers: Controllers) -> dict[str, Any]:
        if self._options.what == "checklist":
            return self._import_checklist(controllers)
        if self._options.what == "assessment":
            source, dry_run = self._options.source, self._options.dry_run
            return assessments.read_in(controllers, source, dry_run=dry_run)
        if self._options.what == "template":
            return _import_template(controllers, self._options.source, self._options.dry_run)
        reading = controllers.imports.read(self._options.source)
        if self._options.dry_run:
            return controllers.imports.plan(reading).as_json()
        taken = controllers.imports.take(reading, self._options.source.name)
        step = str(taken.step) if taken.step else None
        return taken.plan.as_json(committed=True, step=step)

    def _import_checklist(self, controllers: Controllers) -> dict[str, Any]:
        """What is new and stands in nobody's way is taken over; a conflict is for the screen."""
        back = controllers.checks.read_back(self._options.source)
        review = controllers.checks.review(back)
        if self._options.dry_run:
            return review.as_json()
        taken = controllers.checks.take_back(back, review, review.fresh)
        return taken.review.as_json(committed=True, step=taken.step)

    def _list(self, controllers: Controllers) -> dict[str, Any]:
        centre = self._centre_id(controllers, self._options.centre)
        sheet = (self._options.xlsx, self._clock()) if self._options.xlsx else None
        return facts.listed(controllers, self._options.what, centre, sheet)

    def _centre(self, controllers: Controllers) -> dict[str, Any]:
        found = self._centre_id(controllers, self._options.number)
        assert found is not None  # noqa: S101 - a number is always given here
        day = self._options.as_known
        if day is None:
            return facts.centre(controllers, found)
        past = controllers.as_known(found, day)
        try:
            return {**facts.centre(past, found), "known_on": day.isoformat()}
        finally:
            past.close()

    def _export(self, controllers: Controllers) -> dict[str, Any]:
        taking = controllers.taking
        report = partial(taking.report, use=SheetUse(self._options.use))
        papers: dict[str, Callable[[UUID, Path], Exported]] = {
            "closing": taking.closing,
            "report": report,
            "paper": taking.paper,
        }
        if self._options.what in papers:
            check = self._check_id(controllers, self._options.subject)
            kept = papers[self._options.what](check, self._options.path)
            return {"path": str(kept.path), "sha256": kept.sha256}
        ways: dict[str, Callable[[Controllers, Any, Path], Exported]] = {
            "checklist": self._export_checklist,
            "template": self._export_template,
            "answers": self._export_answers,
            "assessment": assessments.send_out,
            "assessment_paper": partial(assessments.paper, empty=self._options.empty),
            "centre": self._export_centre,
            "timeline": self._export_timeline,
        }
        made = ways[self._options.what](controllers, self._options.subject, self._options.path)
        return {"path": str(made.path), "sha256": made.sha256}

    def _export_checklist(self, controllers: Controllers, subject: str, path: Path) -> Exported:
        check = self._check_id(controllers, subject)
        return controllers.checks.send_out(check, path, SheetUse(self._options.use))

    def _export_template(self, controllers: Controllers, key: str, path: Path) -> Exported:
        return controllers.outgoing.template(key, path, self._options.of_version)

    def _export_answers(self, controllers: Controllers, _none: None, path: Path) -> Exported:
        centre = self._centre_id(controllers, self._options.centre)
        return controllers.outgoing.answers(path, centre)

    def _export_centre(self, controllers: Controllers, number: str, path: Path) -> Exported:
        found = self._centre_id(controllers, number)
        assert found is not None  # noqa: S101 - a number is always given here
        return controllers.outgoing.centre_sheet(found, path)

    def _export_timeline(self, controllers: Controllers, number: str, path: Path) -> Exported:
        found = self._centre_id(controllers, number)
        assert found is not None  # noqa: S101 - a number is always given here
        return controllers.outgoing.timeline(found, path)

    def _letter(self, controllers: Controllers) -> dict[str, Any]:
        """Written and made in one act: a letter that cannot be made is not begun either."""
        kinds: dict[str, Callable[[Controllers, letters.Make], UUID]] = {
            letters.AUDIT: self._audit_letter,
            letters.RENEWAL: self._renewal_letter,
            **dict.fromkeys(letters.DECISIONS, self._decision_letter),
        }
        write = kinds.get(self._options.kind)
        if write is None:
            raise LetterKindUnknown(kind=self._options.kind, kinds=", ".join(kinds))
        made: list[Exported] = []

        def make(letter: LetterFile) -> None:
            made.append(controllers.outgoing.put_letter(self._options.path, letter))

        reference = controllers.letters.file(write(controllers, make)).reference
        return {"reference": reference, "path": str(made[0].path), "sha256": made[0].sha256}

    def _audit_letter(self, controllers: Controllers, make: letters.Make) -> UUID:
        """Of a check, by its id or reference."""
        check = self._check_id(controllers, self._options.subject)
        return controllers.letters.write_audit_letter(check, make)

    def _renewal_letter(self, controllers: Controllers, make: letters.Make) -> UUID:
        """Of the mandate that counts today at the centre with this enterprise number."""
        subject = self._options.subject
        centre = self._centre_id(controllers, subject)
        assert centre is not None  # noqa: S101 - a number is given here
        held = controllers.mandates.standing(centre).current
        if held is None:
            raise NothingToWriteAbout(subject=subject)
        return controllers.letters.write_renewal_letter(held.id, make)

    def _decision_letter(self, controllers: Controllers, make: letters.Make) -> UUID:
        """Of a decided application, by its id or reference; of the kind that was asked."""
        subject = self._options.subject
        for row in controllers.applications.rows(controllers.applications.ids()):
            if subject in {str(row.id), row.id.hex, row.reference}:
                decision = controllers.applications.file(row.id).decision
                if decision is not None and letters.kind_of(decision) == self._options.kind:
                    return controllers.letters.write_decision_letter(decision.id, make)
        raise NothingToWriteAbout(subject=subject)

    @staticmethod
    def _verify(controllers: Controllers) -> dict[str, Any]:
        proof = controllers.history.verify()
        return {
            "chain": proof.chain,
            "rows": proof.rows,
            "attachments": proof.attachments,
            "broken": list(proof.broken),
            "checks": list(controllers.checks.prove_all()) or "ok",
            "samples": list(controllers.checks.prove_samples()) or "ok",
        }

    def _term(self) -> dict[str, Any]:
        """By the rules of the program, or with a file by those of its office too."""
        start, changed = day_of(self._options.start), None
        if self._options.file is not None:
            controllers = self._opened()
            try:
                changed = controllers.rules.changed()
            finally:
                controllers.close()
        return facts.term(self._options.kind, start, self._options.regime, changed)

    def _screens(self) -> dict[str, Any]:
        assert self._draw is not None  # noqa: S101 - main.py gives it for this verb
        made = self._door.demo()
        try:
            return self._draw(made, self._options.folder, self._options)
        finally:
            made.close()

    def _tour(self) -> dict[str, Any]:
        from controllers.tour import tour

        assert self._draw is not None  # noqa: S101
        self._options.folder.mkdir(parents=True, exist_ok=True)
        made, answer = tour(self._options.folder, self._clock)
        try:
            self._options.page, self._options.once = "", True
            drawn = self._draw(made, self._options.folder / "screens", self._options)
        finally:
            made.close()
        return {**answer, **drawn}

    def _file(self) -> Path:
        if self._options.file is not None:
            return Path(self._options.file)
        from platformdirs import user_data_path

        return user_data_path("waarmerk", appauthor=False) / f"kantoor{SUFFIX}"

    def _opened(self) -> Controllers:
        """The file that is named. That it is not there is told before a passphrase is asked."""
        if self._options.file is not None:
            self._door.look_for(self._file())
        return self._door.open(self._file(), self._passphrase())

    def _passphrase(self) -> str:
        words = passphrase(self._options)
        if not words:
            raise PassphraseMissing(field="passphrase")
        return words

    @staticmethod
    def _centre_id(controllers: Controllers, number: str | None) -> UUID | None:
        if number is None:
            return None
        found = controllers.centres.by_number(number)
        if found is None:
            raise CentreUnknown(number=number)
        return found

    @staticmethod
    def _check_id(controllers: Controllers, subject: str) -> UUID:
        """A check by its id or by its reference."""
        ids = controllers.checks.ids()
        for row in controllers.checks.rows(ids):
            if subject in {str(row.id), row.id.hex, row.reference}:
                return row.id
        raise CheckUnknown(subject=subject)


def _import_template(controllers: Controllers, source: Path, dry_run: bool) -> dict[str, Any]:
    """A checklist that was changed in Excel, as a new draft."""
    reading = controllers.checklists.read_workbook(source)
    if dry_run:
        return controllers.checklists.plan_workbook(reading).as_json()
    taken = controllers.checklists.take_workbook(reading)
    return taken.plan.as_json(committed=True, step=str(taken.step))
