"""How every letter is put together: places filled, what is missing, the document to be printed.

What a letter speaks of is told by the module of its kind; this one knows no subject.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.centres.values import CentreFile
from models.kernel.wording import long_date
from models.letters.rules.addressing import (
    addressee_lines,
    first_contact,
    most_lines,
    salutation,
    tidy_lines,
)
from models.letters.rules.blocks import blocks, fill, missing_mark, varied_body, varied_subject
from models.letters.rules.template import common, place_label, used_places
from models.letters.values import (
    Block,
    LetterDocument,
    LetterDraft,
    LetterTemplate,
    Outline,
    PlaceFile,
    Proposal,
)
from models.settings.values import Settings

OUTSIDE_BODY = ("addressee", "your_message_of", "your_reference", "signatory_name")
AFTER_BODY = ("signatory_function",)
ALWAYS_OPTIONAL = frozenset({"your_message_of", "your_reference", "signatory_function"})
FROM_DISPATCH = (
    "Voorgesteld vanaf de datum van de brief. De termijn loopt pas vanaf de verzending: verstuurt u"
    " de brief later, pas dan de datum aan."
)


def _no_tables() -> Mapping[str, Block]:
    return {}


@dataclass(frozen=True, slots=True)
class Making:
    """Everything a letter is made of, gathered once by the module of its kind."""

    template: LetterTemplate
    variants: tuple[str, ...]
    settings: Settings
    letter_date: date | None
    reference: str
    proposals: Mapping[str, Proposal]
    """What the program fills in by itself, by place."""
    tables: Callable[[], Mapping[str, Block]] = _no_tables
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    fixed: frozenset[str] = frozenset()
    """Places that follow from facts elsewhere and are not written in the letter."""
    optional: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()
    itemised: frozenset[str] = frozenset()
    """Places of which every line after the first is a bullet."""
    incomplete: frozenset[str] = frozenset()
    """Places that hold something, but not all of it."""
    first_missing: tuple[str, ...] = ()
    """What stands in the way without being a place."""


def draft(making: Making, typed: Mapping[str, str]) -> LetterDraft:
    """The letter as it stands; `typed` are the places the officer wrote, by key."""
    places = _places(making, typed)
    missing = _missing(making, places)
    return LetterDraft(places, missing, _document(making, places, bool(missing)), making.variants)


def outline(making: Making, typed: Mapping[str, str]) -> Outline:
    """As `draft`, without setting the document: for a page of a list of letters."""
    places = _places(making, typed)
    values = {place.key: place.value for place in places}
    subject = fill(varied_subject(making.template, making.variants), values)
    return Outline(making.template.title, subject, _missing(making, places))


def shared_proposals(
    centre: CentreFile, settings: Settings, template: LetterTemplate, officer: str = ""
) -> dict[str, Proposal]:
    """The places of every letter: whom it goes to, who answers questions, who signs."""
    own = not settings.signatory_name
    name = settings.officer_name if own else settings.signatory_name
    function = settings.officer_function if own else settings.signatory_function
    return {
        "addressee": Proposal("\n".join(addressee_lines(centre))),
        "salutation": Proposal(salutation(first_contact(centre))),
        "contact_name": Proposal(settings.officer_name or officer),
        "contact_email": Proposal(settings.officer_email),
        "contact_phone": Proposal(settings.officer_phone),
        "closing": Proposal(settings.closing or template.closing),
        "signatory_name": Proposal(name),
        "signatory_function": Proposal(function),
    }


def _places(making: Making, typed: Mapping[str, str]) -> tuple[PlaceFile, ...]:
    text = varied_subject(making.template, making.variants)
    text += varied_body(making.template, making.variants)
    keys = dict.fromkeys((*OUTSIDE_BODY, *used_places(text), *AFTER_BODY))
    return tuple(_place(key, making, typed) for key in keys)


def _place(key: str, making: Making, typed: Mapping[str, str]) -> PlaceFile:
    proposal = making.proposals.get(key, Proposal(""))
    editable = key not in making.fixed
    wrote = typed.get(key, "").strip() if editable else ""
    return PlaceFile(
        key=key,
        label=place_label(key),
        value=wrote or proposal.text,
        proposed=proposal.text,
        typed=bool(wrote),
        long=key == "addressee" or key in making.long,
        explanation=proposal.why,
        editable=editable,
        unlike=proposal.unlike if wrote and wrote != proposal.text else "",
    )


def _missing(making: Making, places: Sequence[PlaceFile]) -> tuple[str, ...]:
    """What stands between this letter and paper, beginning with what is to be done elsewhere."""
    optional = making.optional | ALWAYS_OPTIONAL
    holes = [
        place.key
        for place in places
        if place.key not in optional and (not place.value or place.key in making.incomplete)
    ]
    undated = () if making.letter_date else ("letter_date",)
    return (*making.first_missing, *holes, *undated)


def _document(making: Making, places: Sequence[PlaceFile], is_draft: bool) -> LetterDocument:
    template, variants, settings = making.template, making.variants, making.settings
    values = {place.key: place.value for place in places}
    shared = common()
    enclosures = template.enclosures
    many = "one" if len(enclosures) == 1 else "many"
    return LetterDocument(
        title=template.title,
        language=template.language,
        sender_name=settings.sender_name,
        sender_lines=_sender_lines(settings),
        addressee_lines=_addressee(values["addressee"]),
        references=_references(making, values),
        contact_lines=_contact_lines(values),
        subject=fill(varied_subject(template, variants), values),
        salutation=f"{values['salutation'] or missing_mark('salutation')},",
        blocks=blocks(
            template,
            values,
            tables=making.tables(),
            lists=making.lists,
            variants=variants,
            optional=making.optional,
            itemised=making.itemised,
        ),
        closing=f"{values['closing'] or missing_mark('closing')},",
        signatory_name=values["signatory_name"] or missing_mark("signatory_name"),
        signatory_function=values["signatory_function"],
        enclosures=enclosures,
        subject_label=str(shared["subject_label_nl"]),
        enclosures_label=str(shared["enclosures_label_nl"][many]) if enclosures else "",
        layout={**shared["layout"], "window_side": settings.window_side},
        draft=is_draft,
    )


def _sender_lines(settings: Settings) -> tuple[str, ...]:
    return tuple(line for line in (*settings.sender_address_lines, settings.sender_phone) if line)


def _addressee(text: str) -> tuple[str, ...]:
    return tidy_lines(text)[: most_lines()] or (missing_mark("addressee"),)


def _references(making: Making, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    day = making.letter_date
    said = {
        **values,
        "our_reference": making.reference,
        "place_and_date": long_date(day) if day else missing_mark("letter_date"),
    }
    return tuple(
        (str(line["label_nl"]), said.get(line["key"], "")) for line in common()["reference_line"]
    )


def _contact_lines(values: Mapping[str, str]) -> tuple[str, ...]:
    """Name, phone and e-mail of who answers questions; paper puts the label before them."""
    fields = (values.get(f"contact_{part}", "") for part in common()["handler_line"]["fields"])
    return tuple(line for line in fields if line)
