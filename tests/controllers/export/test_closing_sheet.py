"""The closing sheet: one page whatever happens, tagged, and nothing of anybody else on it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from time import perf_counter
from uuid import uuid4

import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from controllers.bundle import Controllers
from controllers.checks import OFFER
from controllers.checks.closing import SeenDraft
from controllers.export.pdf import closing_pdf
from controllers.export.closing_sheet import ClosingSheet
from controllers.export.paper.closing import fullest
from controllers.export.paper.fonts import load_fonts
from controllers.export.paper.plain_page import SIDE, WIDTH
from models.checks.rules.closing import closing_of
from models.checks.values.closing import ClosingAction, ClosingFinding, Seen
from models.checks.values import AnswerValue
from tests.controllers.finished import DAY, centre, finished_check
from tests.models.builders import all_yes, answer, check, hours, sample

MARK = "a" * 64
LONG = "Er is in de gesprekken te weinig te zien van wat de klant zelf wil en waarom. " * 12
CHECK = check(sample(8, all_yes(DC_01=answer("no", "Niet."), DC_08=hours(7, 4))))
CLOSING = closing_of(CHECK, {}, date(2026, 4, 14))
SEEN = Seen(
    uuid4(), "An Jansen", "zaakvoerder", datetime(2026, 4, 14, 12, 5, tzinfo=UTC),
    "0,0 1000,1000", "", MARK,
)  # fmt: skip


def sheet(closing=CLOSING, seen=(SEEN,), revision=1) -> ClosingSheet:
    return ClosingSheet(closing, seen, MARK, revision)


def read(pdf: bytes) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return reader, " ".join(reader.pages[0].extract_text().split())


def test_it_says_what_goes_well_what_was_found_agreed_and_seen():
    one = replace(
        CLOSING,
        strengths=("Heldere verslagen.",),
        actions=(ClosingAction("POP", "Maak een POP.", "An Jansen", date(2026, 5, 15),
                               "14/04/2026 + 30 dagen = do 14/05 = Hemelvaart → vr 15/05"),),
    )  # fmt: skip
    reader, text = read(closing_pdf(sheet(one)))
    assert len(reader.pages) == 1
    for told in (
        "Loopbaanhuis De Kade",
        "Heldere verslagen.",
        "Ernstige tekortkoming (1)",
        "An Jansen",
        "15/05/2026",
        "14/04/2026 + 30 dagen = do 14/05 = Hemelvaart, dus vr 15/05",
        "geen gekwalificeerde elektronische handtekening",
        f"kenmerk van de inhoud {MARK}",
    ):
        assert told in text, told


@pytest.mark.parametrize("count", [0, 1, 5, 20, 60])
def test_it_is_one_page_however_much_was_found(count):
    full = replace(
        CLOSING,
        conclusion=LONG,
        strengths=(LONG,) * count,
        findings=tuple(ClosingFinding("minor", f"Punt {n}", LONG) for n in range(count)),
        actions=tuple(ClosingAction(f"Punt {n}", LONG, LONG) for n in range(count)),
    )
    reader, text = read(closing_pdf(sheet(full, (SEEN,) * count)))
    assert len(reader.pages) == 1
    assert "kenmerk van de inhoud" in text
    if count >= 20:
        assert "zie het verslag" in text


def test_what_is_left_out_is_counted():
    full = replace(
        CLOSING, findings=tuple(ClosingFinding("minor", f"Punt {n}.", LONG) for n in range(60))
    )
    _reader, text = read(closing_pdf(sheet(full)))
    shown = sum(f"Punt {n}." in text for n in range(60))
    assert f"en nog {60 - shown} vaststellingen: zie het verslag" in text
    assert "Tekortkoming (60)" in text


TEXT = (
    "In twee van de vier dossiers staat niet wat de klant zelf wil bereiken; het verslag noemt"
    " alleen de oefeningen, zodat niemand kan nagaan of de begeleiding daarbij past. De centra"
    " weten dat sinds de vorige controle, en het werd toen ook met hen afgesproken."
)


def test_texts_are_not_cut_while_there_is_room_for_them():
    """Eight fit whole; of twelve the first ones, which are the heaviest."""
    for count, whole in ((8, 8), (12, 5)):
        full = replace(
            CLOSING,
            findings=tuple(ClosingFinding("minor", f"Punt {n}", TEXT) for n in range(count)),
            actions=tuple(ClosingAction(f"Punt {n}", TEXT[:80], "An") for n in range(count)),
        )
        reader, text = read(closing_pdf(sheet(full)))
        assert len(reader.pages) == 1
        assert text.count(TEXT[-20:]) >= whole


def test_it_is_tagged_in_dutch_with_the_mark_as_a_figure():
    reader, _text = read(closing_pdf(sheet()))
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "nl-BE"
    assert catalog["/MarkInfo"]["/Marked"]
    assert reader.metadata.title.startswith("Afsluiting van controle DC-2026")
    assert [one.title for one in reader.outline if not isinstance(one, list)][0] == (
        "Loopbaanhuis De Kade"
    )
    assert "Paraaf van An Jansen" in str([obj.get_object() for obj in _elements(reader)])


def _elements(reader):
    return [
        reader.get_object(number)
        for number in range(1, len(reader.xref[0]))
        if isinstance(reader.get_object(number), dict)
    ]


def test_the_same_facts_give_the_same_bytes():
    assert closing_pdf(sheet()) == closing_pdf(sheet())
    assert closing_pdf(sheet()) != closing_pdf(sheet(replace(CLOSING, conclusion="Anders.")))


def test_nothing_of_another_centre_a_complaint_or_a_dossier_stands_on_it(store, tmp_path):
    controllers = Controllers(store)
    controllers.centres.add("0403170701", "Atelier Loopbaan")
    check_id = finished_check(controllers)
    shown = controllers.checks.closing(check_id).shown_sha256
    controllers.checks.sign(check_id, SeenDraft("An Jansen"), shown)
    start = perf_counter()
    made = controllers.taking.closing(check_id, tmp_path / "afsluiting")
    assert perf_counter() - start < 5
    assert made.path.suffix == ".pdf"
    text = read(made.path.read_bytes())[1]
    for word in ("Atelier", "0403", "lacht", "ombuds", "KZ-00"):
        assert word not in text
    assert "In 3 van de 6 dossiers" in text
    assert "An Jansen" in text


# --- one page, nothing clipped, whatever stands in it

WORD = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60),
    st.sampled_from(
        [
            "מרכז ייעוץ תעסוקתי ירושלים",
            "مركز التوجيه المهني",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten" * 8,
            "<b>&amp;</b> {x} %s",
            "a" * 400,
            "",
        ]
    ),
    st.builds(lambda word, times: f"{word} " * times, st.sampled_from(("nota", LONG)),
              st.integers(0, 40)),
)  # fmt: skip
BLANK = 6.0
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A sheet takes a second on a busy machine: what fails is told as it was found."""
MANY = st.one_of(st.integers(0, 4), st.sampled_from((12, 30, 80)))


