"""A finished check at a centre, made through the controllers as an officer would."""

from datetime import date
from uuid import UUID

from controllers.bundle import Controllers
from controllers.checks.closing import SeenDraft
from models.checks.queries import revisions as kept
from models.checks.rules.content import Content, read
from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer
from models.store.store import Store

DAY = date(2026, 4, 14)
NUMBER = "0566988259"


def settle(controllers: Controllers, **but: str) -> None:
    """An office that set what letters need; `but` overrules, empty leaves a gap."""
    words = {
        "officer_name": "Lotte Verhaegen",
        "officer_email": "lotte.verhaegen@vdab.example",
        "officer_phone": "02 506 12 05",
        "officer_function": "kwaliteitsmedewerker",
    }
    for key, text in (words | but).items():
        if text:
            controllers.settings.edit(key, text)


def centre(controllers: Controllers) -> UUID:
    made = controllers.centres.add(NUMBER, "Loopbaanhuis De Kade")
    for field, value in {
        "street": "Kaai",
        "house_number": "12",
        "postal_code": "9000",
        "locality": "Gent",
    }.items():
        controllers.centres.edit(made, field, value)
    controllers.centres.add_contact(made, "Jansen")
    return made


def finished_check(controllers: Controllers, day: date = DAY) -> UUID:
    """Six dossiers; in three of them the first question is no."""
    return another_check(controllers, centre(controllers), day)


def another_check(controllers: Controllers, at: UUID, day: date = DAY) -> UUID:
    """The same at a centre that is there already."""
    check = controllers.checks.plan(at, day)
    controllers.checks.start(check)
    controllers.checks.edit(check, "visit_date", day)
    controllers.checks.add_dossiers(check, "\n".join(f"KZ-{n:03}" for n in range(1, 7)))
    file = controllers.checks.file(check)
    for place, dossier in enumerate(file.dossiers):
        answers = {
            question.key: ChecklistAnswer(hours_registered=7.0, hours_documented=7.0)
            if question.answer_type is AnswerType.HOURS_COMPARE
            else ChecklistAnswer(AnswerValue.YES)
            for question in file.template.questions
        }
        if place < 3:
            first = file.template.questions[0].key
            answers[first] = ChecklistAnswer(AnswerValue.NO, "Niet gevonden in het dossier.")
        controllers.checks.fill(check, dossier.id, answers, dossier.number)
    controllers.checks.finish(check)
    return check


def signed(controllers: Controllers, check: UUID, name: str = "An Jansen") -> UUID:
    """Somebody of the centre saw the summary; gives the last moment that was kept."""
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.sign(check, SeenDraft(name), shown)
    return controllers.checks.revisions(check)[-1].id


def kept_content(store: Store, check: UUID, revision: UUID) -> Content:
    """What stands in a check as it was kept at one moment."""
    with store.look() as session:
        return read(kept.contents(session, check)[revision])
