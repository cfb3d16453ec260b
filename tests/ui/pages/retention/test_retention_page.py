"""The room of retention on a real file, in a real window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from controllers.bundle import Controllers
from controllers.language import speak
from models.centres.entities import CareerCentre, ContactPerson
from models.mandates.entities import Mandate
from ui.kit import theme
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.retention.page import RetentionPage
from ui.why_card import WhyCard

OLD = ("0566988259", "Oude Sluis", date(2008, 3, 1), date(2014, 2, 28))
OLDER = ("0887010362", "Koers", date(2006, 1, 1), date(2011, 12, 31))
YOUNG = ("1000000021", "Loopbaanhuis Demer", date(2023, 1, 1), date(2028, 12, 31))


class Picker:
    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, _parent, _title, _filters, name, then):
        then(self.path / name)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    speak("nl")
    yield
    speak("en")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    use_chooser(Picker(tmp_path))
    yield tmp_path
    use_chooser(DialogChooser())


@pytest.fixture
def controllers(store, tasks) -> Controllers:
    with store.change("Work") as session:
        for number, name, start, end in (OLD, OLDER, YOUNG):
            centre = CareerCentre(enterprise_number=number, legal_name=name)
            session.add(centre)
            session.flush()
            session.add(Mandate(centre_id=centre.id, start_date=start, end_date=end))
            session.add(ContactPerson(centre_id=centre.id, last_name=f"Reynders {name}"))
    made = Controllers(store)
    made.listen(tasks.announce)
    return made


@pytest.fixture
def page(controllers, tasks, qtbot, tmp_path) -> RetentionPage:
    page = RetentionPage(controllers, tasks, Memory(tmp_path / "window.ini"))
    page.resize(1050, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    return page


def settled(page, qtbot):
    qtbot.waitUntil(lambda: not page._tasks.busy)


def test_what_is_over_stands_first_with_why_and_the_day(page):
    assert page.due.table.rowCount() == 2
    assert page.due.chosen()[0].name == "Koers"
    assert "de termijn liep af op 31 dec" in page.due.told.text()
    assert page.due.day.term().due == date(2021, 12, 31)
    assert page.kept.table.rowCount() == 1


def test_the_day_explains_itself(page, qtbot):
    page.due.day.click()
    card = page.findChild(WhyCard) or page.window().findChild(WhyCard)
    assert "Koers" in card.heading.text()
    assert any("10 jaar" in step for step in card.told.steps)


def test_destroying_asks_and_takes_no_reason_that_names(page, qtbot, store):
    page.due.wipe.click()
    card = page.card
    assert card.isVisible()
    assert "Koers" in card.accessibleName()
    card.reason.field.set_value("Koers is gestopt")
    card.buttons["destroy"].click()
    settled(page, qtbot)
    assert card.isVisible()
    assert "Laat Koers weg" in card.reason.refusal()
    with store.look() as session:
        assert len(session.scalars(select(CareerCentre.id)).all()) == 3


def test_both_at_once_leave_one_statement_on_paper(page, qtbot, store, folder):
    page.due.view.selectAll()
    page.due.wipe.click()
    page.card.reason.field.set_value("selectieregel")
    with qtbot.waitSignal(page.said) as said:
        page.card.buttons["destroy"].click()
    assert "V-2026-001" in said.args[0].sentence
    settled(page, qtbot)
    assert page.stack.currentWidget() is page.statements
    assert page.due.stack.currentIndex() == 1
    with qtbot.waitSignal(page.said):
        page.statements.paper.click()
    assert (folder / "verklaring van vernietiging V-2026-001.pdf").read_bytes()[:4] == b"%PDF"
    assert store.verify().whole
    with store.look() as session:
        assert session.scalars(select(CareerCentre.legal_name)).all() == ["Loopbaanhuis Demer"]


def test_somebody_is_found_and_taken_along(page, qtbot, folder):
    page.open(Ref("retention", detail="person"))
    page.person.text.setText("reynders demer")
    settled(page, qtbot)
    qtbot.waitUntil(lambda: page.person.table.rowCount() == 1)
    with qtbot.waitSignal(page.said):
        page.person.take.click()
    assert {path.suffix for path in folder.glob("alles over*")} == {".json", ".xlsx"}
    page.person.text.setText("re")
    settled(page, qtbot)
    assert page.person.stack.currentIndex() == 1
