"""The headings of a checklist: added, renamed, moved, removed."""

from uuid import UUID

from controllers.checklists.steps import Steps, put_at
from models.checklists import queries, rules
from models.checklists.entities import ChecklistSection
from models.kernel.text import N_
from models.kernel.typed import check_room
from models.store.gate import longest


class Sections(Steps):
    """Sections of a version that may still change."""

    def add_section(self, version_id: UUID, title: str, position: int | None = None) -> UUID:
        """Add a heading at the end, or at a place counted from 0."""
        kept = _title(title)
        with self._change(N_("Add section"), version_id) as (session, row):
            standing = queries.sections(session, row.id)
            taken = {section.key for section in standing}
            free = next(key for n in range(1, len(taken) + 2) if (key := f"s{n}") not in taken)
            place = len(standing) if position is None else position
            added = ChecklistSection(version_id=row.id, key=free, title=kept, position=0)
            session.add(added)
            put_at(standing, added, place)
            session.flush()
            return added.id

    def edit_section(self, section_id: UUID, title: str) -> None:
        kept = _title(title)
        with self._change_section(N_("Edit section"), section_id) as (_, section):
            section.title = kept

    def move_section(self, section_id: UUID, position: int) -> None:
        """Put a heading with its questions at another place, counted from 0."""
        with self._change_section(N_("Move section"), section_id) as (session, section):
            put_at(queries.sections(session, section.version_id), section, position)

    def remove_section(self, section_id: UUID) -> None:
        """Take a heading out with all its questions; undo brings all of it back."""
        with self._change_section(N_("Remove section"), section_id) as (session, section):
            for question in queries.questions_in(session, section.id):
                session.delete(question)
            session.delete(section)


def _title(text: str) -> str:
    kept = rules.checked_section(text)
    table = ChecklistSection.metadata.tables[ChecklistSection.__tablename__]
    check_room(kept, longest(table, "title"), "title")
    return kept
