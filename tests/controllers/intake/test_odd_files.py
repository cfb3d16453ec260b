"""Odd files at every door where a workbook comes in: one Dutch sentence each, or read well."""

import random
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from controllers.checklists.exchanging import Exchanging as checklists
from controllers.checks.exchanging import Exchanging as checks
from controllers.bundle import Controllers
from controllers.exchange.review import Group
from controllers.intake.centre_list import read_centre_list
from controllers.intake.dossier_list import read_dossier_list
from models.kernel.errors import AppError
from models.store.store import Store
from tests.conftest import TODAY
from tests.controllers.finished import finished_check
from tests.controllers.test_own_checklist import Office
from tests.controllers.workbooks import Sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def repacked(path: Path, edit: Callable[[str, bytes], bytes]) -> Path:
    """The same workbook with its parts edited."""
    with zipfile.ZipFile(path) as package:
        parts = {name: edit(name, package.read(name)) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def inlined(path: Path) -> Path:
    """Every text in its own cell, as programs that stream their rows write it."""
    with zipfile.ZipFile(path) as package:
        shared = package.read("xl/sharedStrings.xml").decode()
    texts = re.findall(r"<si>(.*?)</si>|<si/>", shared, re.DOTALL)

    def text_in(cell: re.Match[str]) -> str:
        inside = texts[int(cell["number"])]
        return f'<c {cell["before"]}t="inlineStr"{cell["after"]}><is>{inside}</is></c>'

    shape = r'<c (?P<before>[^>]*)t="s"(?P<after>[^>]*)><v>(?P<number>\d+)</v></c>'

    def edit(name: str, content: bytes) -> bytes:
        if not name.startswith("xl/worksheets/sheet"):
            return content
        return re.sub(shape, text_in, content.decode()).encode()

    return repacked(path, edit)


def compound(path: Path, *streams: str) -> Path:
    """An OLE compound file: its header, and a directory with these streams."""
    head = OLE + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00" + bytes(480)
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    path.write_bytes(head + entries.ljust(2048, b"\0"))
    return path


def with_password(path: Path) -> Path:
    return compound(path, "Root Entry", "EncryptionInfo", "EncryptedPackage")


def old_excel(path: Path) -> Path:
    return compound(path, "Root Entry", "Workbook", "\x05SummaryInformation")


def renamed_text(path: Path) -> Path:
    path.write_text("KBO;Naam\n0566.988.259;Loopbaanhuis Demer\n", encoding="cp1252")
    return path


def zip_bomb(path: Path) -> Path:
    Workbook().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/beeld.bin", bytes(80 << 20))
    return path


def half_downloaded(path: Path) -> Path:
    book = Workbook()
    chance = random.Random(4)
    for _row in range(400):
        book.active.append([chance.random() for _column in range(8)])
    book.save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def without_cells(path: Path) -> Path:
    Workbook().save(path)
    return path


def only_hidden(path: Path) -> Path:
    book = Workbook()
    book.active.append(["x"])
    book.save(path)

    def hide(name: str, content: bytes) -> bytes:
        if name != "xl/workbook.xml":
            return content
        return re.sub(rb'state="visible"', b'state="hidden"', content)

    return repacked(path, hide)


DOORS: dict[str, Callable[[Path], object]] = {
    "lijst van centra": lambda path: read_centre_list(path, TODAY),
    "lijst van dossiers": read_dossier_list,
    "controle": checks.read_back,
    "controlelijst": checklists.read_workbook,
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (with_password, "beveiligd met een wachtwoord"),
        (old_excel, "oude Excel (.xls)"),
        (zip_bomb, "Vertrouw dit bestand niet"),
        (half_downloaded, "beschadigd of niet volledig"),
    ],
)
def test_what_is_no_workbook_is_refused_with_its_reason_at_every_door(
    tmp_path: Path, dutch: None, door: str, make: Callable[[Path], Path], said: str
) -> None:
    with pytest.raises(AppError) as caught:
        DOORS[door](make(tmp_path / "van het centrum.xlsx"))
    assert said in str(caught.value)
    assert "van het centrum.xlsx" in str(caught.value)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("make", [without_cells, only_hidden])
def test_a_workbook_that_shows_nothing_is_refused_with_one_sentence(
    tmp_path: Path, dutch: None, door: str, make: Callable[[Path], Path]
) -> None:
    with pytest.raises(AppError) as caught:
        DOORS[door](make(tmp_path / "leeg.xlsx"))
    assert "leeg.xlsx" in str(caught.value)
    assert "{" not in str(caught.value)


@pytest.mark.parametrize("door", [door for door in DOORS if door != "lijst van dossiers"])
def test_a_csv_that_was_given_another_name_is_told_so(
    tmp_path: Path, dutch: None, door: str
) -> None:
    with pytest.raises(AppError, match="tekstbestand, misschien CSV"):
        DOORS[door](renamed_text(tmp_path / "lijst.xlsx"))


def test_a_workbook_with_texts_in_its_cells_comes_back_like_any_other(
    store: Store, tmp_path: Path
) -> None:
    controllers = Controllers(store)
    check = finished_check(controllers)
    controllers.checks.reopen(check, "Nog een dossier nakijken.")
    path = tmp_path / "terug.xlsx"
    controllers.checks.send_out(check, path)
    one = controllers.checks.file(check).dossiers[0]
    inlined(path)
    assert b"inlineStr" in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    untouched = controllers.checks.review(controllers.checks.read_back(path), check)
    assert untouched.items == ()
    Sheet(path, "Matrix").write("DC-02/value", str(one.id), "Gedeeltelijk")
    changed = controllers.checks.review(controllers.checks.read_back(path), check)
    assert [item.theirs for item in changed.of(Group.ANSWERS)] == ["gedeeltelijk"]


def test_days_counted_from_1904_come_back_as_the_days_they_are(
    store: Store, tmp_path: Path
) -> None:
    office = Office(store)
    office.all_good(office.one)
    path = tmp_path / "terug.xlsx"
    office.checks.send_out(office.check, path)
    Sheet(path, "Matrix").write("EL-06/day", str(office.other), datetime(2026, 4, 2))
    book = load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    assert b"date1904" in zipfile.ZipFile(path).read("xl/workbook.xml")
    seen = office.checks.review(office.checks.read_back(path), office.check)
    assert [item.value for item in seen.items] == ["2026-04-02"]


def test_a_list_of_dossiers_on_a_hidden_sheet_is_told_to_be_shown(
    tmp_path: Path, dutch: None
) -> None:
    with pytest.raises(AppError) as caught:
        read_dossier_list(only_hidden(tmp_path / "dossiers.xlsx"))
    assert str(caught.value) == (
        "dossiers.xlsx heeft alleen verborgen bladen. Maak in Excel het blad met de lijst zichtbaar"
        " en bewaar."
    )
