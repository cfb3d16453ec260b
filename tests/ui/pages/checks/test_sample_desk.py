"""The sample desk: a list comes in, dossiers are drawn, replaced, followed up; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from models.checks.values import Chosen
from tests.ui.pages.checks.conftest import Desk
from ui.kit.page import Ref
from ui.pages.checks.dossier_list import rows

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LIST = Path(__file__).resolve().parents[3] / "data" / "dossierlijst-kamzand-0124618472.csv"
PASTED = "\n".join(["Dossier;Coach", *(f"LB-{n:02};{'An' if n % 3 else 'Bo'} Gids" for n in range(30)),
                    "LB-03;Bo Gids"])  # fmt: skip
WHY = "Ligt bij een beroep."


def sample(desk: Desk):
    desk.key(Qt.Key.Key_S, ALT)
    desk.until(lambda: desk.focus is view(desk).draw_desk.numbers)
    return view(desk).draw_desk


def view(desk: Desk):
    return desk.view.dossiers


def draw(desk: Desk, size: str = "6"):
    made = sample(desk)
    desk.paste(PASTED)
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_A, CTRL)
    desk.type(size)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: view(desk).drawn)
    desk.until(lambda: view(desk).list.hasFocus())
    return made


def test_a_pasted_list_is_told_at_once_and_the_chance_with_it(bare: Desk) -> None:
    made = sample(bare)
    bare.paste(PASTED)
    told = made.form.row("numbers")._help.text()
    assert told == (
        "31 numbers, 1 double, 30 left. Double: LB-03 (row 32, as row 5). Row 1 is the heading."
    )
    assert made.by._values == ["", "Coach"]
    assert "16 % " not in made.chance.text() and "6 van de 30" in made.chance.text()
    before = made.chance.text()
    made.wanted.setText("20")
    assert made.chance.text() != before


def test_a_file_is_dropped_and_names_of_clients_stay_out(bare: Desk) -> None:
    made = sample(bare)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(LIST))])
    assert made.numbers.canInsertFromMimeData(held)
    made.numbers.insertFromMimeData(held)
    bare.until(lambda: "Naam cliënt" in made.form.row("numbers")._help.text())
    assert "85 numbers, 2 double, 83 left" in made.form.row("numbers")._help.text()
    assert "Van de Velde" not in made.numbers.value()
    made.draw()
    bare.until(lambda: view(bare).drawn)
    assert view(bare)._desk.sample.list_name == LIST.name


def test_the_refusal_of_a_file_goes_when_a_list_comes(bare: Desk, tmp_path: Path) -> None:
    made, said = sample(bare), len(bare.messages)
    line = made.form.row("numbers")
    mail = tmp_path / "klacht.eml"
    mail.write_text("From: a@b.example\n\nDossier 12")
    made.read_file(mail)
    bare.until(lambda: "klacht.eml" in line.refusal())
    assert len(bare.messages) == said
    made.read_file(LIST)
    bare.until(lambda: "85 numbers" in line._help.text())
    assert line.refusal() == ""


def test_rows_of_a_file_are_called_as_before_when_the_draw_is_taken_back(bare: Desk) -> None:
    made = sample(bare)

    def double() -> str:
        told = made.form.row("numbers")._help.text()
        return told[told.find("Double") :].partition("). ")[0] if "Double" in told else ""

    made.read_file(LIST)
    bare.until(double)
    before = double()
    made.wanted.setText("6")
    made.draw()
    bare.until(lambda: view(bare).drawn)
    bare.office.controllers.history.undo()
    bare.until(lambda: not view(bare).drawn and double())
    assert double() == before
    assert "row" in before


def test_a_pasted_table_loses_its_names_before_it_is_put_aside(bare: Desk) -> None:
    made = sample(bare)
    bare.paste(
        "Dossier;Klant;Coach\n1;Peeters Jan;An\n2;Smets Eva;An\n3;Maes Tom;Bo\n4;Aerts Bo;Bo"
    )
    assert "Peeters" not in made.numbers.value()
    bare.idle()
    kept = bare.office.controllers.drafts.read(f"sample_{bare.office.check.hex}")
    assert "Peeters" not in str(kept)
    assert kept["text"].startswith("Dossiernummer\tCoach\n1\tAn")


def test_a_list_that_waits_comes_back_after_a_restart(
    bare: Desk, place_desk: Callable[[], Desk]
) -> None:
    made = sample(bare)
    bare.paste(PASTED)
    made.wanted.setText("7")
    made.wanted.settle()
    bare.idle()
    again = place_desk()
    again.office.check = bare.office.check
    again.page.open(Ref("check", again.office.check, "dossiers"))
    other = again.page.check.dossiers.draw_desk
    again.until(lambda: other.numbers.value() == PASTED)
    again.until(lambda: "1 double" in other.form.row("numbers")._help.text())
    assert (other.wanted.value(), other.spares.value()) == (7, 3)


def test_drawn_dossiers_stand_in_the_order_of_the_draw(bare: Desk) -> None:
    made = draw(bare)
    listed = view(bare).list
    desk = bare.office.controllers.checks.desk(bare.office.check)
    assert [each.title for each in listed.rows.items] == [
        "Drawn",
        *(f"{pick.place}. {pick.number}" for pick in desk.picks),
    ]
    assert listed.current == desk.picks[0].dossier_id
    assert not made.isVisible()
    assert made.numbers.value() == ""
    assert bare.office.controllers.drafts.read(f"sample_{bare.office.check.hex}") == {}
    assert "6 of 30 drawn" in view(bare).band.drawn.text()
    bare.office.controllers.history.undo()
    bare.until(lambda: not view(bare).drawn and made.isVisible())


def test_a_row_keeps_the_number_of_the_draw(bare: Desk) -> None:
    draw(bare)
    picks = view(bare)._desk.picks
    ranks = {pick.dossier_id: pick.place for pick in picks}
    check = bare.view.check
    gone = replace(check, dossiers=tuple(e for e in check.dossiers if e.id != picks[1].dossier_id))
    titles = [each.title for each in rows(gone, view(bare)._counts, ranks)][1:]
    assert titles == [f"{each.place}. {each.number}" for each in picks if each.place != 2]


def test_r_lets_a_spare_in_with_a_reason(bare: Desk) -> None:
    draw(bare)
    first = view(bare)._desk
    bare.key(Qt.Key.Key_R)
    card = view(bare).card
    bare.until(lambda: card.row.field.hasFocus())
    bare.key(Qt.Key.Key_Return)
    bare.until(lambda: "reason" in card.row.refusal())
    bare.type(WHY)
    bare.key(Qt.Key.Key_Return)
    bare.until(lambda: view(bare)._desk.picks[0].standing == first.spares[0])
    assert view(bare)._desk.picks[0].left == ((first.picks[0].number, WHY),)
    bare.until(lambda: WHY in view(bare).list.rows.items[1].sub)
    assert bare.messages[-1].undo


def test_a_dossier_added_for_a_risk_stands_apart_and_is_not_replaced(bare: Desk) -> None:
    draw(bare)
    shown = view(bare)
    shown.risk.setText("Klacht over dit dossier.")
    shown.numbers.setFocus()
    bare.type("KZ-900")
    bare.key(Qt.Key.Key_Return)
    bare.until(lambda: any(each.title == "Chosen for a risk" for each in shown.list.rows.items))
    bare.until(lambda: len(shown._desk.others) == 1)
    assert shown._desk.others[0].chosen is Chosen.RISK
    shown.list.setFocus()
    assert shown.replace.isVisible()
    assert not shown.remove.isVisible()  # what was drawn only leaves for a spare
    bare.key(Qt.Key.Key_End)
    assert shown.list.current == shown._desk.others[0].dossier_id
    assert not shown.replace.isVisible()
    assert shown.remove.isVisible()
    bare.key(Qt.Key.Key_R)
    assert "was not drawn" in bare.said


def test_a_refusal_stands_under_its_field_and_nothing_is_lost(bare: Desk) -> None:
    made = sample(bare)
    bare.paste(PASTED)
    made.wanted.setText("31")
    made.draw()
    bare.until(lambda: made.form.row("size").refusal())
    assert "at most 30" in made.form.row("size").refusal()
    assert made.numbers.value() == PASTED
    assert made.go.isEnabled()
    made.numbers.set_value("Jan Peeters\nEva Smets", afresh=True)
    made.wanted.setText("1")
    made.draw()
    bare.until(lambda: made.form.row("numbers").refusal())
    assert "looks like a name" in made.form.row("numbers").refusal()


def test_a_national_register_number_is_refused_with_its_row(bare: Desk) -> None:
    made = sample(bare)
    bare.paste("Dossier\nLB-01\nLB-02\n85.07.30-033.28\nLB-04")
    made.wanted.setText("1")
    made.draw()
    bare.until(lambda: made.form.row("numbers").refusal())
    assert made.form.row("numbers").refusal().endswith("It stands in row 4.")


def test_the_protocol_is_printed_and_kept(bare: Desk, tmp_path: Path) -> None:
    draw(bare)
    band = view(bare).band
    band.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    band.printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    bare.key(Qt.Key.Key_P, CTRL)
    bare.until(lambda: "printer" in bare.said)
    assert len(pypdf.PdfReader(tmp_path / "papier.pdf").pages) == 1
    band._write(tmp_path / "protocol")
    bare.until(lambda: (tmp_path / "protocol.pdf").exists())
    text = pypdf.PdfReader(tmp_path / "protocol.pdf").pages[0].extract_text()
    assert view(bare)._desk.sample.draw.seed in text


def test_a_check_with_dossiers_shows_them_and_draws_when_asked(desk: Desk) -> None:
    desk.view.show_side(2)
    desk.idle()
    desk.until(lambda: view(desk).to_draw.isVisible())
    assert not view(desk).draw_desk.isVisible()
    assert [each.title for each in view(desk).list.rows.items] == ["KZ-003", "KZ-011", "KZ-024"]
    QTest.mouseClick(view(desk).to_draw, Qt.MouseButton.LeftButton)
    assert desk.focus is view(desk).draw_desk.numbers


def test_alt_s_stands_on_the_dossiers_and_esc_leaves_the_draw(desk: Desk) -> None:
    desk.key(Qt.Key.Key_S, ALT)
    desk.until(lambda: desk.focus is view(desk).list and view(desk).to_draw.isVisible())
    assert not view(desk).draw_desk.isVisible()
    QTest.mouseClick(view(desk).to_draw, Qt.MouseButton.LeftButton)
    assert view(desk).draw_desk.cancel.isVisible()
    assert desk.focus is view(desk).draw_desk.numbers
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus is view(desk).list
    assert not view(desk).draw_desk.isVisible()
    QTest.mouseClick(view(desk).to_draw, Qt.MouseButton.LeftButton)
    desk.view.show_side(0)
    desk.view.show_side(2)
    assert view(desk).list.isVisible()
    assert not view(desk).draw_desk.isVisible()


def test_the_status_bar_names_the_keys_of_what_is_open(desk: Desk) -> None:
    desk.key(Qt.Key.Key_S, ALT)
    desk.until(lambda: desk.focus is view(desk).list and view(desk).to_draw.isVisible())
    assert view(desk).keys() == "Enter fill in · Delete take out"
    told: list[str] = []
    view(desk).keys_changed.connect(lambda: told.append(view(desk).keys()))
    QTest.mouseClick(view(desk).to_draw, Qt.MouseButton.LeftButton)
    assert told[-1] == "Ctrl+Enter draw · Enter add"
    desk.key(Qt.Key.Key_Escape)
    assert told[-1] == "Enter fill in · Delete take out"


def test_a_follow_up_is_offered_once_a_check_is_finished(desk: Desk) -> None:
    desk.office.answer_all()
    checks = desk.office.controllers.checks
    checks.finish(desk.office.check)
    desk.office.check = checks.plan(desk.office.centre, date(2026, 6, 1))
    desk.open()
    made = sample(desk)
    assert made.kind.isVisible()
    made.kind.set_value("same", afresh=True)
    made.draw()
    desk.until(lambda: view(desk).drawn)
    desk.until(lambda: len(desk.view.check.dossiers) == 3)
    assert {each.chosen for each in desk.view.check.dossiers} == {Chosen.AGAIN}
