"""The assessment of an application on the console: a workbook out and back, and paper."""

from pathlib import Path

import pypdf
import pytest

from tests.conftest import copy_of
from tests.controllers.workbooks import Sheet
from tests.ui.test_console import of_demo, say


@pytest.fixture
def demo(year: Path, tmp_path: Path) -> Path:
    return copy_of(year, tmp_path / "demo.waarmerk")


@pytest.fixture
def application(demo: Path) -> dict[str, str]:
    """One that still waits for a judgement."""
    rows = of_demo(demo, "list", "applications")["rows"]
    return next(row for row in rows if row["state"] in {"received", "in_assessment"})


def test_an_assessment_goes_out_by_id_or_reference_and_comes_back_after_a_dry_run(
    demo, application, tmp_path
):
    sheet = tmp_path / "beoordeling.xlsx"
    of_demo(demo, "export", "assessment", application["id"], sheet)
    made = of_demo(demo, "export", "assessment", application["reference"], sheet)
    assert (made["path"], len(made["sha256"])) == (str(sheet), 64)
    Sheet(sheet, "Vereisten").write("MA-14", "evidence", "Verslag van 3 april")
    dry = of_demo(demo, "import", "assessment", sheet, "--dry-run")
    assert (dry["committed"], dry["step"]) == (False, None)
    done = of_demo(demo, "import", "assessment", sheet)
    assert done["committed"]
    assert done["step"]
    again = of_demo(demo, "import", "assessment", sheet)
    assert again["step"] is None


@pytest.mark.parametrize("options", [(), ("--empty",)])
def test_the_paper_of_an_assessment_leaves_filled_in_or_empty(demo, application, tmp_path, options):
    sheet, paper = tmp_path / "beoordeling.xlsx", tmp_path / "papier.pdf"
    of_demo(demo, "export", "assessment", application["id"], sheet)
    Sheet(sheet, "Vereisten").write("MA-14", "evidence", "Verslag van 3 april")
    of_demo(demo, "import", "assessment", sheet)
    of_demo(demo, "export", "assessment_paper", application["reference"], paper, *options)
    told = "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    assert application["reference"] in told
    assert ("Verslag van 3 april" in told) is not bool(options)


def test_an_unknown_application_and_the_workbook_of_a_check_are_refused(
    demo, application, tmp_path
):
    def refused(*words: object) -> dict[str, str]:
        said = say("--json", "--lang", "nl", "--file", demo, *words, passphrase="demonstratie")
        assert said.code == 1
        found = said.json["refused"]
        assert isinstance(found, dict)
        return found

    sheet = tmp_path / "werkmap.xlsx"
    said = refused("export", "assessment", "AV-9999-999", sheet)
    assert said["code"] == "application_unknown"
    assert "AV-9999-999" in said["sentence"]
    check = of_demo(demo, "list", "checks")["rows"][0]
    of_demo(demo, "export", "checklist", check["reference"], sheet)
    told = refused("import", "assessment", sheet)["sentence"]
    assert told.startswith(f"Dit is een werkmap van controle {check['reference']} (")
    of_demo(demo, "export", "assessment", application["reference"], sheet)
    told = refused("import", "checklist", sheet)["sentence"]
    assert told.startswith(f"Dit is een werkmap van aanvraag {application['reference']} (")
