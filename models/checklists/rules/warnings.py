"""What may be wrong with a checklist, in Dutch sentences; some of it keeps it from publication.

The language is weighed by its words alone, so a remark about wording is advice and never blocks.
"""

import re
from collections.abc import Iterable, Iterator

from models.checklists.rules.assessing import JUDGEMENTS
from models.checklists.values import (
    NEGATIVE,
    AnswerType,
    AnswerValue,
    ChecklistTemplate,
    Proof,
    Question,
    TemplateWarning,
    WarningKind,
)
from models.kernel.wording import decimal
from models.kernel.words import fold

_NEGATIONS = frozenset(
    {
        *("niet", "geen", "niets", "niemand", "nooit", "nergens", "zonder", "noch"),
        "evenmin",
    }
)
_NEGATIVE = frozenset(
    {
        *("ontbreekt", "ontbreken", "ontbrak", "ontbraken", "onvolledig", "onvolledige"),
        *("onduidelijk", "onduidelijke", "onjuist", "onjuiste", "onvoldoende", "afwezig"),
        *("afwezige", "vermeden", "vermijdt", "verboden", "uitgesloten", "geweigerd"),
        *("weigert", "weigerde", "nalaat", "naliet"),
    }
)
_SOFTENERS = re.compile(
    r"\b(?:ook|en dus|en ook|en|maar|dus) (?:niet|geen|niets|zonder)\b|\bniet alleen\b"
)
"""What repeats a denial or weighs it off; it does not turn it round."""
_VERBS = frozenset(
    {
        *("is", "zijn", "was", "waren", "heeft", "hebben", "had", "hadden", "wordt"),
        *("worden", "werd", "werden", "kan", "kunnen", "kon", "konden", "moet", "moeten"),
        *("mag", "mogen", "staat", "staan", "stond", "stonden", "blijkt", "blijken"),
        *("bleek", "bleken", "bevat", "bevatten", "toont", "tonen", "vermeldt"),
        *("vermelden", "kreeg", "kregen", "krijgt", "krijgen", "komt", "komen", "kwam"),
        *("kwamen", "past", "passen", "paste", "gaat", "gaan", "ging", "gingen", "gaf"),
        *("gaven", "geeft", "geven", "vraagt", "vragen", "vroeg", "vroegen", "ligt"),
        *("liggen", "richt", "richten", "volgt", "volgen", "weet", "weten", "kent"),
        *("kennen", "maakt", "maken", "maakte", "maakten", "sluit", "sluiten", "sloot"),
        *("klopt", "kloppen", "vindt", "vinden", "vond", "vonden", "legt", "leggen"),
        *("legde", "noteert", "noteren", "noteerde", "tekent", "tekende", "bewaart"),
        *("bewaren", "bewaarde", "gebruikt", "gebruikte"),
    }
)
_JOINED = re.compile(r"(?:,\s*|\s)(?:en|of)\s+(?:ook\s+)?([^\W\d_]+)")
_ABSENT_FIRST = re.compile(
    r"^[^\W\d_]+ (?:[^,?]*? )?(?:geen|niets|niemand|nooit|nergens|zonder|los van|vrij van|afwezig)"
    r"\b"
)
_EXPLAINED = re.compile(r"\bja (?:betekent|=|is hier|wil zeggen)")
SELF_EVIDENT = frozenset({AnswerType.HOURS_COMPARE, AnswerType.NUMBER})
"""Numbers show by themselves what is wrong, so they need no note."""


def warnings(template: ChecklistTemplate) -> tuple[TemplateWarning, ...]:
    """Everything to look at, in the order of the questions; what blocks says so."""
    return (*_whole(template), *_questions(template))


def blocking(template: ChecklistTemplate) -> tuple[TemplateWarning, ...]:
    """What keeps a version from being published."""
    return tuple(one for one in warnings(template) if one.blocks)


