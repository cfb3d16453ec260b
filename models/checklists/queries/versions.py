"""Which versions of which checklists there are, and the rows the office may change."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.checklists import rules
from models.checklists.entities import (
    ChecklistQuestion,
    ChecklistSection,
    ChecklistVersion,
    LibraryQuestion,
)
from models.checklists.queries.templates import made_by_office, question
from models.checklists.values import (
    ChecklistTemplate,
    LibraryFile,
    VersionFile,
    VersionState,
)
from models.kernel.words import fold

ENGINE = ("dossier_check", "offer_check", rules.ASSESSMENT)
"""The checklists that ship with the program: two for checks, one for applications."""


def versions(session: Session) -> list[VersionFile]:
    """Every version, by title and from new to old: built in and of the office."""
    counted = (
        select(ChecklistQuestion.version_id, func.count())
        .where(ChecklistQuestion.deleted.is_(False))
        .group_by(ChecklistQuestion.version_id)
    )
    counts = {found[0]: found[1] for found in session.execute(counted)}
    made = session.scalars(select(ChecklistVersion))
    found = [*_shipped(), *(version_file(row, counts.get(row.id, 0)) for row in made)]
    newest = {one.key: one.title for one in sorted(found, key=lambda one: one.version)}
    return sorted(found, key=lambda one: (fold(newest[one.key]), one.key, -one.version))


def version_file(row: ChecklistVersion, questions: int) -> VersionFile:
    """A version of the office, without its questions."""
    return VersionFile(
        key=row.key,
        version=row.version,
        title=row.title,
        unit=row.unit,
        state=rules.state_of(row.tested_at, row.published_at, row.retired_at),
        built_in=False,
        questions=questions,
        version_id=row.id,
        based_on=row.based_on,
        remark=row.remark or "",
        tested_at=row.tested_at,
        published_at=row.published_at,
        published_by=row.published_by or "",
        retired_at=row.retired_at,
        content_sha256=row.content_sha256 or "",
    )


def state_of(session: Session, template: ChecklistTemplate) -> VersionState:
    """Where a version is; what ships with the program is published once and for all."""
    if template.version in rules.built_in(template.key):
        return VersionState.PUBLISHED
    row = made_by_office(session, template.key, template.version)
    if row is None:
        return VersionState.RETIRED
    return rules.state_of(row.tested_at, row.published_at, row.retired_at)


def shipped_file(template: ChecklistTemplate) -> VersionFile:
    """A version that ships with the program: published once and for all."""
    return VersionFile(
        key=template.key,
        version=template.version,
        title=template.title,
        unit=template.unit,
        state=VersionState.PUBLISHED,
        built_in=True,
        questions=len(template.questions),
        content_sha256=rules.mark(template),
    )


def numbers(session: Session, key: str) -> frozenset[int]:
    """The versions of a checklist that there are, the office's own and those built in."""
    wanted = select(ChecklistVersion.version).where(
        ChecklistVersion.key == key, ChecklistVersion.deleted.is_(False)
    )
    return frozenset(session.scalars(wanted)) | rules.built_in(key)


def keys(session: Session) -> frozenset[str]:
    """The keys of every checklist, also of one that was thrown away: its workbook may come back."""
    wanted = select(ChecklistVersion.key).distinct()
    known = session.scalars(wanted, execution_options={"with_deleted": True})
    return frozenset(known) | frozenset(ENGINE)


def sections(session: Session, version_id: UUID) -> list[ChecklistSection]:
    """The sections of a version as rows to change, in their order."""
    wanted = select(ChecklistSection).where(ChecklistSection.version_id == version_id)
    in_order = wanted.order_by(ChecklistSection.position, ChecklistSection.id)
    return list(session.scalars(in_order))


def questions_of(session: Session, version_id: UUID) -> list[ChecklistQuestion]:
    """The questions of a version as rows to change, in the order within their section."""
    wanted = select(ChecklistQuestion).where(ChecklistQuestion.version_id == version_id)
    in_order = wanted.order_by(ChecklistQuestion.position, ChecklistQuestion.id)
    return list(session.scalars(in_order))


def questions_in(session: Session, section_id: UUID) -> list[ChecklistQuestion]:
    """The questions of a section as rows to change, in their order."""
    wanted = select(ChecklistQuestion).where(ChecklistQuestion.section_id == section_id)
    in_order = wanted.order_by(ChecklistQuestion.position, ChecklistQuestion.id)
    return list(session.scalars(in_order))


def library(session: Session, words: str = "") -> tuple[LibraryFile, ...]:
    """Questions kept to be used again, by theme; those that hold every word when asked."""
    looked_for = fold(words).split()
    rows = session.scalars(select(LibraryQuestion).order_by(LibraryQuestion.theme))
    kept = (LibraryFile(row.id, row.theme or "", question(row)) for row in rows)
    found = [one for one in kept if _holds(one, looked_for)]
    return tuple(sorted(found, key=lambda one: (fold(one.theme), fold(one.question.title))))


def waiting_on(session: Session, version_id: UUID, key: str) -> list[ChecklistQuestion]:
    """The questions of a version that are asked only after this one."""
    wanted = select(ChecklistQuestion).where(
        ChecklistQuestion.version_id == version_id, ChecklistQuestion.asked_after == key
    )
    return list(session.scalars(wanted))


def _shipped() -> Iterable[VersionFile]:
    for key in ENGINE:
        for version in sorted(rules.built_in(key)):
            yield shipped_file(rules.template(key, version))


def _holds(one: LibraryFile, words: list[str]) -> bool:
    asked = one.question
    told = fold(f"{one.theme} {asked.key} {asked.short} {asked.text} {asked.basis.words}")
    return all(word in told for word in words)
