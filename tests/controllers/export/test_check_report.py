"""The report of a check and the empty list on paper: everything F5.05 asks, and every answer."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO

import pypdf
import pytest
from PIL import Image

from controllers.checks.closing import SeenDraft
from controllers.export.pdf import paper_pdf, report_pdf
from controllers.export.check_report import CheckReport
from controllers.export.paper_list import PaperList
from models.attachments.values import Pasted
from models.checks import queries
from models.checks.rules.content import canonical, content_of, mark_of
from models.checks.values import (
    AnswerValue,
    DrawKind,
    Grade,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
    Rung,
    Verdict,
    VisitNotBegun,
)
from models.checks.values.exchange import SheetUse
from models.checklists.values import Proof
from models.checks.rules.closing import closing_of, plain
from models.checks.values.sampling import DrawWish, Listed
from models.kernel.wording import long_date
from tests.controllers.finished import DAY, centre, finished_check, kept_content
from tests.models.builders import LIST, all_yes, answer, check, sample
from tests.models.checks.test_content import rows_of

LONG = "Er is in de gesprekken weinig te zien van wat de klant wil. " * 14


def report(dossiers=8, note="Niet gevonden.", **facts) -> CheckReport:
    odd = all_yes(DC_01=answer("no", note), DC_05=answer("no", note))
    one = check(sample(dossiers, *[odd] * (dossiers // 2)), **facts)
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": "2026-04-14"}]
    return CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")


def pages(pdf: bytes) -> list[str]:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_it_has_the_chapters_of_an_audit_report_as_bookmarks():
    pdf = report_pdf(report())
    reader = pypdf.PdfReader(BytesIO(pdf))
    outline = str(reader.outline)
    for chapter in (
        *("Doel en kader", "Criteria", "Steekproef", "Vaststellingen", "Wat goed loopt"),
        *("Afspraken", "Besluit", "Opnieuw bekeken vaststellingen", "Reacties van het centrum"),
        *("Ladder van maatregelen", "Beperkingen"),
        *("Verspreiding en vervolg", "Ingevulde controlelijst"),
    ):
        assert chapter in outline, chapter
    assert reader.trailer["/Root"]["/Lang"] == "nl-BE"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_every_question_and_every_note_stands_in_it_and_every_page_says_which_it_is():
    found = report()
    every = pages(report_pdf(found))
    text = " ".join(every)
    for question in LIST.questions:
        assert question.key in text
    assert text.count("Niet gevonden.") == 8
    for number, page in enumerate(every, 1):
        assert f"pagina {number} van" in page
        assert found.mark in page
        assert "Loopbaanhuis De Kade" in page


def test_an_answer_is_never_split_over_two_pages():
    notes = [f"begin{n} {LONG} einde{n}" for n in range(30)]
    odd = [all_yes(DC_01=answer("no", note)) for note in notes]
    one = check(sample(30, *odd))
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": "2026-04-14"}]
    made = CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")
    every = pages(report_pdf(made))
    for n in range(30):
        page = next(page for page in every if f"begin{n} " in page)
        assert f"einde{n}" in page
    assert sum("DC-01 " in page for page in every) > 3


def test_the_same_facts_give_the_same_bytes():
    assert report_pdf(report()) == report_pdf(report())
    assert report_pdf(report()) != report_pdf(report(note="Anders."))


def test_a_kept_revision_is_printed_as_it_was(controllers, tmp_path):
    check_id = finished_check(controllers)
    (first,) = controllers.checks.revisions(check_id)
    before = controllers.taking.report(check_id, tmp_path / "eerst.pdf")
    controllers.checks.reopen(check_id, "Een nota ontbrak.")
    dossier = controllers.checks.file(check_id).dossiers[0].id
    controllers.checks.note(check_id, dossier, "DC-01", "Nu wel genoteerd.")
    draft = controllers.taking.report(check_id, tmp_path / "ontwerp.pdf")
    assert "ontwerp" in pages(draft.path.read_bytes())[0]
    again = controllers.taking.report(check_id, tmp_path / "weer.pdf", first.id)
    assert again.sha256 == before.sha256
    assert first.sha256 in pages(again.path.read_bytes())[0]
    assert "Nu wel genoteerd." not in " ".join(pages(again.path.read_bytes()))


def test_the_empty_list_has_a_place_for_every_question_and_dossier():
    paper = PaperList(LIST, "Loopbaanhuis De Kade", "DC-2026-1", "14 april 2026",
                      tuple(f"KZ-{n:03}" for n in range(1, 9)))  # fmt: skip
    pdf = paper_pdf(paper)
    every = pages(pdf)
    text = " ".join(every)
    for n in range(1, 9):
        assert f"KZ-{n:03}" in text
    for question in LIST.questions:
        assert text.count(f"{question.key} ") >= 2  # two sheets of at most six dossiers
    assert "1 ja · 2 gedeeltelijk · 3 nee" in every[0]
    assert paper_pdf(paper) == pdf


# --- what follows a check, and its proof


def text_of(pages_) -> str:
    return " ".join(pages_.text(page) for page in range(len(pages_.sizes)))


def test_what_was_looked_at_again_and_reacted_to_and_decided_stands_in_chapters(controllers):
    earlier = finished_check(controllers)
    do = controllers.checks
    do.reopen(earlier, "Een maatregel.")
    do.edit_finding(earlier, "DC-01", "measure", "Maak een POP.")
    do.finish(earlier)
    centre_id = do.file(earlier).centre_id
    again = do.plan(centre_id, controllers.today())
    do.start(again)
    do.add_dossiers(again, "KZ-101")
    (recheck,) = do.follow(again).rechecks
    do.recheck(again, recheck.id, RecheckOutcome.PARTLY, "Een deel is er nu.")
    told = text_of(controllers.taking.report_pages(again))
    assert "Opnieuw bekeken vaststellingen" in told
    assert "Deels opgelost" in told
    assert "Een deel is er nu." in told
    assert do.file(earlier).reference in told
    do.begin_round(earlier, controllers.today())
    do.add_reaction(earlier, "DC-01", ReactionKind.FACT, "Er was er een.", controllers.today())
    do.take_step(centre_id, Rung.NOTICE, "Genoeg.", check_id=earlier, against_why="Eerder beslist.")
    told = " ".join(text_of(controllers.taking.report_pages(earlier)).split())
    for said in (
        *("ging het ontwerp naar het centrum", "Feit klopt niet: Er was er een."),
        *("nog te beslissen", "Aanmaning", "Genoeg.", "Anders dan het voorstel: Eerder beslist."),
        "vallen buiten het kenmerk",
    ):
        assert said in told, said
    assert "Voorstel: vraag om verbetering" not in told, "nobody decided it"
    final = do.revisions(earlier)[-1]
    assert final.sha256 in told.replace(" ", "")


def test_a_check_that_nothing_followed_says_so(controllers):
    check_id = finished_check(controllers)
    told = text_of(controllers.taking.report_pages(check_id))
    assert "Er waren geen vaststellingen van een vorige controle te bekijken." in told
    assert "Er is nog geen reactie van het centrum." in told
    assert "geen stap op de ladder beslist" in told
    assert "buiten het kenmerk" not in told


def picture(kind="PNG", size=(900, 600)) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, (40, 90, 160)).save(target, kind)
    return target.getvalue()


@pytest.fixture
def proven(controllers):
    """Pictures, a PDF, a text and a damaged picture as proof of answers; open again."""
    check_id = finished_check(controllers)
    controllers.checks.reopen(check_id, "Bewijs erbij.")
    file = controllers.checks.file(check_id)
    with controllers._store.look() as session:
        answers = [one.id for one in queries.answers_of(session, file.dossiers[0].id)]
    pdf = paper_pdf(PaperList(LIST, "De Kade", "DC-2026-1", "", ()))
    brought = (
        *(Pasted("foto.png", picture()), Pasted("plan.pdf", pdf), Pasted("nota.txt", b"POP")),
        *(Pasted("scan.jpg", picture("JPEG", (500, 900))), Pasted("stuk.png", picture()[:60])),
    )
    for one, answer_ in zip(brought, answers, strict=False):
        controllers.attachments.add(file.centre_id, [one], ("checklist_answer", answer_))
    return check_id


def pictures_in(pdf: bytes) -> int:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return sum(len(page.images) for page in reader.pages)


def test_proof_comes_along_small_only_when_asked(controllers, proven, tmp_path):
    bare = controllers.taking.report(proven, tmp_path / "zonder.pdf").path.read_bytes()
    full = controllers.taking.report(proven, tmp_path / "met.pdf", pictures=True)
    again = controllers.taking.report(proven, tmp_path / "weer.pdf", pictures=True)
    assert full.sha256 == again.sha256
    assert pictures_in(bare) == 0
    assert pictures_in(full.path.read_bytes()) == 3
    told = " ".join(pages(full.path.read_bytes()))
    chapter = told[told.rindex("Bewijsstukken") :]
    for name in ("foto.png", "plan.pdf", "nota.txt", "scan.jpg", "stuk.png"):
        assert name in chapter
        assert name in " ".join(pages(bare))
    assert "KZ-001" in chapter
    assert "bladzijde 1 van" in chapter
    assert "geen beeld" in chapter
    assert "niet meer te lezen" in chapter
    assert "persoonsgegevens" in chapter
    assert "Bewijsstukken" not in " ".join(pages(bare))
    every = controllers.checks.content(proven)
    assert mark_of(canonical(every)) in chapter + told


def test_a_content_that_is_gone_does_not_stop_the_report(controllers, proven, tmp_path):
    for proof in controllers.checks.content(proven)["proofs"]:
        controllers._store.contents.drop(proof["sha256"])
    made = controllers.taking.report(proven, tmp_path / "met.pdf", pictures=True)
    assert pictures_in(made.path.read_bytes()) == 0


def test_only_an_answer_longer_than_a_page_is_split(tmp_path):
    notes = [f"begin{n} {LONG if n != 7 else LONG * 9} einde{n}" for n in range(20)]
    one = check(sample(20, *[all_yes(DC_01=answer("no", note)) for note in notes]))
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": "2026-04-14"}]
    made = CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")
    every = pages(report_pdf(made))
    for n in range(20):
        page = next(page for page in every if f"begin{n} " in page)
        assert (f"einde{n}" in page) is (n != 7), n


def test_a_long_name_in_the_head_gives_way_to_version_and_page():
    found = report()
    long = {**found.content, "centre": {**found.content["centre"], "name": "Loopbaanhuis " * 30}}
    every = pages(report_pdf(replace(found, content=long, outdated="Dit is niet de nieuwste.")))
    for number, page in enumerate(every, 1):
        assert f"pagina {number} van" in page
        assert "… · versie 1, niet de nieuwste" in page


def test_a_question_of_pages_flows_over_them_and_its_answers_stand_under_it():
    long = " ".join(f"zin{number} over het gesprek" for number in range(400))
    found = report()
    content = deepcopy(found.content)
    asked = content["checklist"]["sections"][0]["questions"][0]
    asked["text"] = long
    every = pages(report_pdf(replace(found, content=content)))
    text = " ".join(every)
    assert all(f"zin{number} " in text for number in range(400))
    last = next(at for at, page in enumerate(every) if "zin399 " in page)
    after = " ".join(every[last:])
    assert after.index(f"{asked['key']} zin0 ") > after.index("zin399 ")


@pytest.mark.parametrize(
    ("proofs", "said"),
    [
        ((Proof.NOTE, Proof.NOTE), "Bij 2 tot 5 hoort een nota."),
        ((Proof.NOTHING, Proof.NOTHING), "Bij 4 en 5 hoort een nota."),
        ((Proof.PROOF, Proof.PROOF), "Bij 2 en 3 hoort een bewijsstuk, bij 4 en 5 een nota."),
        ((Proof.PROOF, Proof.NOTHING), "Wat bij 2 en 3 hoort, staat bij de vraag;"),
    ],
)
def test_the_empty_list_says_what_its_own_questions_want_with_a_no(proofs, said):
    """It said that a note belongs with 2 to 5 on every list."""
    first, *_others = LIST.sections
    asked = tuple(
        replace(one, proof=proof) for one, proof in zip(first.questions, proofs, strict=False)
    )
    template = replace(LIST, sections=(replace(first, questions=asked),))
    text = " ".join(pages(paper_pdf(PaperList(template, "Loopbaanhuis Nete", "", "", ()))))
    assert said in text
    assert ("(bij 2 en 3: een bewijsstuk)" in text) is (len(set(proofs)) > 1)


def test_the_empty_list_takes_a_question_of_pages():
    long = " ".join(f"zin{number} over het gesprek" for number in range(800))
    first, *others = LIST.sections
    asked = replace(first.questions[0], text=long)
    first = replace(first, questions=(asked, *first.questions[1:]))
    template = replace(LIST, sections=(first, *others))
    text = " ".join(pages(paper_pdf(PaperList(template, "Loopbaanhuis Nete", "", "", ()))))
    assert all(f"zin{number} " in text for number in range(800))


# --- what a judge asks of it


def drawn_check(controllers):
    """Four of eight drawn with two spares; one left for a spare that left too; one risk pick."""
    at = centre(controllers)
    do = controllers.checks
    check_id = do.plan(at, DAY)
    do.start(check_id)
    do.edit(check_id, "visit_date", DAY)
    entries = tuple(Listed(f"KZ-{n:03}") for n in range(1, 9))
    do.draw(check_id, DrawWish(entries, 4, 2, seed="appelboom", list_name="lijst.csv"))
    first = do.file(check_id).dossiers[0]
    spare = do.replace_dossier(check_id, first.id, "Niet meer in het archief.")
    do.replace_dossier(check_id, spare, "Begeleiding liep nog.")
    do.add_dossiers(check_id, "KZ-900", "Een klacht over de uren.")
    file = do.file(check_id)
    for dossier in file.dossiers:
        do.fill(check_id, dossier.id, all_yes(), dossier.number)
    return check_id


def test_it_tells_how_the_sample_stands_in_the_words_of_the_screen(controllers):
    check_id = drawn_check(controllers)
    desk = controllers.checks.desk(check_id)
    told = text_of(controllers.taking.report_pages(check_id))
    told = " ".join(told.replace("\u00a0", " ").split())
    assert "Startwaarde appelboom" in told
    assert "trekking narekenen" in told
    assert "4 van de 8 nagekeken, 0 fout: met 95 % zekerheid hoogstens" in told
    assert desk.assurance.sentence in told
    for pick in desk.picks:
        for number, why in pick.left:
            assert f"{number} werd vervangen door reserve" in told
            assert why in told
    assert sum(len(pick.left) for pick in desk.picks) == 2
    assert (
        "KZ-900 is gekozen om een risico, los van de steekproef: Een klacht over de uren." in told
    )
    assert "Alle 4 getrokken dossiers beantwoorden aan" in told
    assert "Het om een risico gekozen dossier beantwoordt aan" in told
    for word in ("zaad", "loting", "geloot", "nagegaan"):
        assert word not in told.lower(), word


def test_the_sentence_over_all_dossiers_is_kept_with_the_check(store, controllers):
    check_id = drawn_check(controllers)
    controllers.checks.finish(check_id)
    (final,) = controllers.checks.revisions(check_id)
    kept = kept_content(store, check_id, final.id)
    assert kept["outcome"]["sample"].startswith("4 van de 8 nagekeken, 0 fout")


def test_a_second_version_says_why_the_first_was_opened_again_to_the_service_alone(controllers):
    check_id = finished_check(controllers)
    controllers.checks.reopen(check_id, "Het centrum bezorgde nog een stuk.")
    controllers.checks.finish(check_id)
    first, second = controllers.checks.revisions(check_id)
    why, do = "Reden: Het centrum bezorgde nog een stuk.", controllers.taking
    theirs = partial(do.report_pages, use=SheetUse.CENTRE)
    for pages_of in (do.report_pages, theirs, do.closing_pages):
        told = " ".join(text_of(pages_of(check_id)).split())
        assert "Versie 1 werd op" in told and "opnieuw geopend door Lotte Verhaegen." in told
        assert (why in told) is (pages_of == do.report_pages), "the why stays with the service"
        earlier = text_of(pages_of(check_id, first.id))
        assert "opnieuw geopend" not in earlier and why not in earlier


def test_the_heaviest_finding_comes_first_and_the_order_of_the_list_after_that():
    grades = {key: grade for key, grade in zip(
        ("DC-01", "DC-05", "DC-10", "DC-11"), (Grade.MINOR, Grade.MAJOR, Grade.OBSERVATION,
        Grade.MAJOR), strict=True)}  # fmt: skip
    odd = all_yes(**{key.replace("-", "_"): answer("no", "Niet.") for key in grades})
    one = check(sample(2, odd))
    weighed = tuple(replace(f, grade_override=grades[f.question_key]) for f in one.findings)
    one = replace(one, findings=weighed)
    made = CheckReport(content_of(one, rows_of(one), plain(closing_of(one, {}, DAY))), "versie 1")
    told = " ".join(pages(report_pdf(made)))
    told = told[told.index("4. Vaststellingen") : told.index("5. Wat goed loopt")]
    heads = [LIST.question(key).short for key in ("DC-05", "DC-11", "DC-01", "DC-10")]
    places = [told.index(f"{number}. {head}") for number, head in enumerate(heads, 1)]
    assert places == sorted(places)


def test_an_answer_nobody_could_judge_is_called_as_on_the_screen():
    odd = all_yes(DC_17=answer("not_checked", "Niet in het dossier."))
    one = check(sample(2, odd))
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": "2026-04-14"}]
    made = CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")
    assert "1 antwoord luidt «niet te beoordelen»." in " ".join(pages(report_pdf(made)))


def test_a_date_in_a_narrow_column_is_not_broken(controllers):
    check_id = finished_check(controllers)
    do = controllers.checks
    day = date(2026, 11, 29)
    do.begin_round(check_id, controllers.today())
    do.add_reaction(check_id, "DC-01", ReactionKind.FACT, "Er was er een.", controllers.today())
    found = controllers.checks.content(check_id)
    found["reactions"] = [{**one, "received_on": day.isoformat()} for one in found["reactions"]]
    made = CheckReport(found, "versie 1", since={"reactions": found["reactions"]})
    reader = pypdf.PdfReader(BytesIO(report_pdf(made)))
    lines = "\n".join(page.extract_text() for page in reader.pages).replace("\u00a0", " ")
    assert "29 november 2026" in lines


LISTED = tuple(Listed(f"KZ-{n:03}") for n in range(1, 9))


def followed_up(controllers, kind, size=0, spares=0):
    """A second check of the same centre, drawn after the first four were finished."""
    first = drawn_check(controllers)
    do = controllers.checks
    do.finish(first)
    second = do.plan(do.file(first).centre_id, DAY)
    do.start(second)
    do.draw(second, DrawWish(LISTED, size, spares, seed="perenboom", kind=kind))
    return second, do.file(first).reference


def report_text(controllers, check_id, **how) -> str:
    told = text_of(controllers.taking.report_pages(check_id, **how))
    return " ".join(told.replace("\u00a0", " ").split())


def test_a_follow_up_names_what_was_left_out_as_the_protocol_does(controllers):
    """It told the count of what came in beside the mark of what was left of it."""
    second, earlier = followed_up(controllers, DrawKind.NEW, 2, 9)
    told = report_text(controllers, second)
    desk = controllers.checks.desk(second)
    for number in desk.sample.received.left_out:
        assert f"bij controle {earlier}: " in told and number in told
    assert desk.sample.received.fingerprint in told.replace(" ", "")
    assert "Tweede vingerafdruk" in told
    spares = len(desk.sample.draw.spares)
    assert spares < 9 and f"2 dossiers en {spares} reserve" in told


def test_the_same_dossiers_again_are_told_as_no_draw(controllers):
    second, earlier = followed_up(controllers, DrawKind.SAME)
    told = report_text(controllers, second)
    assert f"Er is niets getrokken: dit zijn alle dossiers van controle {earlier}." in told
    assert "Startwaarde" not in told
    assert "perenboom" not in told
    assert "Er is een steekproef bekeken" not in told


def test_the_limits_say_a_sample_only_where_one_was_drawn(controllers):
    do = controllers.checks
    drawn = drawn_check(controllers)
    assert "Er is een steekproef bekeken, niet alle dossiers." in report_text(controllers, drawn)
    whole = do.plan(do.file(drawn).centre_id, DAY)
    do.start(whole)
    do.draw(whole, DrawWish(LISTED, 8, seed="perenboom"))
    told = report_text(controllers, whole)
    assert "Alle dossiers van de lijst van het centrum zijn getrokken." in told
    by_hand = do.plan(do.file(drawn).centre_id, DAY)
    do.start(by_hand)
    do.add_dossiers(by_hand, "KZ-001")
    told += report_text(controllers, by_hand)
    assert "Bekeken zijn gekozen dossiers." in told
    assert "Er is een steekproef bekeken" not in told


def test_the_report_for_the_centre_holds_no_note_and_no_reason(controllers):
    """It said it was meant for the centre, with every note and every reason in it."""
    do, check_id = controllers.checks, drawn_check(controllers)
    first, second, *_others = do.file(check_id).dossiers
    do.note(check_id, first.id, "DC-01", "Lijkt op een klant van vorig jaar.")
    do.answer(check_id, first.id, "DC-01", AnswerValue.NO)
    do.override_verdict(
        check_id, second.id, Verdict.NON_CONFORM, "Vermoeden van knip- en plakwerk."
    )
    do.override_grade(check_id, "DC-01", Grade.MAJOR, "Ze doen dit overal.")
    do.edit_finding(check_id, "DC-01", "evidence", "Het blad met de doelen was leeg.")
    do.finish(check_id)
    do.begin_round(check_id, controllers.today())
    said = do.add_reaction(
        check_id, "DC-01", ReactionKind.FACT, "Er was er een.", controllers.today()
    )
    do.judge_reaction(check_id, said, ReactionOutcome.REJECTED, "Ongeloofwaardig.")
    kept = ("Lijkt op een klant", "Vermoeden van knip-", "Ze doen dit", "Ongeloofwaardig",
            "Een klacht over de uren")  # fmt: skip
    ours = report_text(controllers, check_id)
    assert "Alleen voor de dienst: bevat nota's en redenen." in ours
    assert all(word in ours for word in kept)
    theirs = report_text(controllers, check_id, use=SheetUse.CENTRE)
    assert "Voor het centrum: zonder nota's en redenen van de dienst." in theirs
    assert "alleen voor de dienst" not in theirs.lower()
    assert not [word for word in kept if word in theirs]
    for word in (
        *("KZ-900 is gekozen om een risico, los van de steekproef.", "Er was er een."),
        *("Niet aanvaard", "Het blad met de doelen was leeg.", "Begeleiding liep nog."),
        do.revisions(check_id)[-1].sha256,
    ):
        assert word in theirs.replace(" ", "") or word in theirs, word
    protocol = text_of(controllers.outgoing.protocol_pages(check_id))
    assert "KZ-900: gekozen om een risico" in protocol
    assert "klacht over de uren" not in protocol
    assert "lleen voor de dienst" in text_of(
        controllers.taking.difference_pages(check_id, do.revisions(check_id)[0].id)
    )


def test_the_report_for_the_centre_tells_a_draw_without_the_reason_of_the_service(controllers):
    do, first = controllers.checks, drawn_check(controllers)
    do.finish(first)
    second = do.plan(do.file(first).centre_id, DAY)
    do.start(second)
    why = "Na een klacht over de uren."
    wish = DrawWish(LISTED, 2, 1, seed="perenboom", kind=DrawKind.NEW, why=why)
    do.draw(second, wish)
    ours = report_text(controllers, second)
    assert f"Reden {why}" in ours
    theirs = report_text(controllers, second, use=SheetUse.CENTRE)
    assert why not in theirs and "Reden" not in theirs
    drawn = ours[ours.index("Soort trekking") : ours.index("narekenen")]
    assert drawn.replace(f"Reden {why} ", "") in theirs, "the rest of the draw stays to be checked"


def test_a_step_that_ended_stands_as_ended_in_both_reports(controllers):
    do, check_id = controllers.checks, finished_check(controllers)
    at = do.file(check_id).centre_id
    step = do.take_step(at, Rung.COACHING, "Eerst.", check_id=check_id, against_why="Zo beslist.")
    assert "Geldt niet meer" not in report_text(controllers, check_id, use=SheetUse.CENTRE)
    do.end_step(step, controllers.today(), "Alles is in orde.")
    ended = f"Geldt niet meer sinds {long_date(controllers.today())}"
    assert f"{ended}: Alles is in orde." in report_text(controllers, check_id)
    theirs = report_text(controllers, check_id, use=SheetUse.CENTRE)
    assert ended in theirs and f"{ended}:" not in theirs
    assert "Alles is in orde." not in theirs


def test_a_reaction_to_a_finding_that_was_taken_away_names_it(controllers):
    """The report printed the id of the finding, in 32 hexadecimal signs."""
    do = controllers.checks
    check_id = finished_check(controllers)
    do.reopen(check_id, "Een vaststelling te veel.")
    do.add_finding(check_id, Grade.OBSERVATION, "Het tempo ligt hoog.", criterion="Tempo")
    finding = next(one for one in do.file(check_id).findings if one.criterion == "Tempo")
    do.begin_round(check_id, controllers.today())
    do.add_reaction(
        check_id, finding.key, ReactionKind.FACT, "Dat klopt niet.", controllers.today()
    )
    do.remove_finding(check_id, finding.key)
    told = report_text(controllers, check_id)
    assert "Het tempo ligt hoog. Feit klopt niet: Dat klopt niet." in told
    assert finding.id.hex not in told.replace(" ", "")


def test_a_check_that_has_not_begun_has_no_paper_of_what_was_seen(controllers, tmp_path):
    do, taking = controllers.checks, controllers.taking
    check_id = do.plan(centre(controllers), DAY)
    for paper in (taking.report, taking.closing):
        with pytest.raises(VisitNotBegun):
            paper(check_id, tmp_path / "papier.pdf")
    for printed in (taking.report_pages, taking.closing_pages):
        with pytest.raises(VisitNotBegun):
            printed(check_id)
    with pytest.raises(VisitNotBegun):
        do.sign(check_id, SeenDraft("An Jansen"), do.closing(check_id).shown_sha256)
    assert not (tmp_path / "papier.pdf").exists()
    taking.paper(check_id, tmp_path / "leeg.pdf")


def test_a_check_that_has_begun_without_dossiers_prints_no_empty_heading(controllers):
    check_id = controllers.checks.plan(centre(controllers), DAY)
    controllers.checks.start(check_id)
    told = " ".join(text_of(controllers.taking.report_pages(check_id)).split())
    assert "Besluit" not in told
    assert "7. Opnieuw bekeken vaststellingen" in told
    assert "0 dossiers" not in told
    assert "Kader: nog geen dossiers" in told
    assert "12. Ingevulde controlelijst Er is nog niets ingevuld." in told
