"""The card for our own bugs: what happened, where, and copy; the work goes on."""

from __future__ import annotations

import platform
from functools import partial

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QApplication, QWidget

from models.kernel.text import _
from ui.kit.ask import Ask, Choice, ask
from ui.traces import discreet


def report(host: QWidget, error: BaseException, version: str) -> Ask:
    """Say that we made a mistake, without names or texts of records, and offer to copy it."""
    words = technical(error, version)
    card = ask(
        host,
        _("Something went wrong in Waarmerk"),
        _(
            "This is a mistake of ours, not of yours. What you did before is kept. Copy the report"
            " and send it to your administrator; it holds no names."
        ),
        (Choice("copy", _("Copy report")),),
        partial(_copy, words),
    )
    card.cancel.setText(_("Go on"))
    card.setObjectName("Report")
    return card


def _copy(words: str, _choice: str) -> None:
    QApplication.clipboard().setText(words)


def technical(error: BaseException, version: str) -> str:
    """Type, place and versions; never the message of the error, which may hold a record."""
    return "\n".join(
        (
            f"Waarmerk {version} · Qt {qt_version} · Python {platform.python_version()}",
            f"{platform.system()} {platform.release()}",
            discreet(error),
        )
    )
