"""Coverage of real centres in a real file: the longest silence first, in a handful of statements."""

from contextlib import contextmanager
from datetime import date
from uuid import UUID

import openpyxl
import pytest
from sqlalchemy import event

from models.actions.entities import QualityAction
from models.actions.values import ActionKind
from models.coverage.values import CoverageFilter, Target
from models.settings.values import ChangeDraft
from models.store.store import Store
from models.surveys.entities import SatisfactionMeasurement

NUMBERS = ("0566988259", "0887010362", "1000000021", "0403199702", "0202239951")


def centre(controllers, at: int, name: str, start: date | None, **fields: str) -> UUID:
    made = controllers.centres.add(NUMBERS[at], name)
    for field, value in fields.items():
        controllers.centres.edit(made, field, value)
    if start is not None:
        controllers.mandates.add(made, f"LB-{at}", start)
    return made


def act(store: Store, centre_id: UUID, day: date, kind=ActionKind.CONTACT) -> None:
    with store.change("Log") as session:
        session.add(QualityAction(centre_id=centre_id, kind=kind, day=day))


@contextmanager
def statements_of(store: Store):
    """Every statement that the file is asked meanwhile."""
    asked: list[str] = []
    with store.look() as session:
        engine = session.get_bind().engine

    def listener(_connection, _cursor, statement, *_rest):
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", listener)
    yield asked
    event.remove(engine, "before_cursor_execute", listener)


@pytest.fixture
def office(controllers, store) -> dict[str, UUID]:
    """Today is 4 May 2026."""
    found = {
        "silent": centre(controllers, 0, "Talentkaai", date(2022, 7, 1), postal_code="8400"),
        "never": centre(controllers, 1, "Koers", date(2024, 9, 1), officer="Karine Nijs"),
        "over": centre(controllers, 2, "Wegwijs", date(2019, 1, 1)),
        "none": centre(controllers, 3, "Groeipad", None),
        "fresh": centre(controllers, 4, "Demer", date(2023, 1, 1), officer="Filip Loos"),
    }
    act(store, found["silent"], date(2024, 6, 30))
    act(store, found["fresh"], date(2026, 5, 4))
    act(store, found["over"], date(2020, 2, 1))
    return found


def names(controllers, **wanted) -> list[str]:
    return [row.name for row in controllers.coverage.listing(CoverageFilter(**wanted)).rows]


def test_the_longest_silence_comes_first(controllers, office):
    assert names(controllers) == ["Koers", "Talentkaai", "Demer", "Wegwijs", "Groeipad"]
    assert names(controllers, order="name", descending=False)[0] == "Demer"


def test_every_source_counts_in_its_year(controllers, store, office):
    check = controllers.checks.plan(office["never"], date(2025, 3, 10))
    controllers.checks.edit(check, "visit_date", date(2025, 3, 12))
    planned = controllers.checks.plan(office["never"], date(2026, 10, 1))
    with store.change("Survey") as session:
        session.add(
            SatisfactionMeasurement(
                centre_id=office["never"],
                period_from=date(2025, 1, 1),
                period_to=date(2025, 12, 31),
                respondents=10,
                satisfied=9,
            )
        )
    act(store, office["never"], date(2025, 9, 1), ActionKind.USER_SURVEY)
    act(store, office["never"], date(2025, 8, 31), ActionKind.INFO_MAIL)
    found = controllers.coverage.of_centre(office["never"])
    counted = {kind.kind: [cell.count for cell in kind.cells] for kind in found.kinds}
    assert planned
    assert counted[ActionKind.DOSSIER_CHECK] == [1, 0, 0, 0, 0, 0]
    assert found.of(ActionKind.DOSSIER_CHECK).cells[2].planned == 1
    assert counted[ActionKind.USER_SURVEY] == [0, 2, 0, 0, 0, 0]
    assert counted[ActionKind.INFO_MAIL] == [1, 0, 0, 0, 0, 0]
    assert (found.last, found.last_kind) == (date(2025, 12, 31), ActionKind.USER_SURVEY)