@st.composite
def closings(draw):
    count, agreed, good = draw(MANY), draw(MANY), draw(MANY)
    grades = draw(st.sampled_from((("major",), ("major", "minor", "observation", "coaching"))))
    return replace(
        CLOSING,
        centre=draw(WORD) or "Centrum",
        place=draw(WORD),
        officer=draw(WORD),
        spoken_to=draw(WORD),
        period=draw(WORD),
        day=draw(st.sampled_from((None, date(2026, 4, 14)))),
        result=draw(WORD),
        conclusion=draw(WORD),
        strengths=(draw(WORD),) * good,
        findings=tuple(
            ClosingFinding(grades[n * len(grades) // count], f"Punt {n}: {draw(WORD)}", draw(WORD))
            for n in range(count)
        )
        if count < 20
        else tuple(
            ClosingFinding(grades[n * len(grades) // count], f"Punt {n}", LONG)
            for n in range(count)
        ),
        actions=(ClosingAction(draw(WORD), draw(WORD), draw(WORD), None, draw(WORD)),) * agreed,
        steps=(*CLOSING.steps, draw(WORD)),
    )


def drawn_outside(pdf: bytes) -> list[str]:
    """Words that begin or end beyond the margins; a line that goes on ends with a blank there."""
    document = pypdfium2.PdfDocument(pdf)
    words = document[0].get_textpage()
    odd = []
    for place in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(place)
        inside = (
            SIDE - 1 <= left and right <= SIDE + WIDTH + BLANK and bottom >= 15 and top <= 842 - 30
        )
        if right > left and not inside:
            odd.append(words.get_text_bounded(left, bottom, right, top))
    words.close()
    document.close()
    return odd


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=QUICK)
@given(
    closings(),
    st.integers(0, 6),
    st.sampled_from(("", "Dit is niet de nieuwste versie: versie 2 werd bewaard op 3 mei 2026.")),
)
def test_whatever_stands_in_it_it_is_one_page_and_nothing_is_clipped(closing, seen, old):
    channels = f"Bekeken kanalen: {LONG}" if seen % 2 else ""
    who = replace(SEEN, current=seen != 3)
    made = replace(sheet(closing, (who,) * seen), outdated=old, channels=channels)
    load_fonts()
    setting = fullest(made)
    assert setting.fits
    pdf = closing_pdf(made)
    reader, text = read(pdf)
    assert len(reader.pages) == 1
    assert not drawn_outside(pdf)
    assert f"kenmerk van de inhoud {MARK}" in text
    assert "geen gekwalificeerde elektronische handtekening" in text
    hidden = len(closing.findings) - min(setting.fit.findings, len(closing.findings))
    if hidden:
        noun = "vaststelling" if hidden == 1 else "vaststellingen"
        assert f"en nog {hidden} {noun}: zie het verslag" in text


def test_a_check_of_the_offer_speaks_of_channels(store):
    controllers = Controllers(store)
    centre_id = centre(controllers)
    controllers.centres.edit(centre_id, "website", "https://www.dekade.example/aanbod")
    check_id = controllers.checks.plan(centre_id, DAY, None, OFFER)
    controllers.checks.start(check_id)
    first = controllers.checks.file(check_id).template.questions[0].key
    channel = controllers.checks.file(check_id).dossiers[0].id
    controllers.checks.note(check_id, channel, first, "Staat er niet.")
    controllers.checks.answer(check_id, channel, first, AnswerValue.NO)
    text = controllers.taking.closing_pages(check_id).text(0).lower()
    assert "kanaal" in text
    assert "dossier" not in text
    report = controllers.taking.report_pages(check_id)
    told = " ".join(report.text(page) for page in range(len(report.sizes))).lower()
    assert "bekeken kanalen" in told
