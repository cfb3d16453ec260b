"""All centres of a real file on one axis, in a handful of statements, and out as a workbook."""

from contextlib import contextmanager
from datetime import date

import openpyxl
import pytest
from sqlalchemy import event

from controllers.portfolio import ORDERS, in_order, words_of
from models.actions.entities import QualityAction
from models.actions.values import ActionKind
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import ApplicationKind, DecisionKind
from models.mandates.entities import Mandate
from models.mandates.values import CertificateKind, EndKind, MandateState
from models.portfolio import rules
from models.portfolio.values import Grouping, PieceKind
from models.store.store import Store

KAAI, DEMER, NONE = "0566988259", "0887010362", "1000000021"


@pytest.fixture
def office(controllers, store):
    """Today is 4 May 2026. Talentkaai holds its second mandate, Demer stopped, Groeipad has none."""
    kaai = controllers.centres.add(KAAI, "Talentkaai")
    controllers.centres.edit(kaai, "postal_code", "8400")
    controllers.centres.edit(kaai, "officer", "Filip Loos")
    controllers.mandates.add(kaai, "LB-1", date(2016, 7, 1))
    controllers.mandates.add(kaai, "LB-2", date(2022, 7, 1))
    controllers.mandates.add_certificate(kaai, CertificateKind.CEDEO, date(2027, 12, 31))
    check = controllers.checks.plan(kaai, date(2025, 3, 10))
    controllers.checks.edit(check, "visit_date", date(2025, 3, 12))
    controllers.checks.plan(kaai, date(2026, 10, 1))
    demer = controllers.centres.add(DEMER, "Demer")
    mandate = controllers.mandates.add(demer, "LB-3", date(2023, 1, 1))
    controllers.centres.add(NONE, "Groeipad")
    with store.change("Requests") as session:
        found = session.get_one(Mandate, mandate)
        found.ended_on, found.end_kind = date(2025, 6, 30), EndKind.WITHDRAWN
        session.add(QualityAction(centre_id=kaai, kind=ActionKind.CONTACT, day=date(2024, 2, 29)))
        session.add(
            MandateApplication(
                centre_id=kaai,
                reference="AV-2022-1",
                kind=ApplicationKind.RENEWAL,
                template_key="x",
                template_version=1,
                received_on=date(2022, 1, 10),
            )
        )
        session.add(
            MandateDecision(
                centre_id=kaai,
                kind=DecisionKind.GRANTED,
                decided_on=date(2022, 5, 2),
                authority="VDAB",
            )
        )
    return {"kaai": kaai, "demer": demer}


@contextmanager
def statements_of(store: Store):
    asked: list[str] = []
    with store.look() as session:
        engine = session.get_bind().engine

    def listener(_connection, _cursor, statement, *_rest):
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", listener)
    yield asked
    event.remove(engine, "before_cursor_execute", listener)


def test_a_row_holds_everything_in_the_order_of_the_days(controllers, office):
    found = controllers.portfolio.whole()
    assert [row.name for row in found.rows] == ["Demer", "Groeipad", "Talentkaai"]
    kaai = found.rows[2]
    assert [piece.word for piece in kaai.mandates] == ["LB-1", "LB-2"]
    assert [(piece.kind, piece.day) for piece in kaai.marks] == [
        (PieceKind.APPLICATION, date(2022, 1, 10)),
        (PieceKind.GRANTED, date(2022, 5, 2)),
        (PieceKind.ACTION, date(2024, 2, 29)),
        (PieceKind.CHECK, date(2025, 3, 12)),
        (PieceKind.PLANNED, date(2026, 10, 1)),
    ]
    assert kaai.certificates[0].kind is PieceKind.UNDATED
    assert kaai.certificates[0].day == date(2022, 7, 1)
    assert (kaai.state, kaai.province) == (MandateState.ACTIVE, "West-Vlaanderen")


def test_a_certificate_without_a_label_bears_the_name_of_its_kind(controllers, office):
    made = controllers.mandates.add_certificate(
        office["demer"], CertificateKind.ISO_9001, date(2027, 1, 1), date(2024, 1, 2)
    )
    assert controllers.portfolio.whole().rows[0].certificates[0].word == "ISO 9001"
    controllers.mandates.edit_certificate(made, "label", "ISO 9001:2015")
    assert controllers.portfolio.whole().rows[0].certificates[0].word == "ISO 9001:2015"