def can_fail(question: Question) -> bool:
    """Whether an answer to it can be `no` or `partial`; a fact without judgement cannot."""
    match question.answer_type:
        case AnswerType.TEXT | AnswerType.DATE:
            return False
        case AnswerType.NUMBER:
            return question.least is not None or question.most is not None
        case AnswerType.CHOICE:
            return any(option.counts_as in NEGATIVE for option in question.options)
        case _:
            return True


def proof_of(question: Question, wanted: Proof) -> Proof:
    """What a no really asks: a number needs no note beside it, so only proof can be asked."""
    if question.answer_type not in SELF_EVIDENT:
        return wanted
    return wanted if wanted is Proof.PROOF else Proof.NOTHING


def double_negative(text: str) -> bool:
    """Whether a denial denies another; `ook niet` and `niet alleen` only repeat or weigh off."""
    bare = _SOFTENERS.sub(" ", fold(text))
    words = re.findall(r"[^\W\d_]+", bare)
    denied = [word for word in words if word in _NEGATIONS]
    return len(denied) > 1 or (bool(denied) and any(word in _NEGATIVE for word in words))


def two_questions(text: str) -> bool:
    """Whether two verbs are asked at once, such as `Kreeg de klant het plan, en kan …`."""
    if text.count("?") > 1:
        return True
    return any(word in _VERBS for word in _JOINED.findall(fold(text)))


def means_absence(question: Question) -> bool:
    """Whether `yes` says that something is not there, and nothing says so in words."""
    told = fold(f"{question.text} {question.guidance}")
    return bool(_ABSENT_FIRST.search(fold(question.text))) and not _EXPLAINED.search(told)


def _whole(template: ChecklistTemplate) -> Iterator[TemplateWarning]:
    if not template.questions:
        said = "De controlelijst heeft nog geen enkele vraag."
        yield TemplateWarning(WarningKind.EMPTY, "", said, blocks=True)
    for section in template.sections:
        if not section.questions:
            said = f"De rubriek “{section.title}” heeft geen vragen."
            yield TemplateWarning(WarningKind.EMPTY, "", said, section_key=section.key)
    if template.assessment is not None and not template.assessment.legal_basis.strip():
        said = "De controlelijst noemt geen rechtsgrond; elke beslissing rust erop."
        yield TemplateWarning(WarningKind.BASIS_MISSING, "", said, blocks=True)


def _questions(template: ChecklistTemplate) -> Iterator[TemplateWarning]:
    earlier: set[str] = set()
    every = {question.key: question for question in template.questions}
    circles = _in_circles(template)
    given = set(JUDGEMENTS if template.assessment else AnswerValue)
    for question in template.questions:
        if question.key in earlier:
            yield _blocks(WarningKind.KEY_TWICE, question, "staat twee keer in de controlelijst")
        yield from _words(question)
        yield from _criterion(question) if template.assessment else _answers(question)
        yield from _condition(question, earlier, every, circles, given)
        earlier.add(question.key)


def _words(question: Question) -> Iterator[TemplateWarning]:
    if not question.text.strip():
        yield _blocks(WarningKind.TEXT_MISSING, question, "heeft nog geen vraagtekst")
        return
    if double_negative(question.text):
        yield _says(
            WarningKind.DOUBLE_NEGATIVE,
            question,
            "heeft een dubbele ontkenning; vraag het zo dat er ten hoogste één ontkenning staat",
        )
    if two_questions(question.text):
        yield _says(
            WarningKind.TWO_QUESTIONS,
            question,
            "lijkt twee vragen in één te stellen; het antwoord kan maar één keer ja of nee zijn",
        )
    if means_absence(question):
        yield _says(
            WarningKind.ABSENCE,
            question,
            "is in orde als iets er níét is; schrijf in de toelichting wat ja betekent, dan keert"
            " niemand het antwoord om",
        )
    if not question.basis.text.strip():
        yield _says(WarningKind.SOURCE_MISSING, question, "noemt geen bron; waarop rust ze?")


