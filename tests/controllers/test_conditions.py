"""Conditions and registers over all centres, on a real encrypted file."""

from datetime import date
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from sqlalchemy import event

from controllers.bundle import Controllers
from controllers.registers import RegisterQuestion
from models.conditions.values import ConditionFilter, ConditionKind, Urgency
from models.mandates.values import CertificateKind, EndKind, MandateState
from models.store.store import Store

NUMBERS = ("0566988259", "0887010362", "1000000021")


@pytest.fixture
def office(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def centres(office: Controllers) -> tuple[UUID, UUID, UUID]:
    """One that ends in seven months, one withdrawn and waiting, one without a certificate."""
    ends, waits, bare = (
        office.centres.add(number, name)
        for number, name in zip(NUMBERS, ("Talentkaai", "Koers & Kompas", "Demer"), strict=True)
    )
    office.centres.edit(ends, "officer", "Filip Loos")
    office.centres.edit(ends, "postal_code", "9000")
    office.mandates.add(ends, "LB-1", date(2020, 12, 1))
    label = office.mandates.add_certificate(ends, CertificateKind.CEDEO, date(2026, 8, 31))
    office.mandates.edit_certificate(label, "valid_from", date(2023, 9, 1))
    stopped = office.mandates.add(waits, "LB-2", date(2022, 1, 1))
    office.mandates.edit(stopped, "ended_on", date(2026, 1, 31))
    office.mandates.edit(stopped, "end_kind", EndKind.WITHDRAWN)
    office.mandates.edit(stopped, "waiting_period_until", date(2026, 7, 31))
    office.mandates.add(bare, "LB-3", date(2025, 1, 1))
    for name in ("Claes", "Maes"):
        office.centres.add_counsellor(bare, "An", name)
    return ends, waits, bare


def kinds(found) -> set[ConditionKind]:
    return {one.kind for one in found}


def test_every_centre_tells_what_asks_for_attention(office: Controllers, centres):
    ends, waits, bare = centres
    assert kinds(office.conditions.of_centre(ends)) == {
        ConditionKind.MANDATE_END,
        ConditionKind.RENEWAL,
        ConditionKind.CERTIFICATE_END,
        ConditionKind.CERTIFICATE_NEXT,
    }
    assert kinds(office.conditions.of_centre(waits)) == {ConditionKind.WAITING_PERIOD}
    assert kinds(office.conditions.of_centre(bare)) == {
        ConditionKind.CERTIFICATE_MISSING,
        ConditionKind.QUALIFICATION,
        ConditionKind.NOT_REPORTED,
    }
    every = office.conditions.every()
    assert len({one.id for one in every}) == len(every) == 8
    order = list(Urgency)
    assert [order.index(one.urgency) for one in every] == sorted(
        order.index(one.urgency) for one in every
    )


def test_the_list_is_narrowed_and_still_counts_all(office: Controllers, centres):
    whole = office.conditions.listing(ConditionFilter())
    assert whole.total == len(whole.lines) == 8
    assert whole.officers == ("Filip Loos",)
    assert whole.provinces == ("Oost-Vlaanderen",)
    for wanted, count in (
        (ConditionFilter(officer="Filip Loos"), 4),
        (ConditionFilter(province="Oost-Vlaanderen"), 4),
        (ConditionFilter(kinds=frozenset({ConditionKind.WAITING_PERIOD})), 1),
        (ConditionFilter(text="demer claes"), 2),
        (ConditionFilter(text="niets"), 0),
    ):
        found = office.conditions.listing(wanted)
        assert (len(found.lines), found.total, found.late) == (count, 8, whole.late)


def test_what_was_settled_is_gone_at_once(office: Controllers, centres):
    ends, _waits, _bare = centres
    next_one = office.mandates.renewal(ends)
    office.mandates.renew(ends, "LB-9", next_one.start, continued_on=date(2026, 5, 4))
    label = office.mandates.add_certificate(ends, CertificateKind.CEDEO, date(2029, 8, 31))
    office.mandates.edit_certificate(label, "valid_from", date(2026, 9, 1))
    assert not office.conditions.of_centre(ends)
    for _step in range(3):
        office.history.undo()
    assert len(office.conditions.of_centre(ends)) == 4


def test_a_decided_application_asks_for_nothing(office: Controllers, centres, store: Store):
    from models.applications.entities import MandateApplication, MandateDecision
    from models.applications.values import ApplicationKind, DecisionKind

    ends, _waits, _bare = centres
    with store.change("Receive") as session:
        row = MandateApplication(
            centre_id=ends,
            reference="MA-1",
            kind=ApplicationKind.FIRST,
            template_key="x",
            template_version=1,
            received_on=date(2026, 1, 5),
            completed_on=date(2026, 1, 5),
        )
        session.add(row)
        session.flush()
        application = row.id
    late = next(o for o in office.conditions.of_centre(ends) if o.kind is ConditionKind.DECISION)
    assert late.urgency is Urgency.LATE
    assert late.term is not None and late.term.kind == "application_decision_days"
    with store.change("Decide") as session:
        session.add(
            MandateDecision(
                centre_id=ends,
                application_id=application,
                kind=DecisionKind.REFUSED,
                decided_on=date(2026, 4, 1),
                authority="VDAB",
            )
        )
    assert ConditionKind.DECISION not in kinds(office.conditions.of_centre(ends))


def test_the_whole_list_takes_a_handful_of_statements(office: Controllers, centres, store: Store):
    asked: list[str] = []
    with store.look() as session:
        engine = session.get_bind()

    def hear(_conn, _cursor, statement, *_more):
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    office.conditions.every()
    for_all = len(asked)
    asked.clear()
    office.registers.every("mandates")
    event.remove(engine, "before_cursor_execute", hear)
    subjects = ("centre", "mandate", "certificate", "engagement", "application")
    checks = ("dossier_check", "finished checks", "reaction_round")
    others = ("quality_action", "complaint", "setting", "rule_change")
    assert for_all == len((*subjects, *checks, *others))
    assert len(asked) <= 3


# --- registers


def test_the_register_of_mandates_tells_states_of_today(office: Controllers, centres):
    rows = office.registers.rows("mandates")
    assert [row.number for row in rows] == ["LB-1", "LB-2", "LB-3"]
    states = {row.number: row.state for row in rows}
    assert states["LB-1"] is MandateState.ENDING
    assert states["LB-2"] is MandateState.WAITING
    assert [r.number for r in office.registers.rows("mandates", "wachttermijn")] in ([], ["LB-2"])
    assert [r.number for r in office.registers.rows("mandates", "0887010362")] == ["LB-2"]
    by_last = office.registers.rows("mandates", order="last", descending=True)
    assert [row.number for row in by_last] == ["LB-3", "LB-1", "LB-2"]


def test_a_row_without_a_day_stands_last_either_way(office: Controllers, centres):
    ends, *_others = centres
    office.mandates.add_certificate(ends, None, None)
    for descending in (False, True):
        rows = office.registers.rows("certificates", order="valid_until", descending=descending)
        assert rows[-1].valid_until is None


def test_a_register_leaves_as_a_workbook_with_true_dates(
    office: Controllers, centres, tmp_path: Path
):
    made = office.outgoing.register("mandates", tmp_path / "mandaten", RegisterQuestion("lb-1"))
    sheet = openpyxl.load_workbook(made.path).active
    heads = [cell.value for cell in sheet[3]]
    row = dict(zip(heads, (cell.value for cell in sheet[4]), strict=True))
    assert sheet.max_row == 4
    assert [value.date() for value in row.values() if hasattr(value, "date")] == [
        date(2020, 12, 1),
        date(2026, 11, 30),
    ]
    assert "0566.988.259" in row.values()


def test_the_follow_up_leaves_as_a_workbook(office: Controllers, centres, tmp_path: Path):
    made = office.outgoing.conditions(ConditionFilter(officer="Filip Loos"), tmp_path / "opvolging")
    assert openpyxl.load_workbook(made.path).active.max_row == 3 + 4


def test_counsellors_stand_in_their_register_with_when_they_were_reported(
    office: Controllers, centres
):
    first = office.registers.rows("counsellors", "claes")[0]
    office.centres.edit_part("engagement", first.id, "reported_on", date(2026, 5, 1))
    assert office.registers.rows("counsellors", "claes")[0].reported_on == date(2026, 5, 1)
