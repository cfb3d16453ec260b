"""A checklist from draft to retired: made, copied, tested, published, retired, thrown away."""

import re
from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from controllers.checklists.steps import Steps, check_free, file_of, kept_text, version_row
from models.checklists import queries, rules
from models.checklists.entities import ChecklistQuestion, ChecklistSection, ChecklistVersion
from models.checklists.rules.columns import columns_of
from models.checklists.values import (
    ChecklistIncomplete,
    ChecklistTemplate,
    ChecklistUnknown,
    GradeThresholds,
    Unit,
    UnitFixed,
    VersionNotTested,
)
from models.kernel.text import N_
from models.kernel.words import fold
from models.store.session import ChangeSession, LookSession

TEXTS = frozenset({"pseudonym_rule", "remark", "legal_basis"})
FLAGS = frozenset({"motivation_required", "four_eyes"})
"""Only of an assessment."""
DOSSIERS = frozenset({"mandate_dossiers", "definition_dossiers", "other_dossiers"})
SHARES = frozenset({"definition_share_pct", "other_share_pct"})
LIKE = {
    Unit.CLIENT_DOSSIER: "dossier_check",
    Unit.PUBLIC_CHANNEL: "offer_check",
    Unit.MANDATE_APPLICATION: rules.ASSESSMENT,
}
"""Whose rule about names, thresholds and rules of assessment a new checklist begins with."""
_LONGEST_KEY = 50
_MOST_DOSSIERS = 100


class Versions(Steps):
    """A published version never changes again; only a draft or one in test does."""

    def new(self, title: str, unit: Unit) -> UUID:
        """Begin a checklist of the office's own: version 1, a draft without questions."""
        kept = rules.checked_title(title)
        like = rules.template(LIKE[unit])
        with self._store.change(N_("Make checklist"), kept) as session:
            row = ChecklistVersion(
                key=new_key(kept, queries.keys(session)),
                version=1,
                title=kept,
                unit=unit,
                pseudonym_rule=like.pseudonym_rule or None,
                **_thresholds(like.thresholds),
                **rules.kept_rules(like.assessment),
            )
            session.add(row)
            session.flush()
            return row.id

    def draft_from(self, key: str, version: int) -> UUID:
        """Copy a version whole into a draft: the next one. Raises ChecklistUnknown."""
        with self._store.look() as looking:
            try:
                template = queries.template(looking, key, version)
            except KeyError as missing:
                raise ChecklistUnknown(key=key, version=version) from missing
        with self._store.change(N_("Make draft of checklist"), template.title) as session:
            version = max(queries.numbers(session, template.key)) + 1
            return copy_of(session, replace(template, version=version), template.version)

    def edit(self, version_id: UUID, field: str, value: str | int | Unit | None) -> None:
        """Write the title, a text, what it is answered for, a threshold, or yes or no."""
        with self._change(N_("Edit checklist"), version_id) as (session, row):
            for name, kept in _words(session, row, field, value).items():
                setattr(row, name, kept)

    def begin_test(self, version_id: UUID) -> None:
        """Let a draft be used in checks that ask for it by name; it may still change."""
        with self._change(N_("Begin test of checklist"), version_id, words=False) as (_, row):
            row.tested_at = row.tested_at or self._store.now()

    def publish(self, version_id: UUID) -> None:
        """Publish a version in test for good: new checks use it from now on.

        Raises VersionNotTested, and ChecklistIncomplete while a mistake stands in the way.
        """
        now, officer = self._store.now(), self._officer()
        with self._change(N_("Publish checklist"), version_id, words=False) as (session, row):
            if row.tested_at is None:
                raise VersionNotTested(title=row.title, version=row.version)
            template = queries.whole(session, row)
            for mistake in rules.blocking(template):
                raise ChecklistIncomplete(mistake=mistake.sentence)
            row.published_at, row.published_by = now, officer
            row.content_sha256 = rules.mark(template)

    def retire(self, version_id: UUID) -> None:
        """Let no new check use this version; those that do keep it. Raises VersionNotInUse."""
        now = self._store.now()
        with self._store.look() as looking:
            about = version_row(looking, version_id).title
        with self._store.change(N_("Retire checklist"), about) as session:
            row = version_row(session, version_id)
            rules.check_retirable(file_of(session, row))
            row.retired_at = now

    def throw_away(self, version_id: UUID) -> None:
        """Throw a draft away with its questions; undo brings all of it back.

        Raises VersionNotADraft, VersionSealed and VersionOfApplication.
        """
        with self._store.look() as looking:
            about = version_row(looking, version_id).title
        with self._store.change(N_("Throw draft away"), about) as session:
            row = version_row(session, version_id)
            rules.check_draft(file_of(session, row))
            check_free(session, row)
            for part in (
                *queries.questions_of(session, row.id),
                *queries.sections(session, row.id),
            ):
                session.delete(part)
            session.delete(row)


