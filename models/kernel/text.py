"""Words for people: the one translation function every room uses, Qt or no Qt."""

from gettext import NullTranslations

_catalogue = NullTranslations()


def use(catalogue: NullTranslations) -> None:
    """Speak the given catalogue from now on."""
    global _catalogue  # noqa: PLW0603 - set once, at start
    _catalogue = catalogue


def _(sentence: str) -> str:
    return _catalogue.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for one or for many; fill in {count} afterwards."""
    return _catalogue.ngettext(one, many, count)


def N_(sentence: str) -> str:
    """Mark a sentence for translators; it is translated where it is shown."""
    return sentence