def test_a_mandate_that_stopped_ends_where_it_stopped(controllers, office):
    demer = controllers.portfolio.whole().rows[0]
    assert demer.state is MandateState.WITHDRAWN
    assert demer.mandates[0].until == demer.end == date(2025, 6, 30)
    assert [(piece.kind, piece.day) for piece in demer.marks] == [
        (PieceKind.ENDED, date(2025, 6, 30))
    ]


def test_every_list_says_the_same_of_a_mandate_that_waits_or_is_suspended(controllers, office):
    demer, kaai = office["demer"], office["kaai"]
    ended = controllers.mandates.standing(demer).mandates[0]
    controllers.mandates.edit(ended.id, "waiting_period_until", date(2027, 6, 30))
    running = controllers.mandates.standing(kaai).current
    controllers.mandates.edit(running.id, "suspended_from", date(2026, 4, 1))
    for suspension in ("off", "on"):
        controllers.settings.edit("suspension", suspension)
        listed = {row.id: row.state for row in controllers.mandates.rows([demer, kaai])}
        here = {row.id: row.state for row in controllers.portfolio.whole().rows}
        spread = {row.id: row.state for row in controllers.coverage.whole().rows}
        assert listed == {one: here[one] for one in listed} == {one: spread[one] for one in listed}
        assert listed[demer] is MandateState.WAITING
        bars = controllers.timeline.of_centre(kaai).events
        drawn = any(event.key.startswith("suspended:") for event in bars)
        assert drawn is (suspension == "on")
    assert listed[kaai] is MandateState.SUSPENDED


def test_as_many_statements_for_many_centres_as_for_few(controllers, store, office):
    with statements_of(store) as few:
        controllers.portfolio.whole()
    for day in range(1, 20):
        controllers.checks.plan(office["demer"], date(2026, 6, day))
    with statements_of(store) as many:
        controllers.portfolio.whole()
    assert len(many) == len(few) <= 10


@pytest.mark.parametrize("key", ORDERS)
def test_every_column_orders(controllers, office, key):
    rows = controllers.portfolio.whole().rows
    up = in_order(rows, key)
    assert sorted(row.name for row in up) == ["Demer", "Groeipad", "Talentkaai"]
    ranks = [ORDERS[key](row) for row in in_order(rows, key, True)]
    assert ranks == sorted(ranks, reverse=True)


def test_a_row_says_how_it_stands(controllers, office):
    found = controllers.portfolio.whole()
    assert "Groeipad, No mandate" in words_of(found.rows[1], found.today)


def test_the_workbook_colours_half_years_and_lists_every_period(controllers, office, tmp_path):
    rows = controllers.portfolio.whole().rows
    groups = rules.grouped(rows, Grouping.PROVINCE)
    made = controllers.outgoing.portfolio(groups, Grouping.PROVINCE, tmp_path / "tijdlijn")
    assert made.path.name == "tijdlijn.xlsx"
    board, pieces = openpyxl.load_workbook(made.path).worksheets
    heads = {(board.cell(4, c - (c % 2)).value, board.cell(5, c).value): c for c in range(6, 40)}
    kaai = next(r for r in range(6, 20) if board.cell(r, 1).value == "Talentkaai")
    assert board.cell(kaai, 5).value.date() == date(2028, 6, 30)
    assert board.cell(kaai - 1, 1).value == "West-Vlaanderen (1)"
    assert board.cell(kaai, heads[2025, 1]).value == 1
    assert board.cell(kaai, heads[2025, 1]).style == "W vak gedekt"
    assert board.cell(kaai, heads[2019, 1]).style == "W vak ongedekt"
    assert board.cell(kaai, heads[2019, 1]).value == 0
    assert board.cell(kaai, heads[2028, 2]).value is None
    lines = list(pieces.iter_rows(min_row=4, values_only=True))
    assert len(lines) == sum(len(row.pieces) for row in rows)
    assert ("Talentkaai", "Mandate", "LB-2") in {(line[0], line[3], line[4]) for line in lines}
    days = next(line[7] for line in lines if line[4] == "LB-2")
    assert days == (date(2028, 6, 30) - date(2022, 7, 1)).days + 1
