"""Opens a foreign workbook safely: refuses with a reason, or gives sheets of rows with numbers."""

import errno
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from controllers.intake.limits import Limits
from controllers.intake.package import inspect_package
from controllers.intake.refusals import (
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookLocked,
    WorkbookOld,
    WorkbookTooLarge,
    WorkbookUnreachable,
    WorkbookWithoutSheet,
    WorkbookWithPassword,
    WrongFileKind,
)
from controllers.intake.sheet_frame import Area, SheetFrame
from models.kernel.errors import AppError
from models.kernel.text import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell holds: text stays text, whole numbers are `int`, an empty or wrong cell is None."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SEEN = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
)


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` gives (row number as Excel shows it, cells from column A on)."""

    name: str
    visible: bool
    hidden_columns: frozenset[str]
    """Letters of columns that are hidden in Excel."""
    error_cells: tuple[str, ...]
    """Cells that hold an error such as #N/A; they read as empty. At most ten thousand."""
    height: int
    """The number of the last row that holds something."""
    formulas: Mapping[str, str] = field(repr=False, compare=False)
    """The formula of each cell that has one."""
    protected: bool
    part: str
    """Where it lies in the package."""
    merged: tuple[Area, ...]
    """At most a thousand."""
    _source: "CalamineSheet" = field(repr=False, compare=False)

    def rows(self) -> Iterator[tuple[int, tuple[CellValue, ...]]]:
        """Every row in order, blank ones too, one at a time."""
        before = (None,) * (self._source.start[1] if self._source.start else 0)
        for number, cells in enumerate(self._source.iter_rows(), start=1):
            yield number, (*before, *map(_value, cells))


@dataclass(frozen=True)
class Workbook:
    """A workbook that was opened safely. Close it, or use it with `with`."""

    name: str
    """The file's name, without folders."""
    sheet_names: tuple[str, ...]
    other_sheets: tuple[str, ...]
    """Without cells, such as a chart."""
    content: bytes = field(repr=False, compare=False)
    """The file itself, as it was read."""
    _source: "CalamineWorkbook" = field(repr=False, compare=False)
    _frames: dict[str, SheetFrame] = field(repr=False, compare=False)
    _visible: dict[str, bool] = field(repr=False, compare=False)

    def sheets(self) -> Iterator[Sheet]:
        """The sheets one by one, so that only one of them is in memory.

        Raises WorkbookDamaged.
        """
        for name in self.sheet_names:
            frame = self._frames.get(name, SheetFrame())
            source = self._opened(name)
            end = source.end
            yield Sheet(
                name=name,
                visible=self._visible[name],
                hidden_columns=frame.hidden_columns,
                error_cells=frame.error_cells,
                height=end[0] + 1 if end else 0,
                formulas=frame.formulas,
                protected=frame.protected,
                part=frame.part,
                merged=frame.merged,
                _source=source,
            )

    def _opened(self, name: str) -> "CalamineSheet":
        from python_calamine import CalamineError

        try:
            return self._source.get_sheet_by_name(name)
        except CalamineError as failure:
            raise WorkbookDamaged(name=self.name) from failure

    def close(self) -> None:
        self._source.close()

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def read_workbook(path: Path, limits: Limits | None = None) -> Workbook:
    """Open a workbook (.xlsx, .xlsm) that may be anything.

    Raises a Refused that says what it is instead, or an Unavailable when it cannot be reached.
    The packed parts are counted while unpacking, before a parser sees them.
    """
    from python_calamine import (
        CalamineError,
        SheetTypeEnum,
        SheetVisibleEnum,
        load_workbook,
    )

    limits = limits or Limits()
    whole = bytes_of(path, limits)
    _refuse_other_kinds(path, whole)
    frames = inspect_package(path.name, whole, limits)
    try:
        source = load_workbook(io.BytesIO(whole))
        every = source.sheets_metadata
        kinds = [meta for meta in every if meta.typ == SheetTypeEnum.WorkSheet]
    except CalamineError as failure:
        raise WorkbookDamaged(name=path.name) from failure
    if not kinds or not frames:
        raise WorkbookWithoutSheet(name=path.name)
    return Workbook(
        name=path.name,
        sheet_names=tuple(meta.name for meta in kinds),
        other_sheets=tuple(one.name for one in every if one.typ != SheetTypeEnum.WorkSheet),
        content=whole,
        _source=source,
        _frames=frames,
        _visible={meta.name: meta.visible == SheetVisibleEnum.Visible for meta in kinds},
    )


def _value(cell: object) -> CellValue:
    match cell:
        case "" | None:
            return None
        case bool() | str() | date() | time() | timedelta():
            return cell
        case float() if cell.is_integer() and abs(cell) < 2**53:
            return int(cell)
        case float() | int():
            return cell
        case _:
            return str(cell)


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The whole file. Raises WrongFileKind, WorkbookTooLarge, WorkbookLocked, -Unreachable."""
    if path.is_dir():
        raise WrongFileKind(name=path.name, found=_("a folder"))
    try:
        size = path.stat().st_size
        if size > limits.packed_bytes:
            raise WorkbookTooLarge(name=path.name, most=limits.say_packed())
        with path.open("rb") as file:
            return file.read(limits.packed_bytes + 1)
    except FileNotFoundError as failure:
        raise WorkbookUnreachable(name=path.name, reason=_("it is not there (any more).")) from (
            failure
        )
    except PermissionError as failure:
        raise WorkbookLocked(name=path.name) from failure
    except OSError as failure:
        if failure.errno in {errno.EACCES, errno.EBUSY}:
            raise WorkbookLocked(name=path.name) from failure
        raise WorkbookUnreachable(
            name=path.name, reason=failure.strerror or type(failure).__name__
        ) from failure


def _refuse_other_kinds(path: Path, whole: bytes) -> None:
    if not whole:
        raise WorkbookEmpty(name=path.name)
    if whole.startswith(_OLE):
        raise _ole_refusal(path, whole)
    if whole.startswith(_ZIP):
        return
    kind = kind_seen(whole)
    if not kind:
        kind = _("text, perhaps CSV") if _is_text(whole[:4096]) else _("something else")
    raise WrongFileKind(name=path.name, found=kind)


def kind_seen(whole: bytes) -> str:
    """What a file says of itself in its first bytes; nothing when it does not."""
    head = whole[:512].lstrip(b"\xef\xbb\xbf \r\n\t")
    return next((kind for sign, kind in _SEEN if head.lower().startswith(sign.lower())), "")


def _ole_refusal(path: Path, whole: bytes) -> AppError:
    """Old Excel and encrypted new Excel share one container; a stream's name tells them apart."""
    if "EncryptedPackage".encode("utf-16-le") in whole:
        return WorkbookWithPassword(name=path.name)
    if any(name.encode("utf-16-le") in whole for name in ("Workbook", "Book")):
        return WorkbookOld(name=path.name)
    return WrongFileKind(name=path.name, found=_("an old Office document"))


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in head and sum(byte < 9 for byte in head) == 0