def test_a_survey_that_was_logged_and_measured_counts_once(controllers, store, office):
    day = date(2025, 12, 31)
    act(store, office["never"], day, ActionKind.USER_SURVEY)
    act(store, office["fresh"], day, ActionKind.USER_SURVEY)
    with store.change("Survey") as session:
        session.add(
            SatisfactionMeasurement(
                centre_id=office["never"],
                period_from=date(2025, 1, 1),
                period_to=day,
                respondents=10,
                satisfied=9,
            )
        )
    assert controllers.coverage.of_centre(office["never"]).of(ActionKind.USER_SURVEY).count == 1
    assert controllers.coverage.of_centre(office["fresh"]).of(ActionKind.USER_SURVEY).count == 1


def test_another_mandate_of_a_centre_can_be_chosen(controllers, office):
    assert controllers.coverage.of_centre(office["none"]) is None
    earlier = controllers.mandates.add(office["silent"], "LB-9", date(2016, 7, 1))
    assert controllers.coverage.of_centre(office["silent"]).start == date(2022, 7, 1)
    assert controllers.coverage.of_centre(office["silent"], earlier).start == date(2016, 7, 1)


def test_the_list_is_narrowed_by_words_keeper_province_and_state(controllers, office):
    assert names(controllers, text="talent 0566") == ["Talentkaai"]
    assert names(controllers, officer="Filip Loos") == ["Demer"]
    assert names(controllers, province="West-Vlaanderen") == ["Talentkaai"]
    assert names(controllers, running=True) == ["Koers", "Talentkaai", "Demer"]
    found = controllers.coverage.listing(CoverageFilter())
    assert (found.total, found.running, found.officers) == (5, 3, ("Filip Loos", "Karine Nijs"))
    assert found.provinces == ("West-Vlaanderen",)


def test_who_stays_under_the_target_of_the_office(controllers, store, office):
    short = CoverageFilter(running=True, short=True)
    found = controllers.coverage.listing(short)
    assert [row.name for row in found.rows] == ["Talentkaai", "Demer"]  # Koers has no two years yet
    assert found.targets[ActionKind.CONTACT].years == 2
    assert found.short == 2


def test_the_office_may_record_another_target(controllers, office):
    controllers.rules.record(
        ChangeDraft(
            key="coverage_target_contact",
            value="6",
            valid_from=date(2026, 1, 1),
            valid_until=None,
            reference="teamoverleg",
        )
    )
    assert controllers.coverage.targets()[ActionKind.CONTACT] == Target(2, 1)
    found = controllers.coverage.listing(CoverageFilter(running=True, short=True))
    assert "Koers" in [row.name for row in found.rows]


def test_as_many_statements_for_many_centres_as_for_few(controllers, store, office):
    with statements_of(store) as few:
        controllers.coverage.listing(CoverageFilter())
    for at, id_ in enumerate(office.values()):
        for day in range(1, 5):
            act(store, id_, date(2025, 1 + at, day))
    with statements_of(store) as many:
        controllers.coverage.listing(CoverageFilter())
    assert len(many) == len(few) <= 9


def test_the_workbook_holds_a_true_number_for_every_cell(controllers, office, tmp_path):
    made = controllers.outgoing.coverage(CoverageFilter(running=True), tmp_path / "dekking")
    sheet = openpyxl.load_workbook(made.path).worksheets[0]
    head, *rows = list(sheet.iter_rows(min_row=3, values_only=True))
    lines = [dict(zip(head, row)) for row in rows]
    assert [line["Centre"] for line in lines] == ["Koers", "Talentkaai", "Demer"]
    assert lines[1]["Contacts, year 2"] == 1
    assert lines[1]["Contacts, year 1"] == 0
    assert lines[1]["Contacts, year 5"] is None
    assert lines[1]["Days of silence"] == (date(2026, 5, 4) - date(2024, 6, 30)).days
    assert lines[1]["First day"].date() == date(2022, 7, 1)
    assert lines[0]["Last action"] is None