def _answers(question: Question) -> Iterator[TemplateWarning]:
    if question.answer_type is AnswerType.CHOICE:
        yield from _choices(question)
    least, most = question.least, question.most
    if least is not None and most is not None and least > most:
        said = f"is in orde vanaf {decimal(least)} en tot {decimal(most)}; dat kan nooit"
        yield _blocks(WarningKind.BOUNDS_TURNED_ROUND, question, said)
    if can_fail(question) and not question.finding.strip():
        said = "zegt niet wat er mis is na een nee; die zin komt in de brief aan het centrum"
        yield _blocks(WarningKind.FINDING_MISSING, question, said)


def _criterion(question: Question) -> Iterator[TemplateWarning]:
    """A criterion is judged in one way only, and its letter has no finding."""
    if question.answer_type is not AnswerType.YES_PARTIAL_NO_NA:
        said = "krijgt geen oordeel; kies als soort antwoord “Ja, gedeeltelijk, nee”"
        yield _blocks(WarningKind.KIND_NOT_JUDGED, question, said)


def _choices(question: Question) -> Iterator[TemplateWarning]:
    if not question.options:
        yield _blocks(WarningKind.OPTIONS_MISSING, question, "heeft geen antwoorden om te kiezen")
    silent = [option.text for option in question.options if option.counts_as is None]
    if silent and len(silent) < len(question.options):
        said = f"heeft een antwoord dat niet meetelt, goed noch slecht: “{silent[0]}”"
        yield _says(WarningKind.OPTION_UNSCORED, question, said)


def _condition(
    question: Question,
    earlier: set[str],
    every: dict[str, Question],
    circles: frozenset[str],
    given: set[AnswerValue],
) -> Iterator[TemplateWarning]:
    """`given`: the answers that anybody can give in this checklist."""
    asked = question.asked_when
    if asked is None:
        return
    if asked.question_key not in every:
        said = f"hangt af van {asked.question_key}, en die vraag staat niet in de controlelijst"
        yield _blocks(WarningKind.CONDITION_UNKNOWN, question, said)
    elif question.key in circles:
        said = "hangt langs een omweg af van zichzelf; zo wordt ze nooit gesteld"
        yield _blocks(WarningKind.CONDITION_CIRCLE, question, said)
    elif asked.question_key not in earlier:
        said = f"hangt af van {asked.question_key}, en die vraag komt pas later"
        yield _blocks(WarningKind.CONDITION_LATER, question, said)
    possible = _possible(every.get(asked.question_key)) & given
    if not set(asked.values) & possible:
        said = f"wordt nooit gesteld: {asked.question_key} kan dat antwoord niet krijgen"
        yield _blocks(WarningKind.CONDITION_NEVER, question, said)


def _possible(question: Question | None) -> set[AnswerValue]:
    """What the answer to a question can come to."""
    if question is None:
        return set(AnswerValue)
    found = {AnswerValue.YES, AnswerValue.NA, AnswerValue.NOT_CHECKED}
    match question.answer_type:
        case AnswerType.YES_PARTIAL_NO_NA:
            return set(AnswerValue)
        case AnswerType.CHOICE:
            return found | {option.counts_as for option in question.options if option.counts_as}
        case _:
            return found | ({AnswerValue.NO} if can_fail(question) else set())


def _in_circles(template: ChecklistTemplate) -> frozenset[str]:
    after = {
        question.key: question.asked_when.question_key
        for question in template.questions
        if question.asked_when
    }
    return frozenset(key for key in after if key in _walk(after, key))


def _walk(after: dict[str, str], key: str) -> Iterable[str]:
    met: list[str] = []
    at = after.get(key)
    while at is not None and at not in met:
        met.append(at)
        at = after.get(at)
    return met


def _says(kind: WarningKind, question: Question, words: str) -> TemplateWarning:
    return TemplateWarning(kind, question.key, f"{question.key} {words}.".replace("?.", "?"))


def _blocks(kind: WarningKind, question: Question, words: str) -> TemplateWarning:
    return TemplateWarning(kind, question.key, f"{question.key} {words}.", blocks=True)
