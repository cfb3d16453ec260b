"""Names of legal forms as the official papers write them, and names made comparable."""

import re

from models.kernel.words import clean, fold

_FORMS = {
    "BV": (
        "bv bvba sprl srl ebvba sprlu bvo beslotenvennootschap sociétéàresponsabilitélimitée"
        " beslotenvennootschapmetbeperkteaansprakelijkheid"
    ),
    "NV": "nv sa naamlozevennootschap sociétéanonyme",
    "VZW": "vzw asbl verenigingzonderwinstoogmerk associationsansbutlucratif",
    "IVZW": "ivzw aisbl internationaleverenigingzonderwinstoogmerk",
    "CV": "cv cvba cvoa sc scrl coöperatievevennootschap cooperatievevennootschap"
    " sociétécoopérative",
    "VOF": "vof snc vennootschaponderfirma sociétéennomcollectif",
    "CommV": "commv gcv comv scomm scs commanditairevennootschap gewonecommanditairevennootschap"
    " sociétéencommandite",
    "eenmanszaak": "eenmanszaak ez natuurlijkpersoon natuurlijkepersoon personnephysique"
    " zelfstandige eenpersoonszaak ondernemingnatuurlijkpersoon indépendant",
    "stichting": "stichting privatestichting fondation fondationprivée stichtingvanopenbaarnut",
    "maatschap": "maatschap sociétésimple burgerlijkemaatschap",
    "feitelijke vereniging": "feitelijkevereniging fv associationdefait",
}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def _squashed(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


_FORM_OF = {_squashed(word): form for form, words in _FORMS.items() for word in words.split()}


def legal_form(raw: object) -> str:
    """The legal form of today: B.V., BVBA and SRL are BV; natuurlijk persoon is eenmanszaak.

    A form that is not known stays as it was written; nothing stays nothing.
    """
    text = clean("" if raw is None else str(raw))
    return _FORM_OF.get(_squashed(text), text)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, written otherwise: capitals, accents, signs, the legal form."""
    return legal_name_key(one) == legal_name_key(other)


def legal_name_key(name: str) -> str:
    """A name made comparable: without accents, capitals, punctuation and legal form."""
    words = _NOT_LETTERS.sub(" ", fold(name).replace(".", "")).split()
    kept = [word for word in words if word not in _FORM_OF]
    return " ".join(kept or words)
