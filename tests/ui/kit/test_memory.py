"""What a machine remembers of its window survives, and damage is forgotten."""

from pathlib import Path

from PySide6.QtWidgets import QTableWidget, QWidget

from ui.kit.memory import Memory


def test_window_columns_theme_and_words_come_back(tmp_path: Path, qtbot) -> None:
    path = tmp_path / "venster.ini"
    window, table = QWidget(), QTableWidget(2, 3)
    qtbot.addWidget(window)
    qtbot.addWidget(table)
    window.resize(701, 503)
    table.setColumnWidth(1, 233)
    memory = Memory(path)
    memory.keep_window("main", window)
    memory.keep_columns("centres", table.horizontalHeader())
    memory.keep_theme("contrast")
    memory.keep_text_scale(1.25)
    memory.keep_word("folder", "C:/Werk")
    memory.write()
    assert path.exists()

    again, window, table = Memory(path), QWidget(), QTableWidget(2, 3)
    qtbot.addWidget(window)
    qtbot.addWidget(table)
    assert again.restore_window("main", window)
    assert again.restore_columns("centres", table.horizontalHeader())
    assert (window.width(), window.height()) == (701, 503)
    assert table.columnWidth(1) == 233
    assert again.theme() == "contrast"
    assert again.text_scale() == 1.25
    assert again.word("folder") == "C:/Werk"


def test_nothing_kept_is_the_usual(tmp_path: Path, qtbot) -> None:
    memory, window = Memory(tmp_path / "nieuw.ini"), QWidget()
    qtbot.addWidget(window)
    assert memory.theme() == "auto"
    assert memory.text_scale() == 1.0
    assert not memory.restore_window("main", window)


def test_a_damaged_file_is_forgotten(tmp_path: Path, qtbot) -> None:
    path = tmp_path / "kapot.ini"
    path.write_text("[look]\ntheme=paars\ntext_scale=veel\n[window]\nmain=onzin\n", "utf-8")
    memory, window = Memory(path), QWidget()
    qtbot.addWidget(window)
    assert memory.theme() == "auto"
    assert memory.text_scale() == 1.0
    assert not memory.restore_window("main", window)
