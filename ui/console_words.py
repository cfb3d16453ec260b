"""The Dutch of the console's own words: argparse asks its words by one door, and so do we."""

from __future__ import annotations

import argparse
from datetime import date

DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toont deze uitleg",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r bestaat niet; kies uit %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r is hier geen geldige waarde",
    "expected one argument": "hier hoort één waarde bij",
    "expected at most one argument": "hier hoort hoogstens één waarde bij",
    "expected at least one argument": "hier hoort minstens één waarde bij",
    "expected %s argument": "hier hoort %s waarde bij",
    "expected %s arguments": "hier horen %s waarden bij",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "een van deze is nodig: %s",
    "unrecognized arguments: %s": "dit hoort er niet bij: %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan verschillende dingen betekenen: %(matches)s"
    ),
    "not allowed with argument %s": "dit gaat niet samen met %s",
    "ignored explicit argument %r": "hier hoort geen waarde bij: %r",
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "%(parser_name)r bestaat niet; kies uit %(choices)s"
    ),
    "can't open '%(filename)s': %(error)s": "%(filename)s gaat niet open: %(error)s",
}
"""By what argparse says itself; a test holds it beside the argparse that runs."""
HELP = {
    "create": "een nieuw bestand",
    "demo": "een bestand met een jaar verzonnen werk",
    "import": "een lijst van centra, een ingevulde controlelijst of beoordeling, of een lijst zelf",
    "list": "een lijst tonen",
    "centre": "één centrumdossier",
    "export": "controlelijst, beoordeling of alle antwoorden als werkmap; papieren als pdf",
    "letter": "een brief als pdf",
    "verify": "of de geschiedenis heel is",
    "term": "de laatste dag van een termijn, en hoe hij geteld is",
    "sample": "dossiers trekken uit een lijst, zodat iedereen het kan overdoen",
    "assurance": "wat een steekproef over alle dossiers zegt",
    "screens": "beelden van elke bladzijde van de demonstratie",
    "tour": "het hele werk zonder scherm: lijst, controle, werkmap, brief, beelden",
}
"""What each verb does, in the words of the manual."""


def speak_dutch() -> None:
    """From here on argparse says everything in Dutch; what it has no Dutch for stays English."""
    argparse._ = _dutch  # type: ignore[attr-defined]
    argparse.ngettext = _counted  # type: ignore[attr-defined]


def _dutch(words: str) -> str:
    return DUTCH.get(words, words)


def _counted(one: str, many: str, count: int) -> str:
    return _dutch(one if count == 1 else many)


def day_typed(text: str) -> date:
    """A day as an option gives it. Raises ArgumentTypeError, which says how it is written."""
    try:
        return date.fromisoformat(text)
    except ValueError as failure:
        said = f"{text!r} is geen dag; schrijf JJJJ-MM-DD, zoals 2026-12-31"
        raise argparse.ArgumentTypeError(said) from failure
