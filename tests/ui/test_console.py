"""The console as scripts use it: one command, one object, one exit code."""

import argparse
import ast
import inspect
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

import main
from controllers.demo import LIGHT
from controllers.language import speak
from controllers.opening import Opening
from main import clock_of
from tests.conftest import Once, copy_of
from tests.controllers.workbooks import Sheet
from ui.console_words import DUTCH

resource = pytest.importorskip("resource", reason="limits of files, as POSIX has them")

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "data" / "centrumlijst.xlsx"
EXPECTED = json.loads((ROOT / "tests" / "data" / "expected.json").read_text("utf-8"))
TRUTH = EXPECTED["files"]["centrumlijst.xlsx"]["sheets"]
DAY = EXPECTED["meta"]["reference_date"]
WORDS = "vier losse woorden hier"
CENTRE = "0122082319"


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


def say(*words: object, passphrase: str | None = WORDS) -> Said:
    """One run of the console in this process, which spares a second of imports."""
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.delenv("WAARMERK_PASSPHRASE", raising=False)
        if passphrase is not None:
            patch.setenv("WAARMERK_PASSPHRASE", passphrase)
        try:
            code = main.main([str(word) for word in words])
        finally:
            speak("en")
    return Said(code, out.getvalue(), err.getvalue())


def run(*words: object, passphrase: str | None = WORDS, most: int = 0, **more: str) -> Said:
    """One run of main.py as scripts do it; `most` limits the bytes of a file, as a full disk."""
    env = {key: word for key, word in os.environ.items() if key != "WAARMERK_PASSPHRASE"}
    if passphrase is not None:
        env["WAARMERK_PASSPHRASE"] = passphrase

    def narrow() -> None:
        if most:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        env={**env, **more},
        capture_output=True,
        preexec_fn=narrow,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def asked(*words: object, **more: Any) -> dict[str, Any]:
    said = say("--json", "--today", DAY, *words, **more)
    assert said.code == 0, said.err
    assert said.out.count("\n") == 1
    return said.json


LONG_AGO = 1
"""The demonstration adds one centre to the list, whose mandate ended long ago."""


