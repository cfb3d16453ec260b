"""A follow-up draw is done again with the list of the centre and the protocol, and nothing else."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from uuid import UUID

import pypdf
import pytest

from controllers.checks import Checks
from controllers.intake.dossier_list import read_dossier_list
from controllers.outgoing import Outgoing
from models.checks.values import AnswerType, AnswerValue, DrawKind
from models.checks.values.sampling import DrawWish
from models.store.store import Store
from tests.ui.test_console import say

LIST = Path(__file__).resolve().parents[1] / "data" / "dossierlijst-kamzand-0124618472.csv"
COACH = "Loopbaanbegeleider"


@pytest.fixture
def earlier(checks: Checks, check: UUID) -> UUID:
    """A finished check of ten dossiers, of which the second failed."""
    checks.draw(check, DrawWish(tuple(read_dossier_list(LIST).entries()), 10, seed="eerst"))
    for place, dossier in enumerate(checks.file(check).dossiers):
        for question in checks.file(check).template.questions:
            if question.answer_type is AnswerType.HOURS_COMPARE:
                checks.hours(check, dossier.id, question.key, 4.0, 4.0)
            elif place == 1 and question.definition_condition:
                checks.answer(check, dossier.id, question.key, AnswerValue.NO)
                checks.note(check, dossier.id, question.key, "Ontbreekt in het dossier.")
            else:
                checks.answer(check, dossier.id, question.key, AnswerValue.YES)
    checks.finish(check)
    return check


def words(pdf: Path) -> str:
    pages = (page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    return " ".join(" ".join(pages).split())


def after(text: str, label: str, until: str) -> str:
    """What the paper says beside a label."""
    found = re.search(rf"{label} (.*?) {until}", text)
    assert found, (label, text)
    return found[1]


def mark(numbers: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(set(numbers))).encode()).hexdigest()


@pytest.mark.parametrize("kind", [DrawKind.NEW, DrawKind.FAILED_AND_NEW])
@pytest.mark.parametrize("by", ["", COACH])
def test_the_paper_and_the_list_of_the_centre_are_enough(
    store: Store, checks: Checks, centre: UUID, earlier: UUID, tmp_path: Path, kind, by
) -> None:
    found = read_dossier_list(LIST)
    second = checks.plan(centre)
    entries = tuple(found.entries(by))
    checks.draw(second, DrawWish(entries, 8, 2, list_name=LIST.name, by=by, kind=kind))
    paper = words(Outgoing(store).protocol(second, tmp_path / "protocol.pdf").path)
    before = checks.file(earlier)

    assert "85 gekregen, 2 dubbel, 83 over" in paper
    assert f"10 nummers, nagekeken bij controle {before.reference}: " in paper
    assert "Om uit te trekken 73 nummers" in paper
    whole, frame = (
        after(paper, "Vingerafdruk van de lijst", r"\(de 83"),
        after(paper, "Tweede vingerafdruk", r"\(de 73"),
    )
    left = after(paper, f"bij controle {before.reference}:", "Om uit te trekken").split(", ")
    assert set(left) == {each.number for each in before.dossiers}
    assert mark(list(found.numbers)) == whole
    assert mark([one for one in found.numbers if one not in left]) == frame

    (away := tmp_path / "weggelaten.txt").write_text(", ".join(left), "utf-8")
    size = after(paper, "Getrokken", "dossiers en 2 reserves")
    seed = after(paper, "Startwaarde", "Vingerafdruk")
    asked = ("--size", size, "--spares", 2, "--seed", seed, *(("--by", by) if by else ()))
    again = say("--json", "sample", LIST, *asked, "--without", away, passphrase=None).json
    desk = checks.desk(second)
    assert again["drawn"] == [pick.number for pick in desk.picks]
    assert again["spares"] == list(desk.spares)
    assert (again["fingerprint"], again["received"]["fingerprint"]) == (frame, whole)
    assert (again["given"], again["received"]["numbers"], again["population"]) == (85, 83, 73)
    assert sorted(again["left_out"]["numbers"]) == sorted(left)
    places = [paper.index(number, paper.index("in volgorde van rang")) for number in again["drawn"]]
    assert by or places == sorted(places)

    assert checks.repeat_draw(second, entries).same