def fill(session: ChangeSession, row: ChecklistVersion, template: ChecklistTemplate) -> None:
    """Write all sections and questions of a version that has none."""
    for place, section in enumerate(template.sections, start=1):
        heading = ChecklistSection(
            version_id=row.id, key=section.key, title=section.title, position=place
        )
        session.add(heading)
        session.flush()
        for number, question in enumerate(section.questions, start=1):
            session.add(
                ChecklistQuestion(
                    version_id=row.id,
                    section_id=heading.id,
                    position=number,
                    **columns_of(question),
                )
            )


def head_of(template: ChecklistTemplate) -> dict[str, object]:
    """The columns of a version that say what the checklist itself says."""
    return {
        "title": template.title,
        "unit": template.unit,
        "pseudonym_rule": template.pseudonym_rule or None,
        **_thresholds(template.thresholds),
        **rules.kept_rules(template.assessment),
    }


def copy_of(session: ChangeSession, template: ChecklistTemplate, based_on: int | None) -> UUID:
    """Write a version whole, as a draft under its key and number."""
    row = ChecklistVersion(
        key=template.key, version=template.version, based_on=based_on, **head_of(template)
    )
    session.add(row)
    session.flush()
    fill(session, row, template)
    return row.id


def _words(
    session: LookSession, row: ChecklistVersion, field: str, value: str | int | Unit | None
) -> dict[str, object]:
    """The columns this field writes; what a checklist is answered for brings its rules along."""
    if field != "unit":
        return {field: _kept(field, value)}
    unit = Unit(str(value))
    if unit is row.unit:
        return {}
    if len(queries.numbers(session, row.key)) > 1:
        raise UnitFixed(field=field)
    like = rules.template(LIKE[unit])
    limits = _thresholds(like.thresholds) if Unit.MANDATE_APPLICATION in (unit, row.unit) else {}
    return {"unit": unit, **limits, **rules.kept_rules(like.assessment)}


def _kept(field: str, value: str | int | None) -> object:
    if field == "title":
        title = rules.checked_title(str(value or ""))
        return kept_text(ChecklistVersion, field, title)
    if field in TEXTS:
        return kept_text(ChecklistVersion, field, str(value or ""))
    if field in FLAGS:
        return bool(value)
    if field in DOSSIERS:
        return int(rules.checked_number(float(value or 0), field, 1, _MOST_DOSSIERS))
    if field in SHARES:
        return None if value is None else int(rules.checked_number(float(value), field, 1, 100))
    raise KeyError(field)


def _thresholds(limits: GradeThresholds) -> dict[str, int | None]:
    return {
        "mandate_dossiers": limits.mandate_relevant.dossiers,
        "definition_dossiers": limits.definition_condition.dossiers,
        "definition_share_pct": limits.definition_condition.share_pct,
        "other_dossiers": limits.other.dossiers,
        "other_share_pct": limits.other.share_pct,
    }


def new_key(title: str, taken: Collection[str]) -> str:
    name = "_".join(re.findall(r"[a-z0-9]+", fold(title)))[:_LONGEST_KEY].strip("_") or "checklist"
    numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (name, *numbered) if key not in taken)
