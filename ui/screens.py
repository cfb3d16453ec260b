"""Pictures of every page of the demonstration, at two sizes, light and dark: for the eye."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no screen, no size hints

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from models.applications.values import ApplicationState
from models.checks.values import CheckState
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.mandates.values import CentreFilter
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages import ROOMS
from ui.tasks import Tasks
from ui.tidying import Tidying
from ui.window import Desk

if TYPE_CHECKING:
    from controllers.bundle import Controllers

SIZES = ((1280, 720), (1920, 1080))
THEMES = ("light", "dark")


class PageUnknown(Refused):
    sentence = N_("There is no picture called {page}. Choose one of: {pages}.")


@dataclass(frozen=True, slots=True)
class _Looks:
    """In which sizes and dresses the pages are drawn."""

    sizes: tuple[tuple[int, int], ...] = SIZES
    themes: tuple[str, ...] = THEMES


def draw(controllers: Controllers, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Every picture, or only those of one page; gives their paths.

    With `options.once` every page is drawn once: small and light, for a tour.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["waarmerk"])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as corner:
        memory, tidying = Memory(Path(corner) / "window.ini"), Tidying()
        looks = _Looks(SIZES[:1], THEMES[:1]) if getattr(options, "once", False) else _Looks()
        pictures = list(_pictures(app, controllers, memory, folder, options.page, looks))
        tidying.stop()
    return {"pictures": pictures}


VIEWS = {
    "rules": ("proposals", "periods"),
    "conditions": ("mandates", "certificates", "counsellors", "measures", "patterns"),
    "retention": ("kept", "statements", "person"),
}
"""Rooms with more than one view, beside the first."""
PARTS = (
    *("identity", "places", "people", "contacts", "rights", "applications"),
    *("surveys", "log", "attachments"),
)
"""Of the file of a centre, beside the overview and the timeline."""


def shots(controllers: Controllers) -> dict[str, Ref]:
    """What is drawn, by the name of its picture."""
    found = {room.key: Ref(room.key) for room in ROOMS}
    for room, views in VIEWS.items():
        found |= {f"{room}-{view}": Ref(room, detail=view) for view in views}
    found["manual"] = Ref("about", detail="manual")
    found["duplicates"] = Ref("duplicates")
    found["checklist"] = Ref("checklists", detail="dossier_check 1")
    rows = {row.id: row for row in controllers.checks.rows(controllers.checks.ids())}
    running = [row for row in rows.values() if row.state is CheckState.RUNNING]
    done = [row for row in rows.values() if row.state is CheckState.FINISHED]
    chosen = (running or done)[0]
    for view in ("", "findings", "dossiers", "visit", "closing"):
        found[f"check-{view or 'matrix'}"] = Ref("check", chosen.id, view)
    found["centre"] = Ref("centre", (done or running)[0].centre_id)
    for part in PARTS:
        found[f"centre-{part}"] = Ref("centre", found["centre"].id, part)
    found["centre-timeline"] = Ref("centre", found["centre"].id, "timeline")
    found["centre-timeline-list"] = Ref("centre", found["centre"].id, "timeline list")
    then = controllers.today() - timedelta(days=60)
    found["centre-known"] = Ref("centre", found["centre"].id, f"known {then.isoformat()}")
    found |= _applications(controllers)
    complaints = controllers.complaints.ids()
    if complaints:
        found["complaint"] = Ref("complaint", complaints[0])
    letters = controllers.letters.ids()
    if letters:
        found["letter"] = Ref("letter", letters[0])
    if not controllers.mandates.ids(CentreFilter()):
        for name in [name for name in found if name.startswith("centre-")]:
            found.pop(name)
        found.pop("centre", None)
    return found


def _applications(controllers: Controllers) -> dict[str, Ref]:
    """The dossier of an application, and what is known of one in the file of its centre."""
    rows = controllers.applications.rows(controllers.applications.ids())
    by_state = {row.state: row for row in rows}
    found: dict[str, Ref] = {}
    if busy := by_state.get(ApplicationState.IN_ASSESSMENT):
        found["application"] = Ref("application", busy.id)
        found["application-days"] = Ref("application", busy.id, "days")
    if granted := by_state.get(ApplicationState.GRANTED):
        found["application-outcome"] = Ref("application", granted.id, "outcome")
        found["centre-rulings"] = Ref("centre", granted.centre_id, "applications")
    return found


def _pictures(
    app: QApplication,
    controllers: Controllers,
    memory: Memory,
    folder: Path,
    only: str,
    looks: _Looks,
) -> Iterator[str]:
    wanted = shots(controllers)
    if only and only not in wanted:
        raise PageUnknown(page=only, pages=", ".join(sorted(wanted)))
    for name in looks.themes:
        theme.apply(app, name)
        tasks = Tasks()
        controllers.listen(tasks.announce)
        desk = Desk(controllers, tasks, memory)
        for shot, ref in wanted.items():
            if only in ("", shot):
                for width, height in looks.sizes:
                    path = folder / f"{shot}_{width}x{height}_{name}.png"
                    _draw(desk, ref, tasks, (width, height), path)
                    yield str(path)
        desk.close()
        tasks.close()
        desk.deleteLater()
        QCoreApplication.sendPostedEvents()


def _draw(desk: Desk, ref: Ref, tasks: Tasks, size: tuple[int, int], path: Path) -> None:
    desk.resize(*size)
    desk.show()
    desk.go(ref)
    quiet(tasks)
    desk.bar.dismiss()
    desk.grab().save(str(path))


def quiet(tasks: Tasks) -> None:
    """Let everything that was asked arrive and be painted."""
    still = 0
    while still < 3:
        QCoreApplication.processEvents()
        still = 0 if tasks.busy else still + 1


def picture(widget: QWidget, path: Path) -> None:
    """One widget as a picture."""
    widget.grab().save(str(path))
