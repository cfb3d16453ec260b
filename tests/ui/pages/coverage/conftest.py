"""The room of coverage on a real file, in a real window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from controllers.language import speak
from models.actions.entities import QualityAction
from models.actions.values import ActionKind
from ui.kit import theme
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.pages.coverage.page import CoveragePage

CENTRES = (
    ("0566988259", "Talentkaai", "Filip Loos", date(2022, 7, 1)),
    ("0887010362", "Koers & Kompas", "Karine Nijs", date(2024, 9, 1)),
    ("1000000021", "Loopbaanhuis Demer", "Filip Loos", date(2023, 1, 1)),
    ("0403199702", "Wegwijs Westhoek", "Karine Nijs", date(2019, 1, 1)),
)
"""Today is 4 May 2026: the last one is over."""


class Picker:
    """Answers every question for a file with one path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, _parent, _title, _filters, _name, then):
        then(self.path)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    speak("nl")
    yield
    speak("en")


@pytest.fixture
def picker(tmp_path: Path) -> Iterator[Picker]:
    picker = Picker(tmp_path / "dekking.xlsx")
    use_chooser(picker)
    yield picker
    use_chooser(DialogChooser())


@pytest.fixture
def controllers(store, tasks) -> Controllers:
    made = Controllers(store)
    made.listen(tasks.announce)
    return made


@pytest.fixture
def office(controllers, store) -> dict[str, UUID]:
    found = {}
    for number, name, officer, start in CENTRES:
        found[name] = controllers.centres.add(number, name)
        controllers.centres.edit(found[name], "officer", officer)
        controllers.mandates.add(found[name], "LB-1", start)
    with store.change("Log") as session:
        for day in (date(2024, 6, 30), date(2022, 8, 1), date(2022, 9, 1)):
            session.add(
                QualityAction(centre_id=found["Talentkaai"], kind=ActionKind.CONTACT, day=day)
            )
        session.add(
            QualityAction(
                centre_id=found["Loopbaanhuis Demer"], kind=ActionKind.CONTACT, day=date(2026, 4, 1)
            )
        )
    return found


@pytest.fixture
def page(controllers, tasks, tmp_path, office, qtbot, picker) -> Iterator[CoveragePage]:
    bugs: list[BaseException] = []
    tasks.broken.connect(bugs.append)
    page = CoveragePage(controllers, tasks, Memory(tmp_path / "geheugen.ini"))
    page.resize(1100, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: page.table.rowCount() > 0 and not tasks.busy)
    yield page
    assert not bugs