@pytest.fixture(scope="module")
def office(once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the list of centres in it, whose passphrase costs little to try."""
    name = "kantoor.waarmerk"

    def make(folder: Path) -> None:
        Opening(clock_of(date.fromisoformat(DAY)), cost=LIGHT).create(
            folder / name, WORDS
        ).controllers.close()
        asked("--file", folder / name, "import", "centres", LIST)

    path = once("console", make) / name
    return copy_of(path, tmp_path_factory.mktemp("office") / name)


@pytest.fixture(scope="module")
def demo(year: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration of the first seed on the day of the truth."""
    return copy_of(year, tmp_path_factory.mktemp("demo") / "demo.waarmerk")


def of_demo(demo: Path, *words: object) -> dict[str, Any]:
    return asked("--file", demo, *words, passphrase="demonstratie")


# --- making, opening and refusing ---------------------------------------------------------------


def test_create_gives_the_recovery_key_once(tmp_path: Path) -> None:
    path = tmp_path / "nieuw" / "kantoor.waarmerk"
    said = run("--json", "--file", path, "create")
    made = said.json
    assert (said.code, said.err) == (0, "")
    assert set(made) == {"file", "recovery_key"}
    assert made["file"] == str(path)
    assert [len(group) for group in made["recovery_key"].split("-")] == [5] * 6
    assert not path.read_bytes().startswith(b"SQLite format 3")
    assert made["recovery_key"] not in path.with_name(path.name + ".key").read_text("utf-8")


def test_options_stand_before_or_after_the_verb(office: Path) -> None:
    before = run("--json", "--file", office, "--today", DAY, "list", "checks")
    after = run("list", "checks", "--today", DAY, "--file", office, "--json")
    assert before == after
    assert before.json == {"rows": []}


def test_a_passphrase_may_come_from_a_file(office: Path, tmp_path: Path) -> None:
    kept = tmp_path / "woorden.txt"
    kept.write_bytes(b"\xef\xbb\xbf" + WORDS.encode() + b"\r\n")
    found = asked("--file", office, "--passphrase-file", kept, "list", "checks", passphrase=None)
    assert found == {"rows": []}


def test_without_json_the_answer_is_for_people_and_messages_go_to_standard_error(
    office: Path,
) -> None:
    said = say("--file", office, "verify")
    told = "chain: ok\nrows: ok\nattachments: ok\nbroken: 0\nchecks: ok\nsamples: ok\n"
    assert (said.code, said.out) == (0, told)
    refused = say("--file", office, "centre", "123")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("“123” is geen ondernemingsnummer")


def test_a_refusal_is_an_object_with_code_sentence_and_field(office: Path) -> None:
    said = run("--json", "--file", office, "verify", passphrase="een ander wachtwoord")
    assert said.code == 1
    assert said.json == {
        "refused": {
            "code": "passphrase_wrong",
            "sentence": said.err.strip(),
            "field": "passphrase",
        }
    }


def test_the_sentence_speaks_the_language_asked(office: Path) -> None:
    said = say("--lang", "en", "--file", office, "centre", "0566988259")
    assert said.code == 1
    assert said.err == "No centre has enterprise number 0566988259.\n"


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (["verify"], 3, "file_missing"),
        (["create", "--passphrase-file", "{there}/niets.txt"], 3, "passphrase_file_unreadable"),
    ],
)
def test_what_the_world_refuses_is_three(
    tmp_path: Path, words: list[str], code: int, name: str
) -> None:
    there = [word.format(there=tmp_path) for word in words]
    said = run("--json", "--file", tmp_path / "weg.waarmerk", *there)
    assert (said.code, said.json["refused"]["code"]) == (code, name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_needs_its_passphrase(office: Path) -> None:
    said = say("--json", "--file", office, "verify", passphrase=None)
    assert (said.code, said.json["refused"]["code"]) == (3, "passphrase_missing")


def test_another_file_is_not_written_over(office: Path) -> None:
    before = office.read_bytes()
    for verb in (["--file", office, "create"], ["demo", office]):
        said = say("--json", *verb)
        assert (said.code, said.json["refused"]["code"]) == (1, "file_exists")
    assert office.read_bytes() == before


def test_a_short_passphrase_makes_no_file(tmp_path: Path) -> None:
    said = say("--json", "--file", tmp_path / "k.waarmerk", "create", passphrase="kort")
    assert (said.code, said.json["refused"]["field"]) == (1, "passphrase")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["dansen"],
        ["list", "clouds"],
        ["import", "mail", "brief.eml"],
        ["--today", "gisteren", "verify"],
        ["export", "checklist"],
        ["demo", "x.waarmerk", "--seed", "een"],
    ],
)
def test_wrong_words_are_two(words: list[str], tmp_path: Path) -> None:
    said = say("--file", tmp_path / "k.waarmerk", *words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("gebruik: ") and ": fout: " in said.err
    for english in ("usage", "error", "invalid", "choose", "required", "argument", "value"):
        assert english not in said.err.split(": fout: ")[1], said.err


def test_every_word_that_argparse_says_to_a_user_has_a_dutch_one() -> None:
    """But for what only a mistake of ours could make it say."""
    ours = ("conflict", "required' is an", "mutually exclusive", "callable", "cannot ", "dest=",
            "invalid option string", "unexpected option", "__call__", "with mode", "maybe you",
            "deprecated")  # fmt: skip
    calls = [one for one in ast.walk(ast.parse(inspect.getsource(argparse)))
             if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
             and one.func.id in {"_", "ngettext"}]  # fmt: skip
    said = {part.value for call in calls for part in call.args if isinstance(part, ast.Constant)}
    missing = [one for one in said - DUTCH.keys() if not any(word in one for word in ours)]
    assert missing == []


def test_a_seed_is_taken_in_one_way_in_console_and_window() -> None:
    asked = ("--json", "sample", DOSSIERS, "--size", 5, "--seed")
    assert say(*asked, "  a1b2 ").json["seed"] == "a1b2"
    assert len(bytes.fromhex(say(*asked, "").json["seed"])) == 8
    refused = say(*asked, "85.07.30-033.28")
    assert (refused.code, refused.json["refused"]["field"]) == (1, "seed")


def test_help_and_version_need_no_file() -> None:
    assert run("--help").code == 0
    for asked in (("--help",), ("export", "--help")):
        told = run(*asked).out
        assert told.startswith("gebruik: ")
        assert "opties:" in told and "argumenten:" in told
        for english in ("usage:", "options:", "positional arguments:", "show this", "show program"):
            assert english not in told
    assert run("--version").out.startswith("Waarmerk ")


def test_a_mistake_of_ours_is_seventy(tmp_path: Path) -> None:
    """The folder of the program's own texts is not there: nobody outside can mend that."""
    code = (
        "import sys, main\n"
        "from pathlib import Path\n"
        "from controllers.opening import Opening\n"
        "Opening.create = None\n"
        f"sys.exit(main.main(['--file', r'{tmp_path / 'k.waarmerk'}', '--json', 'create']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "WAARMERK_PASSPHRASE": WORDS},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (70, "")
    assert "TypeError" in done.stderr


def test_a_reader_that_stops_early_is_no_mistake(demo: Path) -> None:
    line = f"{sys.executable} {ROOT / 'main.py'} --json --file {demo} list centres | head -c 20"
    env = {**os.environ, "WAARMERK_PASSPHRASE": "demonstratie"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], env=env, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_answer_is_utf_8_whatever_the_shell_speaks(demo: Path) -> None:
    said = run(
        *("--json", "--file", demo, "centre", CENTRE),
        passphrase="demonstratie",
        PYTHONIOENCODING="ascii",
    )
    assert said.json["trade_name"] == "Agnès Dierckx Coaching"


# --- bringing the list in -----------------------------------------------------------------------


def sheets(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {sheet["name"]: sheet for sheet in answer["sheets"]}


def rows_of(issues: list[dict[str, Any]]) -> list[int]:
    return sorted({issue["row"] for issue in issues})


@pytest.fixture(scope="module")
def dry(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("dry") / "kantoor.waarmerk"
    asked("--file", path, "create")
    answer = asked("--file", path, "import", "centres", LIST, "--dry-run")
    assert asked("--file", path, "list", "centres") == {"rows": []}
    return answer


@pytest.mark.parametrize("name", list(TRUTH))
def test_a_dry_run_counts_as_the_truth_does(dry: dict[str, Any], name: str) -> None:
    sheet, truth = sheets(dry)[name], TRUTH[name]
    assert (sheet["role"], sheet["header_row"]) == (truth["role"], truth["header_row"])
    assert sheet["rows"] == truth["data_rows"]
    assert set(truth["refuse_rows"]) <= set(rows_of(sheet["refused"]))
    assert set(truth["question_rows"]) <= set(rows_of(sheet["questioned"]))
    for issue in (*sheet["questioned"], *sheet["refused"]):
        assert {"row", "column", "code", "reason"} <= set(issue)


def test_a_dry_run_writes_nothing_and_says_so(dry: dict[str, Any]) -> None:
    assert (dry["committed"], dry["step"]) == (False, None)


def test_an_import_is_one_step_and_the_second_time_changes_nothing(office: Path) -> None:
    found = asked("--file", office, "list", "centres")["rows"]
    assert len(found) == TRUTH["Centra"]["distinct_centres_with_a_usable_number"]
    again = asked("--file", office, "import", "centres", LIST)
    assert [(sheet["new"], sheet["changed"]) for sheet in again["sheets"]] == [(0, 0)] * 3
    assert again["step"] is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.xlsx", b""),
        ("geknipt.xlsx", LIST.read_bytes()[:40_000]),
        ("tekst.xlsx", b"Dit is geen werkmap."),
        ("oud.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    ],
)
def test_a_wrong_list_is_refused_with_one_sentence(
    office: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    wrong = tmp_path / name
    wrong.write_bytes(content)
    said = say("--json", "--file", office, "import", "centres", wrong)
    assert said.code in {1, 3}
    assert said.json["refused"]["sentence"] == said.err.strip()
    assert "Traceback" not in said.err


# --- lists, a centre, and what goes out ---------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "keys"),
    [
        ("centres", {"enterprise_number", "name", "state", "mandate_end", "certificate_state"}),
        ("mandates", {"enterprise_number", "number", "start", "end", "state", "why"}),
        ("certificates", {"enterprise_number", "label", "valid_until", "state", "why"}),
        ("counsellors", {"enterprise_number", "first_name", "last_name", "qualification"}),
        ("checks", {"id", "reference", "day", "state", "dossiers", "findings"}),
        ("findings", {"check", "enterprise_number", "question", "grade", "statement"}),
        ("measures", {"check_id", "enterprise_number", "due", "days_late", "status", "owner"}),
        ("coverage", {"enterprise_number", "name", "state", "coverage"}),
        ("letters", {"reference", "letter_date", "missing"}),
    ],
)
def test_every_list_has_rows_and_a_workbook(
    demo: Path, tmp_path: Path, what: str, keys: set[str]
) -> None:
    book = tmp_path / "lijst.xlsx"
    answer = of_demo(demo, "list", what, "--xlsx", book)
    assert answer["rows"]
    assert keys <= set(answer["rows"][0])
    assert answer["sha256"] == sha256(book.read_bytes()).hexdigest()
    sheet = openpyxl.load_workbook(book).worksheets[0]
    assert sheet.max_row == len(answer["rows"]) + 3
    heads = [cell.value for cell in sheet[3]]
    assert "Centrum" in heads
    assert not {"Centre", "State", "Number"} & set(heads)


def test_numbers_are_ten_digits_and_days_iso_text(demo: Path) -> None:
    row = next(
        row
        for row in of_demo(demo, "list", "mandates")["rows"]
        if row["enterprise_number"] == CENTRE
    )
    assert (row["start"], row["end"]) == ("2025-09-01", "2031-08-31")


def test_a_list_of_one_centre_holds_only_that_centre(demo: Path, tmp_path: Path) -> None:
    check = of_demo(demo, "list", "checks")["rows"][-1]
    number = next(
        row["enterprise_number"]
        for row in of_demo(demo, "list", "centres")["rows"]
        if row["id"] == check["centre_id"]
    )
    book = tmp_path / "een.xlsx"
    only = of_demo(demo, "list", "checks", "--centre", number, "--xlsx", book)["rows"]
    assert {row["centre_id"] for row in only} == {check["centre_id"]}
    assert openpyxl.load_workbook(book).worksheets[0].max_row == len(only) + 3
    for what in ("centres", "mandates", "certificates", "counsellors", "findings"):
        rows = of_demo(demo, "list", what, "--centre", number)["rows"]
        assert {row["enterprise_number"] for row in rows} == {number}


def test_a_centre_says_everything_the_cockpit_shows(demo: Path) -> None:
    check = next(
        row for row in of_demo(demo, "list", "checks")["rows"] if row["state"] == "finished"
    )
    number = next(
        row["enterprise_number"]
        for row in of_demo(demo, "list", "centres")["rows"]
        if row["id"] == check["centre_id"]
    )
    dotted = f"BE {number[:4]}.{number[4:7]}.{number[7:]}"
    file = of_demo(demo, "centre", dotted)
    assert file["enterprise_number"] == number
    assert file["mandate"]["state"] in {"active", "ending", "expired"}
    assert file["mandate"]["why"].endswith(".")
    assert file["mandate"]["certificate_why"].endswith(".")
    for part in ("establishments", "counsellors", "checks", "letters"):
        assert file[part], part
    assert file["mandate"]["current"]["expected_end"]
    assert check["id"] in {row["id"] for row in file["checks"]}
    assert file["last_visit"]["id"] == check["id"]
    assert file["satisfaction"]["text"]
    assert set(file["measures"][0]) >= {"measure", "due", "days_late", "why", "carried_out_on"}


def test_a_centre_goes_out_on_one_a4(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    made = of_demo(demo, "export", "centre", CENTRE, path)
    assert made == {"path": str(path), "sha256": sha256(path.read_bytes()).hexdigest()}
    assert of_demo(demo, "export", "centre", CENTRE, tmp_path / "b")["sha256"] == made["sha256"]
    assert len(pypdf.PdfReader(path).pages) == 1
    said = say(
        *("--json", "--file", demo, "export", "centre", "0123", path), passphrase="demonstratie"
    )
    assert said.code == 1


def test_the_day_decides_how_a_mandate_stands(demo: Path) -> None:
    def state(day: str) -> str:
        said = say(
            *("--json", "--today", day, "--file", demo, "centre", CENTRE),
            passphrase="demonstratie",
        )
        return str(said.json["mandate"]["state"])

    assert [state(day) for day in ("2026-05-04", "2031-08-31", "2031-09-01")] == [
        "active",
        "ending",
        "expired",
    ]


def test_a_centre_as_known_on_a_day_and_not_before_it_was_written_down(demo: Path) -> None:
    words = ("--file", demo, "centre", CENTRE, "--as-known")
    told = of_demo(demo, "centre", CENTRE, "--as-known", DAY)
    assert told.pop("known_on") == DAY
    assert told == of_demo(demo, "centre", CENTRE)
    said = say("--json", "--today", DAY, *words, "1999-01-01", passphrase="demonstratie")
    assert said.code == 1
    assert said.json["refused"]["code"] == "not_known_yet"


def test_the_filled_checklist_goes_out_by_id_or_reference(demo: Path, tmp_path: Path) -> None:
    check = next(
        row for row in of_demo(demo, "list", "checks")["rows"] if row["state"] == "finished"
    )
    for name, subject in (("a.xlsx", check["id"]), ("b.xlsx", check["reference"])):
        path = tmp_path / name
        made = of_demo(demo, "export", "checklist", subject, path)
        assert made == {"path": str(path), "sha256": sha256(path.read_bytes()).hexdigest()}
        sheets = openpyxl.load_workbook(path).sheetnames
        assert len(sheets) > 2
    said = say("--json", "--file", demo, "export", "checklist", "DC-0000-00000", tmp_path / "c")
    assert said.code == 1


def test_a_checklist_goes_out_to_the_centre_and_comes_back(demo: Path, tmp_path: Path) -> None:
    checks = of_demo(demo, "list", "checks")["rows"]
    check = next(row["id"] for row in checks if row["state"] == "running")
    office, path = copy_of(demo, tmp_path / "demo.waarmerk"), tmp_path / "terug.xlsx"
    of_demo(office, "export", "checklist", check, path, "--use", "centre")
    assert "Lees mij" in openpyxl.load_workbook(path).sheetnames
    of_demo(office, "export", "checklist", check, path)
    sheet = Sheet(path, "Matrix")
    dossier, other = [cell.value for cell in sheet.sheet[sheet.head] if len(str(cell.value)) == 36][
        :2
    ]
    sheet.write("DC-02/value", dossier, "gedeeltelijk")
    sheet.write("DC-03/value", dossier, "misschien")
    sheet.write("number", other, "KZ-0")
    dry = of_demo(office, "import", "checklist", path, "--dry-run")
    assert (dry["committed"], dry["step"]) == (False, None)
    (matrix,) = [part for part in dry["sheets"] if part["name"] == "Matrix"]
    assert (matrix["role"], matrix["header_row"], matrix["changed"]) == ("matrix", 7, 1)
    codes = {one["code"]: (one["row"], one["column"]) for one in matrix["refused"]}
    assert codes == {
        "answer_not_in_list": (sheet.row("DC-03/value"), "F"),
        "key_of_another_column": (6, "G"),
    }
    taken = of_demo(office, "import", "checklist", path)
    assert taken["committed"]
    assert taken["step"]
    again = of_demo(office, "import", "checklist", path, "--dry-run")
    assert {part["new"] + part["changed"] for part in again["sheets"]} == {0}
    assert [one["code"] for one in again["notes"]] == ["taken_back_before"]
    assert of_demo(office, "verify")["rows"] == "ok"
    said = say("--json", "--file", office, "import", "checklist", LIST, passphrase="demonstratie")
    assert (said.code, said.json["refused"]["code"]) == (1, "not_our_checklist")


def test_the_timeline_of_a_centre_goes_out_as_pdf(demo: Path, tmp_path: Path) -> None:
    number = of_demo(demo, "list", "centres")["rows"][0]["enterprise_number"]
    path = tmp_path / "tijdlijn.pdf"
    made = of_demo(demo, "export", "timeline", number, path)
    assert made == {"path": str(path), "sha256": sha256(path.read_bytes()).hexdigest()}
    assert path.read_bytes().startswith(b"%PDF")
    said = say("--json", "--file", demo, "export", "timeline", "0202239951", tmp_path / "x")
    assert said.code == 1


def test_the_letter_of_a_check_comes_as_pdf(demo: Path, tmp_path: Path) -> None:
    check = next(
        row for row in of_demo(demo, "list", "checks")["rows"] if row["state"] == "finished"
    )
    path = tmp_path / "brief.pdf"
    made = of_demo(demo, "letter", "audit_findings", check["id"], path)
    assert set(made) == {"reference", "path", "sha256"}
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    assert made["reference"] in text
    assert check["centre_name"] in " ".join(text.split())


@pytest.fixture
def own_demo(demo: Path, tmp_path: Path) -> Path:
    """A copy to write letters in: others compare the demonstration itself."""
    return copy_of(demo, tmp_path / "eigen" / demo.name)


def test_the_letter_about_the_next_period_goes_by_the_number_of_the_centre(
    own_demo: Path, tmp_path: Path
) -> None:
    demo = own_demo
    held = next(
        row
        for row in of_demo(demo, "list", "mandates")["rows"]
        if row["state"] in {"active", "ending"}
    )
    path = tmp_path / "brief.pdf"
    made = of_demo(demo, "letter", "mandate_renewal", held["enterprise_number"], path)
    assert made["reference"].startswith("BR-")
    assert path.read_bytes().startswith(b"%PDF")


def test_the_letter_of_a_decision_goes_by_its_application(own_demo: Path, tmp_path: Path) -> None:
    demo = own_demo
    granted, refused = (
        next(
            row["reference"]
            for row in of_demo(demo, "list", "applications")["rows"]
            if row["state"] == state
        )
        for state in ("granted", "refused")
    )
    made = of_demo(demo, "letter", "mandate_granted", granted, tmp_path / "brief.pdf")
    assert made["reference"].startswith("BR-")
    said = say(
        *("--json", "--file", demo, "letter", "mandate_granted", refused, tmp_path / "x.pdf"),
        passphrase="demonstratie",
    )
    assert (said.code, said.json["refused"]["code"]) == (1, "nothing_to_write_about")


def steps_of(demo: Path) -> int:
    """How many steps stand in the history of the file."""
    controllers = Opening(clock_of(date.fromisoformat(DAY)), cost=LIGHT).open(demo, "demonstratie")
    try:
        return len(controllers.history.ids())
    finally:
        controllers.close()


@pytest.mark.parametrize("kind", ["audit_findings", "mandate_renewal"])
def test_a_letter_that_cannot_be_made_leaves_nothing_behind(
    own_demo: Path, tmp_path: Path, kind: str
) -> None:
    """Of a running check places are missing; the other is whole, but its folder is no folder."""
    (tmp_path / "geen map").write_text("", "utf-8")
    if kind == "audit_findings":
        subject, path, code = one(own_demo, "checks", "running")["id"], tmp_path / "brief.pdf", 1
    else:
        subject = one(own_demo, "mandates", "active")["enterprise_number"]
        path, code = tmp_path / "geen map" / "brief.pdf", 3
    before = of_demo(own_demo, "list", "letters")["rows"], steps_of(own_demo)
    said = say(
        *("--json", "--file", own_demo, "letter", kind, subject, path), passphrase="demonstratie"
    )
    assert said.code == code
    assert (of_demo(own_demo, "list", "letters")["rows"], steps_of(own_demo)) == before
    assert not path.exists()


def one(demo: Path, what: str, state: str) -> dict[str, Any]:
    """The first of a list that stands so."""
    return next(row for row in of_demo(demo, "list", what)["rows"] if row["state"] == state)


def test_an_unknown_letter_is_refused(demo: Path, tmp_path: Path) -> None:
    said = say(
        *("--json", "--file", demo, "letter", "valentine", "x", tmp_path / "x.pdf"),
        passphrase="demonstratie",
    )
    assert (said.code, said.json["refused"]["code"]) == (1, "letter_kind_unknown")


def test_a_folder_that_is_not_there_is_unavailable(demo: Path, tmp_path: Path) -> None:
    said = say(
        *("--json", "--file", demo, "list", "centres", "--xlsx", tmp_path / "nee" / "x.xlsx"),
        passphrase="demonstratie",
    )
    assert (said.code, said.json["refused"]["code"]) == (3, "folder_missing")


def test_verify_says_what_is_whole(demo: Path) -> None:
    assert of_demo(demo, "verify") == {
        "chain": "ok",
        "rows": "ok",
        "attachments": "ok",
        "broken": [],
        "checks": "ok",
        "samples": "ok",
    }


# --- the demonstration ---------------------------------------------------------------------------

RANDOM = {"id", "reference", "check", "check_id", "subject"}
"""Ids are drawn by chance, and the reference of a check is the tail of its id."""


def facts(demo: Path, what: str) -> list[dict[str, Any]]:
    rows = of_demo(demo, "list", what)["rows"]
    return [{key: fact for key, fact in row.items() if key not in RANDOM} for row in rows]


def test_the_same_seed_and_day_give_the_same_facts(demo: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "nog.waarmerk", tmp_path / "ander.waarmerk"
    assert asked("demo", again, passphrase=None) == {
        "file": str(again),
        "centres": TRUTH["Centra"]["distinct_centres_with_a_usable_number"] + LONG_AGO,
        "checks": 15,
        "complaints": 12,
        "passphrase": "demonstratie",
    }
    asked("demo", other, "--seed", 2, passphrase=None)
    for what in ("centres", "checks", "findings", "letters", "complaints"):
        assert facts(demo, what) == facts(again, what), what
    assert facts(demo, "checks") != facts(other, "checks")


@pytest.mark.parametrize("most", [40_000, 3_000_000])
def test_a_demonstration_that_fails_half_way_leaves_no_file(tmp_path: Path, most: int) -> None:
    said = run("--json", "demo", tmp_path / "vol" / "d.waarmerk", passphrase=None, most=most)
    assert said.code == 3, said.err
    assert "refused" in said.json
    assert [path.name for path in tmp_path.rglob("*")] in ([], ["vol"])


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    said = run("--json", "--file", tmp_path / "vol" / "k.waarmerk", "create", most=40_000)
    assert said.code == 3, said.err
    assert list(tmp_path.iterdir()) == []


# --- pictures -------------------------------------------------------------------------------------


def test_pictures_of_one_page_at_two_sizes_light_and_dark(tmp_path: Path) -> None:
    made = run("--json", "screens", tmp_path, "--page", "settings", passphrase=None).json
    names = sorted(Path(path).name for path in made["pictures"])
    assert names == [
        f"settings_{size}_{look}.png"
        for size in ("1280x720", "1920x1080")
        for look in ("dark", "light")
    ]
    assert all(Path(path).stat().st_size > 5_000 for path in made["pictures"])


def test_an_unknown_page_is_refused(demo: Path, tmp_path: Path) -> None:
    words = ("--json", "--file", demo, "screens", tmp_path, "--page", "zolder")
    said = say(*words, passphrase="demonstratie")
    assert (said.code, said.json["refused"]["code"]) == (1, "page_unknown")


def test_the_tour_does_the_main_job_without_a_window(tmp_path: Path) -> None:
    made = run("--json", "--today", DAY, "tour", tmp_path, passphrase=None).json
    assert (made["chain"], made["rows"], made["centres"]) == ("ok", "ok", 261)
    assert openpyxl.load_workbook(made["workbook"]).sheetnames
    assert len(pypdf.PdfReader(made["letter"]).pages) >= 2
    shown = {Path(path).name.split("_")[0] for path in made["pictures"]}
    assert {"centres", "checks", "letters", "history", "settings", "about"} <= shown
    assert all(Path(path).exists() for path in made["pictures"])


def test_a_term_needs_no_file_and_tells_how_it_was_counted():
    told = asked("term", "complaint_reply_days", "2026-04-01", passphrase=None)
    assert (told["due"], told["internal"], told["shifted"]) == ("2026-05-16", "2026-05-15", False)
    assert told["rule"]["reference"] == "Bestuursdecreet van 7 december 2018, art. II.83"
    assert {"key", "value", "unit", "reference", "valid_from", "valid_until"} <= set(told["rule"])
    assert told["holidays"][-1] == {"date": "2026-05-14", "name": "Onze-Lieve-Heer-Hemelvaart"}
    assert all(isinstance(step, str) for step in told["steps"])
    sent = ("term", "centre_response_days", "02/04/2026", "--regime", "registered")
    registered = asked(*sent, passphrase=None)
    assert (registered["due"], registered["regime"]) == ("2026-04-29", "registered")


@pytest.mark.parametrize(
    ("words", "code", "refused"),
    [
        (("lunch_break", "2026-04-01"), 1, "rule_unknown"),
        (("complaint_reply_days", "31/02/2026"), 1, "day_unknown"),
        (("complaint_reply_days", "morgen"), 1, "day_unreadable"),
        (("complaint_reply_days", ""), 1, "day_missing"),
        (("survey_satisfaction_norm_pct", "2026-04-01"), 1, "not_a_term"),
        (("complaint_reply_extension_days", "2026-04-01"), 1, "rule_without_value"),
        (("complaint_reply_days", "1207-04-01"), 1, "day_out_of_reach"),
        (("complaint_reply_days", "2026-04-01", "--regime", "pigeon"), 2, ""),
    ],
)
def test_a_term_that_cannot_be_is_refused_in_words(words, code, refused):
    said = say("--json", "term", *words, passphrase=None)
    assert said.code == code
    if refused:
        assert said.json["refused"]["code"] == refused


def test_with_a_file_a_term_follows_the_office(tmp_path):
    file = ("--file", tmp_path / "kantoor.waarmerk")
    asked("create", *file)
    told = asked(*file, "term", "action_plan_days", "2026-06-01")
    assert (told["due"], told["rule"]["certainty"]) == ("2026-07-01", "G")
    assert say("term", "action_plan_days", "2026-06-01", *file, passphrase=None).code == 3


DOSSIERS = ROOT / "tests" / "data" / "dossierlijst-kamzand-0124618472.csv"


def test_a_sample_needs_no_file_and_comes_out_the_same_again() -> None:
    asked = ("--json", "sample", DOSSIERS, "--size", 12, "--spares", 3, "--seed", "a1b2")
    first, second = say(*asked, passphrase=None).json, say(*asked, passphrase=None).json
    assert first == second
    assert (first["population"], first["duplicates"]) == (83, ["2024/012", "2025/048"])
    assert (len(first["drawn"]), len(first["spares"]), first["groups"]) == (12, 3, {})
    assert (first["seed"], first["method"]) == ("a1b2", "sha256-rank-1")
    assert len(first["fingerprint"]) == 64
    spread = say(*asked, "--by", "loopbaanbegeleider", passphrase=None).json
    assert sum(spread["groups"].values()) == 12
    assert min(spread["groups"].values()) >= 1


def test_what_a_follow_up_does_not_leave_out_for_its_spelling_is_named(tmp_path: Path) -> None:
    every, away = tmp_path / "lijst.txt", tmp_path / "vorige.txt"
    every.write_text("KZ-1\nKZ-2\nKZ-3\n")
    away.write_text("kz-1\nKZ-2\n")
    left = say("--json", "sample", every, "--size", 1, "--without", away).json["left_out"]
    assert (left["numbers"], left["alike"]) == (["KZ-2"], ["KZ-1"])


def test_a_file_that_is_not_there_is_said_before_a_passphrase_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "nope.waarmerk"
    said = say("--json", "--file", path, "list", "centres", passphrase=None)
    assert said.json["refused"]["code"] == "file_missing"
    assert "nope.waarmerk" in said.json["refused"]["sentence"]


def test_a_day_that_is_written_otherwise_is_told_how() -> None:
    said = say("--today", "31-12-2026", "sample", DOSSIERS, "--size", 1)
    assert said.code == 2
    assert "JJJJ-MM-DD" in said.err


def test_a_sample_names_the_rows_that_add_up(tmp_path: Path) -> None:
    rows = tmp_path / "lijst.csv"
    rows.write_text("Dossiernr;Uren\nA-1;4\nTotaal-77;3\nTotaal;7\n")
    answer = say("--json", "sample", rows, "--size", 1).json
    assert answer["population"] == 2
    assert answer["left_out"]["total_rows"] == [{"row": 4, "text": "Totaal"}]
    assert say("--json", "sample", DOSSIERS, "--size", 1).json["left_out"]["total_rows"]


def test_a_sample_without_a_seed_makes_one_and_tells_it() -> None:
    asked = ("--json", "sample", DOSSIERS, "--size", 5)
    made = say(*asked).json
    assert len(bytes.fromhex(made["seed"])) == 8
    assert say(*asked, "--seed", made["seed"]).json["drawn"] == made["drawn"]
    assert say(*asked).json["seed"] != made["seed"]


def test_too_large_a_sample_is_refused() -> None:
    said = say("--json", "sample", DOSSIERS, "--size", 84)
    assert said.code == 1
    assert said.json["refused"]["code"] == "sample_too_large"


def test_assurance_says_the_honest_sentence() -> None:
    said = say("--json", "assurance", "--population", 80, "--sample", 12, "--bad", 0)
    assert said.json == {
        "at_most": 16,
        "share": 0.2,
        "sentence": "12 van de 80 nagekeken, 0 fout: met 95 % zekerheid hoogstens 16 van de 80"
        " (20 %).",
    }
    assert say("--json", "assurance", "--population", 3, "--sample", 4, "--bad", 0).code == 1
    assert say("assurance", "--population", 3, "--sample", 2).code == 2


@pytest.mark.parametrize("what", ["closing", "report", "paper"])
def test_the_papers_of_a_check_leave_by_reference(demo, tmp_path, what):
    listed = of_demo(demo, "list", "checks")["rows"]
    reference = next(row["reference"] for row in listed if row["state"] == "finished")
    made = of_demo(demo, "export", what, reference, tmp_path / f"{what}.pdf")
    assert Path(made["path"]).read_bytes().startswith(b"%PDF")
    assert made["sha256"] == sha256(Path(made["path"]).read_bytes()).hexdigest()


def test_a_report_for_the_centre_is_asked_as_its_workbook_is(demo, tmp_path):
    listed = of_demo(demo, "list", "checks")["rows"]
    reference = next(row["reference"] for row in listed if row["state"] == "finished")
    for more, said in (
        ((), "Alleen voor de dienst: bevat nota's en redenen."),
        (("--use", "centre"), "Voor het centrum: zonder nota's en redenen van de dienst."),
    ):
        made = of_demo(demo, "export", "report", reference, tmp_path / "verslag.pdf", *more)
        text = pypdf.PdfReader(made["path"]).pages[0].extract_text()
        assert said in " ".join(text.split())
