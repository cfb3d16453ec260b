"""What one engine compiled, the next file and the day in the past use as it is."""

from pathlib import Path

from controllers.opening import Opening
from controllers.demo import LIGHT, PASSPHRASE
from models.store.dialect import COMPILED, OneDialect
from tests.conftest import NOW, copy_of


def everything(opened) -> list[object]:
    """Reads of several subjects, each with statements of its own."""
    checks = opened.checks.ids()
    check = opened.checks.file(checks[0])
    return [checks, check, opened.centres.file(check.centre_id), opened.complaints.ids()]


def test_a_second_file_makes_no_statement_anew(year: Path, tmp_path: Path) -> None:
    told, known = [], []
    for name in ("Noord", "Zuid"):
        path = copy_of(year, tmp_path / name / year.name)
        opened = Opening(lambda: NOW, cost=LIGHT).open(path, PASSPHRASE)
        told.append(everything(opened))
        opened.close()
        known.append(set(COMPILED))
    assert told[0] == told[1]
    assert known[0], "nothing was kept"
    assert known[0] == known[1]


def test_all_engines_speak_alike_and_unlike_others() -> None:
    assert OneDialect() == OneDialect()
    assert len({OneDialect(), OneDialect()}) == 1
    assert OneDialect() != OneDialect.__bases__[0]()
