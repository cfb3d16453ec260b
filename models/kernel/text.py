"""Words for people: the one translation function every room uses, Qt or no Qt."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

_catalogue = NullTranslations()
_for_a_while: ContextVar[NullTranslations | None] = ContextVar("_for_a_while", default=None)


def use(catalogue: NullTranslations) -> None:
    """Speak the given catalogue from now on."""
    global _catalogue  # noqa: PLW0603 - set once, at start
    _catalogue = catalogue


@contextmanager
def speaking(catalogue: NullTranslations) -> Iterator[None]:
    """Speak another catalogue inside the `with`, on this thread only: paper stays Dutch."""
    token = _for_a_while.set(catalogue)
    try:
        yield
    finally:
        _for_a_while.reset(token)


def _(sentence: str) -> str:
    return (_for_a_while.get() or _catalogue).gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for one or for many; fill in {count} afterwards."""
    return (_for_a_while.get() or _catalogue).ngettext(one, many, count)


def N_(sentence: str) -> str:
    """Mark a sentence for translators; it is translated where it is shown."""
    return sentence
