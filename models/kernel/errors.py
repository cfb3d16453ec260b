"""What can go wrong on purpose. Anything else that is raised is a bug of ours."""

from typing import ClassVar

from models.kernel.text import N_, _
from models.kernel.wording import say


class AppError(Exception):
    """An expected failure that carries the sentence to show.

    `field` names the field the sentence belongs to; `facts` fill the places of the sentence.
    """

    sentence: ClassVar[str] = N_("Something went wrong.")

    def __init__(self, *, field: str | None = None, **facts: object) -> None:
        super().__init__(self.sentence)
        self.field = field
        self.facts = facts

    @property
    def code(self) -> str:
        """The name of this failure for the console: stable, in snake case."""
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in type(self).__name__).lstrip(
            "_"
        )

    def __str__(self) -> str:
        return _(self.sentence).format(**{name: say(fact) for name, fact in self.facts.items()})


class Refused(AppError):
    """A rule of the trade says no. The person can do something about it."""


class Gone(Refused):
    sentence = N_("This record no longer exists.")


class Conflict(Refused):
    sentence = N_("This was changed in the meantime and can no longer be undone.")


class Unavailable(AppError):
    """The world says no: disk, lock, key, damaged file."""

    sentence = N_("The file cannot be reached: {reason}")


class Cancelled(AppError):
    """The person changed their mind. Nothing to show."""
