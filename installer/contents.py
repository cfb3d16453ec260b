"""What the installed folder holds, and what stays out to keep it small."""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeVar

Entry = TypeVar("Entry", bound=tuple[str, ...])

# Source in the project: place in the folder.
DATAS = (
    ("resources", "resources"),
    ("models/store/migrations", "models/store/migrations"),
    ("LICENSE", "."),
)

# Found by name while running, so invisible to who follows imports.
HIDDEN = (
    "sqlcipher3",
    "sqlcipher3.dbapi2",
    "sqlalchemy.dialects.sqlite",
    "alembic.ddl.sqlite",
    "holidays.countries.belgium",
    "phonenumbers.data",
)
HIDDEN_WHOLE = ("ui", "controllers", "models", "stdnum", "phonenumbers.data")

# LGPL asks that a user can put another version in its place: as files, not in the archive.
AS_FILES = {"stdnum": "py", "models.store.migrations": "pyz+py"}

LEFT_OUT = (
    "tkinter", "_tkinter", "turtle", "turtledemo", "idlelib", "lib2to3", "pydoc_data", "test",
    "pip", "setuptools", "wheel", "numpy", "pandas", "matplotlib", "IPython", "pytest", "mypy",
    "psycopg2", "MySQLdb", "phonenumbers.geodata", "phonenumbers.carrierdata",
    "phonenumbers.tzdata", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtNetwork",
    "PySide6.QtOpenGL", "PySide6.QtDesigner", "PySide6.scripts", "PIL.ImageTk",
)  # fmt: skip

# The GTK theme of Qt draws half a desktop along; the other plugins are for machines without one.
_UNWANTED = re.compile(
    r"""^PySide6/(Qt/)?(qml|metatypes|libexec)/
    | ^PySide6/(Qt/)?translations/(?!qtbase_(nl|en)\.qm$)
    | (virtualkeyboard|Qt6Qml|Qt6Quick|Qt6VirtualKeyboard|Qt6Network|opengl32sw)
    | /platformthemes/libqgtk3
    | ^lib(gtk|gdk|gio|gobject|gmodule|atk|atspi|cairo|pango|pangoft2|pangocairo)[-_.0-9]
    | ^lib(epoxy|pixman|thai|datrie|fribidi|graphite2|harfbuzz|mount|blkid|selinux)[-.]
    | ^libX(cursor|inerama|composite|damage|randr|render|i|fixes|ext)\.so
    | /plugins/(generic|networkinformation|tls|qmltooling|sqldrivers|egldeviceintegrations)/
    | /plugins/platforms/(lib)?(qeglfs|qlinuxfb|qvnc|qvkkhrdisplay|qminimalegl)
    | ^libQt6EglFS
    | ^babel/locale-data/(?!(root|nl|en|fr|de)(_(BE|NL|GB|US|150|001))?\.dat$)
    | ^reportlab/fonts/ | /tests?/ | \.pyi$ | __pycache__
    """,
    re.VERBOSE,
)


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of PyInstaller's table whose place in the folder is wanted."""
    return [entry for entry in entries if wanted(entry[0])]


def wanted(place: str) -> bool:
    """Whether a file belongs in the installed folder; `place` is its path inside it."""
    return _UNWANTED.search(PurePath(place.replace("\\", "/")).as_posix()) is None
