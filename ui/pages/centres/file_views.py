"""What the parts of a centre file are, in the order of their tabs; the only list of them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.kernel.text import N_
from ui.pages.centres.attachments_view import AttachmentsView
from ui.pages.centres.file_facts import FileFacts
from ui.pages.centres.file_parts import FilePart
from ui.pages.centres.identity import Identity
from ui.pages.centres.log_view import LogView
from ui.pages.centres.mandate_parts import CertificateParts, MandateParts
from ui.pages.centres.overview import Overview
from ui.pages.centres.parts_view import PartsView
from ui.pages.centres.people_and_places import Contacts, Counsellors, Establishments
from ui.pages.centres.rulings_view import RulingsView
from ui.pages.centres.survey_parts import Measurements
from ui.pages.centres.timeline_view import TimelineView
from ui.tasks import Tasks


class FileViews:
    """The view of each part, made when it is first asked for; `host` carries their cards."""

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QWidget) -> None:
        self._controllers, self._tasks, self._host = controllers, tasks, host

    @cached_property
    def overview(self) -> Overview:
        return Overview(self._controllers, self._tasks)

    @cached_property
    def timeline(self) -> TimelineView:
        return TimelineView(self._controllers, self._tasks)

    @cached_property
    def identity(self) -> Identity:
        return Identity(self._controllers.centres, self._tasks)

    @cached_property
    def places(self) -> PartsView:
        kind = Establishments(self._controllers, self._tasks, self._host)
        return PartsView([kind], self._tasks)

    @cached_property
    def people(self) -> PartsView:
        return PartsView([Counsellors(self._controllers, self._tasks, self._host)], self._tasks)

    @cached_property
    def contacts(self) -> PartsView:
        return PartsView([Contacts(self._controllers, self._tasks, self._host)], self._tasks)

    @cached_property
    def rights(self) -> PartsView:
        mandates = MandateParts(self._controllers, self._tasks, self._host)
        certificates = CertificateParts(self._controllers, self._tasks, self._host)
        return PartsView([mandates, certificates], self._tasks)

    @cached_property
    def rulings(self) -> RulingsView:
        return RulingsView(self._controllers, self._tasks)

    @cached_property
    def measurements(self) -> Measurements:
        return Measurements(self._controllers, self._tasks, self._host)

    @cached_property
    def surveys(self) -> PartsView:
        return PartsView([self.measurements], self._tasks)

    @cached_property
    def log(self) -> LogView:
        return LogView(self._controllers, self._tasks)

    @cached_property
    def attached(self) -> AttachmentsView:
        return AttachmentsView(self._controllers, self._tasks)

    def parts(self) -> tuple[FilePart[Any], ...]:
        """Every part, in the order of the tabs; none of them is made yet."""
        zoom = N_("← →: other things · + −: zoom · Space: this day · W: why")
        return (
            FilePart(
                "overview",
                N_("Overview"),
                lambda: self.overview,
                Overview.show_facts,
                scrolls=True,
            ),
            FilePart(
                "timeline",
                N_("Timeline"),
                lambda: self.timeline,
                TimelineView.show_facts,
                keys=zoom,
            ),
            FilePart(
                "identity",
                N_("Identity"),
                lambda: self.identity,
                lambda view, facts: view.show_file(facts.file),
                scrolls=True,
            ),
            FilePart(
                "places",
                N_("Establishments"),
                lambda: self.places,
                lambda view, facts: view.show_parts(facts.id, (facts.file.establishments,)),
            ),
            FilePart(
                "people",
                N_("Counsellors"),
                lambda: self.people,
                lambda view, facts: view.show_parts(facts.id, (facts.file.counsellors,)),
            ),
            FilePart(
                "contacts",
                N_("Contacts"),
                lambda: self.contacts,
                lambda view, facts: view.show_parts(facts.id, (facts.file.contacts,)),
            ),
            FilePart(
                "rights", N_("Mandates and certificates"), lambda: self.rights, self._show_rights
            ),
            FilePart(
                "applications",
                N_("Applications and decisions"),
                lambda: self.rulings,
                RulingsView.show_facts,
            ),
            FilePart("surveys", N_("Satisfaction"), lambda: self.surveys, self._show_surveys),
            FilePart(
                "log",
                N_("Log"),
                lambda: self.log,
                LogView.show_facts,
                keys=LogView.KEYS,
            ),
            FilePart(
                "attachments",
                N_("Attachments"),
                lambda: self.attached,
                AttachmentsView.show_facts,
                keys=AttachmentsView.KEYS,
            ),
        )

    @staticmethod
    def _show_rights(view: PartsView, facts: FileFacts) -> None:
        known = facts.standing
        kinds, gaps = (known.mandates, known.certificates), ("", " ".join(known.gaps))
        view.show_parts(facts.id, kinds, gaps)

    def _show_surveys(self, view: PartsView, facts: FileFacts) -> None:
        said = facts.cockpit.satisfaction
        self.measurements.least = said.least
        view.show_parts(facts.id, (said.measurements,))
