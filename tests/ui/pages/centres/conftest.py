"""The page of the centres on a real encrypted file, with a few centres or with the whole list."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.language import speak
from models.mandates.values import CertificateKind
from models.store.store import Store
from ui.kit import theme
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.centres.page import CentresPage
from ui.tasks import Tasks

SAMPLE = Path("tests/data/centrumlijst.xlsx")
NUMBERS = ("0566988259", "0887010362", "1000000021", "0403199702", "0202239951")
CENTRES = (
    ("Talentkaai", "Oostende", "Filip Loos", date(2022, 7, 1)),
    ("Koers & Kompas", "Leuven", "Karine Nijs", date(2020, 9, 1)),
    ("Loopbaanhuis Demer", "Hasselt", "Filip Loos", date(2023, 1, 1)),
    ("Wegwijs Westhoek", "Veurne", "Karine Nijs", date(2019, 1, 1)),
    ("Groeipad Mechelen", "Mechelen", "Filip Loos", None),
)
"""Today is 4 May 2026: the second ends soon, the fourth is over, the fifth has no mandate."""


class Ear:
    """What the page said to its window."""

    def __init__(self, page: CentresPage) -> None:
        self.messages: list[Message] = []
        self.wanted: list[Ref] = []
        self.counts: list[tuple[int, int]] = []
        page.said.connect(self.messages.append)
        page.wanted.connect(self.wanted.append)
        page.counted.connect(lambda count, late: self.counts.append((count, late)))


class Picker:
    """Answers every question for a file with one path."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.asked = 0

    def open(self, _parent: object, _title: str, _filters: str, then: Callable[[Path], object]):
        self.asked += 1
        if self.path is not None:
            then(self.path)

    def save(self, _parent, _title, _filters, _name, then):
        self.asked += 1
        if self.path is not None:
            then(self.path)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    speak("nl")
    yield
    speak("en")


@pytest.fixture
def controllers(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def picker() -> Iterator[Picker]:
    picker = Picker()
    use_chooser(picker)
    yield picker
    use_chooser(DialogChooser())


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "geheugen.ini")


@pytest.fixture
def page(
    controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot, picker: Picker
) -> Iterator[CentresPage]:
    """The page in its window, with nothing in the file yet."""
    bugs: list[BaseException] = []
    tasks.broken.connect(bugs.append)
    controllers.listen(tasks.announce)
    page = CentresPage(controllers, tasks, memory)
    page.resize(1100, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    assert not bugs


@pytest.fixture
def ear(page: CentresPage) -> Ear:
    return Ear(page)


@pytest.fixture
def office(controllers: Controllers) -> dict[str, UUID]:
    """Five centres, by name."""
    return {name: add(controllers, at) for at, (name, *_) in enumerate(CENTRES)}


@pytest.fixture
def demer(office: dict[str, UUID]) -> UUID:
    return office["Loopbaanhuis Demer"]


@pytest.fixture
def shown(page: CentresPage, office: dict[str, UUID], qtbot: QtBot) -> CentresPage:
    """The list with the five centres in it."""
    page.open(Ref("centres"))
    qtbot.waitUntil(lambda: len(names(page)) == len(office))
    return page


def add(controllers: Controllers, at: int) -> UUID:
    name, town, officer, start = CENTRES[at]
    centre = controllers.centres.add(NUMBERS[at], name)
    controllers.centres.edit(centre, "locality", town)
    controllers.centres.edit(centre, "officer", officer)
    if start is not None:
        controllers.mandates.add(centre, f"LB-{at}", start)
        controllers.mandates.add_certificate(centre, CertificateKind.CEDEO, date(2027, 12, 31))
    return centre


def names(page: CentresPage) -> list[str]:
    """The centres in sight, from top to bottom; empty while rows are on their way."""
    table = page.list.table
    rows = [table.record(row) for row in range(table.rowCount())]
    return [] if None in rows else [row.name for row in rows if row is not None]
