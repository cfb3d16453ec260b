"""Proof beside what it proves: a file dropped at a certificate belongs to that certificate."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.mandates.values import CertificateKind
from ui.kit.page import Ref
from ui.pages.centres.page import CentresPage
from ui.pages.centres.parts_view import PartGroup


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "attest.txt"
    path.write_text("Attest van het keurmerk, geldig tot en met 31 augustus 2027.")
    return path


def test_a_file_given_at_a_certificate_is_its_proof(
    shown: CentresPage, office: dict[str, UUID], controllers: Controllers, qtbot: QtBot, scan: Path
):
    demer = office["Loopbaanhuis Demer"]
    label = controllers.mandates.add_certificate(demer, CertificateKind.CEDEO, date(2027, 8, 31))
    other = controllers.mandates.add_certificate(demer, CertificateKind.EFQM, date(2026, 8, 31))
    shown.open(Ref("centre", demer, "rights"))
    group: PartGroup = shown.file.views.rights.groups[1]
    qtbot.waitUntil(lambda: {label, other} <= {part.id for part in group.parts})
    group.choose([part.id for part in group.parts].index(label))
    proof = group.editor.proof
    assert proof is not None
    proof.bring([scan])
    qtbot.waitUntil(lambda: len(proof.files) == 1)
    (kept,) = controllers.attachments.of_thing("certificate", label)
    assert kept.name == "attest.txt"
    assert not controllers.attachments.of_thing("certificate", other)

    group.choose([part.id for part in group.parts].index(other))
    qtbot.waitUntil(lambda: not proof.files)
    group.choose([part.id for part in group.parts].index(label))
    qtbot.waitUntil(lambda: len(proof.files) == 1)
    controllers.history.undo()
    qtbot.waitUntil(lambda: not proof.files)


def test_proof_of_a_qualification_goes_along_with_the_person(
    shown: CentresPage, office: dict[str, UUID], controllers: Controllers, qtbot: QtBot, scan: Path
):
    demer = office["Loopbaanhuis Demer"]
    controllers.centres.add_counsellor(demer, "An", "Claes")
    shown.open(Ref("centre", demer, "people"))
    group: PartGroup = shown.file.views.people.groups[0]
    qtbot.waitUntil(lambda: any(part.last_name == "Claes" for part in group.parts))
    at = next(n for n, part in enumerate(group.parts) if part.last_name == "Claes")
    group.choose(at)
    assert group.editor.proof is not None
    group.editor.proof.bring([scan])
    person = group.parts[at].counsellor_id
    qtbot.waitUntil(lambda: len(controllers.attachments.of_thing("counsellor", person)) == 1)


def test_an_establishment_asks_no_proof(shown: CentresPage):
    assert shown.file.views.places.groups[0].editor.proof is None
