"""The timeline of all centres on a real file, in a real window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from controllers.language import speak
from models.centres.entities import CareerCentre
from models.checks.entities import DossierCheck
from models.mandates.entities import Mandate, QualityCertificate
from models.terms.days import last_day_of
from ui.kit import theme
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.pages.timeline.page import TimelinePage

CENTRES = (
    ("0566988259", "Talentkaai", "8400", "Filip Loos", date(2022, 7, 1)),
    ("0887010362", "Koers & Kompas", "3000", "Karine Nijs", date(2024, 9, 1)),
    ("1000000021", "Loopbaanhuis Demer", "3500", "Filip Loos", date(2023, 1, 1)),
    ("0403199702", "Wegwijs Westhoek", "8630", "Karine Nijs", date(2019, 1, 1)),
    ("0202239951", "Groeipad", "", "", None),
)
"""Today is 4 May 2026: the fourth is over, the fifth has no mandate."""


class Picker:
    """Answers every question for a file with one path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, _parent, _title, _filters, name, then):
        then(self.folder / name)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    speak("nl")
    yield
    speak("en")


@pytest.fixture
def picker(tmp_path: Path) -> Iterator[Picker]:
    picker = Picker(tmp_path)
    use_chooser(picker)
    yield picker
    use_chooser(DialogChooser())


@pytest.fixture
def controllers(store, tasks) -> Controllers:
    made = Controllers(store)
    made.listen(tasks.announce)
    return made


@pytest.fixture
def office(store) -> dict[str, UUID]:
    """All of it in one step, for every step waits for the disk."""
    found = {name: uuid4() for _number, name, *_rest in CENTRES}
    with store.change("Office") as session:
        for number, name, code, officer, start in CENTRES:
            centre = CareerCentre(id=found[name], enterprise_number=number, legal_name=name)
            centre.postal_code, centre.officer = code or None, officer or None
            session.add(centre)
            session.flush()
            if start is not None:
                end = last_day_of(start, 72)
                mandate = {"number": f"LB-{start.year}", "start_date": start, "end_date": end}
                session.add(Mandate(centre_id=found[name], **mandate))
        of_kaai = {"centre_id": found["Talentkaai"]}
        session.add(QualityCertificate(valid_until=date(2027, 12, 31), label="Cedeo", **of_kaai))
        checked = {"template_key": "dossier_check", "template_version": 1, **of_kaai}
        session.add(DossierCheck(reference="DC-1", visit_date=date(2025, 3, 12), **checked))
        session.add(DossierCheck(reference="DC-2", planned_on=date(2026, 10, 1), **checked))
    return found


@pytest.fixture
def page(controllers, tasks, tmp_path, office, qtbot, picker) -> Iterator[TimelinePage]:
    bugs: list[BaseException] = []
    tasks.broken.connect(bugs.append)
    page = TimelinePage(controllers, tasks, Memory(tmp_path / "geheugen.ini"))
    page.resize(1100, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: bool(page.board.lines.shown) and not tasks.busy)
    yield page
    assert not bugs
