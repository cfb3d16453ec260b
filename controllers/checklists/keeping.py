"""The library: questions kept to be used again in other checklists."""

from typing import Any
from uuid import UUID

from controllers.checklists.questions import add, free_key
from controllers.checklists.steps import Steps
from models.checklists import queries, rules
from models.checklists.entities import LibraryQuestion
from models.checklists.rules.columns import columns_of
from models.checklists.values import ChecklistUnknown, LibraryThemeMissing, Question
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.kernel.typed import check_room
from models.store.gate import longest

OWN = ("asked_after", "asked_values")
"""A condition names a question of its own checklist, so it does not come along."""


class Keeping(Steps):
    """Questions to and from the library; a kept one is a copy, bound to nothing."""

    def keep_from(self, key: str, version: int, question_key: str, theme: str) -> UUID:
        """Keep a copy of a question of any version. Raises ChecklistUnknown."""
        with self._store.look() as session:
            try:
                asked = queries.template(session, key, version).question(question_key)
            except KeyError as missing:
                raise ChecklistUnknown(key=key, version=version) from missing
        return self._keep(asked, theme)

    def take_from_library(
        self, section_id: UUID, library_id: UUID, after: UUID | None = None
    ) -> UUID:
        """Put a copy of a kept question in a section, under a free number. Raises Gone."""
        label = N_("Take question from library")
        with self._change_section(label, section_id) as (session, section):
            kept = session.get(LibraryQuestion, library_id)
            if kept is None or kept.deleted:
                raise Gone
            words = columns_of(queries.question(kept))
            words["key"] = free_key(session, section.version_id, kept.key)
            return add(session, section, words, after)

    def remove_from_library(self, library_id: UUID) -> None:
        """Take a question out of the library; checklists that took it keep theirs."""
        with self._store.look() as looking:
            about = _kept(looking.get(LibraryQuestion, library_id)).key
        with self._store.change(N_("Remove question from library"), about) as session:
            session.delete(_kept(session.get(LibraryQuestion, library_id)))

    def _keep(self, asked: Question, theme: str) -> UUID:
        under = rules.checked_text(theme, "theme")
        if under is None:
            raise LibraryThemeMissing(field="theme")
        table = LibraryQuestion.metadata.tables[LibraryQuestion.__tablename__]
        check_room(under, longest(table, "theme"), "theme")
        words: dict[str, Any] = {**columns_of(asked), **dict.fromkeys(OWN)}
        with self._store.change(N_("Keep question in library"), asked.key) as session:
            row = LibraryQuestion(theme=under, **words)
            session.add(row)
            session.flush()
            return row.id


def _kept(row: LibraryQuestion | None) -> LibraryQuestion:
    if row is None or row.deleted:
        raise Gone
    return row
