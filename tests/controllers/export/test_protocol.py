"""The protocol of a sample read back: the facts, the tags, the pages, the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from uuid import UUID

import pypdf
import pytest

from controllers.export.protocol import protocol_pdf
from models.checks.rules.assurance import assurance
from models.checks.rules.draw import draw
from models.checks.rules.protocol import NOTHING_JUDGED, honest, protocol
from models.checks.rules.sample import kept_list, received
from models.checks.values import Chosen, DrawKind
from models.checks.values.sampling import Listed, OwnPick, Pick, SampleDesk, SampleFile

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
SOME = UUID(int=7)
COACHES = ("Adriana Martens", "Bo Gids", "Yara Vandendriessche")


def desk(size: int, *, spread: bool = True, judged: bool = True) -> SampleDesk:
    """A sample of a list of 90, with the seventh replaced and one picked for a risk."""
    rows = [Listed(f"2025/{n:03}", COACHES[n % 3] if spread else "") for n in range(90)]
    rows.append(rows[3])
    made = draw(rows, "a1b2c3d4e5f60718", size, 3, spread=spread)
    sample = SampleFile(
        SOME, DrawKind.FIRST, "lijst.csv", "Begeleider" if spread else "", made,
        made.fingerprint, "Waarmerk 0.1.0", size, 3, "", "", NOW, "Lotte Verhaegen",
        received(kept_list(rows)),
    )  # fmt: skip
    picks = [
        Pick(place, number, made.group_of.get(number, ""), SOME, number)
        for place, number in enumerate(made.drawn, 1)
    ]
    if size > 6:
        gone = ((picks[6].number, "Ligt bij een beroep."), (made.spares[0], "Is zoek."))
        picks[6] = Pick(7, picks[6].number, picks[6].group, SOME, made.spares[1], gone)
    own = (OwnPick(SOME, "KZ-900", Chosen.RISK, "Klacht over dit dossier."),)
    said = assurance(90, size, 0, Fraction(95, 100)) if judged else None
    return SampleDesk(
        "DC-2026-3F2A91B", "Loopbaanhuis De Kade", "0566988259", sample, tuple(picks), own,
        made.spares[2:], said, "",
    )  # fmt: skip


def pdf(size: int, **more: bool) -> bytes:
    found = protocol(desk(size, **more), NOW.date())
    assert found is not None
    return protocol_pdf(found, made_at=NOW)


def read(made: bytes) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(BytesIO(made))
    words = " ".join(page.extract_text() for page in reader.pages)
    return reader, " ".join(words.split())


def test_everything_needed_to_do_it_again_stands_on_one_page() -> None:
    reader, text = read(pdf(12))
    assert len(reader.pages) == 1
    drawn = desk(12).sample.draw
    for fact in (
        "Loopbaanhuis De Kade · 0566.988.259",
        "DC-2026-3F2A91B",
        "lijst.csv",
        "91 gekregen, 1 dubbel, 90 over",
        "2025/003",
        drawn.fingerprint,
        "a1b2c3d4e5f60718",
        "sha256-rank-1, met Waarmerk 0.1.0",
        "Adriana Martens 4 van 30",
        f"Reserves, in volgorde: {', '.join(drawn.spares)}.",
        f"7. {drawn.drawn[6]} werd vervangen door reserve {drawn.spares[0]}. Ligt bij een beroep.",
        f"7. {drawn.spares[0]} werd vervangen door reserve {drawn.spares[1]}. Is zoek.",
        "KZ-900: gekozen om een risico",
        "12 van de 90 nagekeken, 0 fout: met 95 % zekerheid hoogstens 18 van de 90 (20 %).",
        "Dossiers die niet getrokken zijn (1) tellen daarin niet mee.",
        "SHA-256 van de tekst startwaarde|nummer",
        "Paraaf voor de dienst",
        "Paraaf voor het centrum",
        "Lotte Verhaegen, 4 mei 2026",
    ):
        assert fact in text, fact
    places = [text.index(number) for number in drawn.drawn]
    assert places == sorted(places)


def test_it_is_tagged_dutch_with_embedded_fonts() -> None:
    reader, _text = read(pdf(12))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata.title == "Protocol van de steekproef DC-2026-3F2A91B"


@pytest.mark.parametrize(("size", "pages"), [(1, 1), (16, 1), (36, 1), (60, 1)])
def test_sixty_still_stand_on_one_page(size: int, pages: int) -> None:
    assert len(read(pdf(size))[0].pages) == pages


def test_the_same_facts_give_the_same_bytes() -> None:
    assert pdf(12) == pdf(12)
    assert pdf(12) != pdf(13)


def test_more_pages_repeat_the_head_and_lose_no_number() -> None:
    rows = [Listed(f"KZ-{n:04}") for n in range(400)]
    whole = desk(12)
    made = draw(rows, "zaad", 390, 3)
    sample = whole.sample
    from dataclasses import replace

    many = replace(
        whole,
        sample=replace(sample, draw=made, grouped_by="", size=390),
        picks=tuple(Pick(n, x, "", SOME, x) for n, x in enumerate(made.drawn, 1)),
    )
    reader, text = read(protocol_pdf(protocol(many, NOW.date()), made_at=NOW))
    assert len(reader.pages) > 1
    assert all("Dossier" in page.extract_text() for page in reader.pages[:2])
    assert all(number in text for number in made.drawn)


def test_nothing_is_promised_before_a_verdict() -> None:
    assert honest(desk(12, judged=False)).startswith(NOTHING_JUDGED)
    assert honest(desk(12)).startswith("12 van de 90 nagekeken")
