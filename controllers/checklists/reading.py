"""What is asked about checklists: their list, one whole, what differs, how a try comes out."""

from collections.abc import Mapping
from uuid import UUID

from controllers.checklists.steps import Steps, file_of, version_row
from models.applications import queries as application_queries
from models.applications import rules as application_rules
from models.applications.values import AssessmentTrial
from models.checklists import queries, rules
from models.checklists.values import (
    ChecklistFile,
    ChecklistRow,
    ChecklistTemplate,
    ChecklistUnknown,
    Judgement,
    LibraryFile,
    TemplateDifference,
    VersionFile,
)
from models.checks import queries as check_queries
from models.checks.rules import try_out
from models.checks.rules.scoring import PARTIAL
from models.checks.values import ChecklistAnswer, Trial
from models.settings import queries as settings_queries
from models.store.session import LookSession
from models.terms.parameters import whole_number


class Reading(Steps):
    """Nouns: they change nothing."""

    def rows(self) -> list[ChecklistRow]:
        """Every version of every checklist, by title and from new to old."""
        with self._store.look() as session:
            used = _uses(session)
            return [
                ChecklistRow(one, used.get((one.key, one.version), 0))
                for one in queries.versions(session)
            ]

    def file(self, key: str, version: int) -> ChecklistFile:
        """A version whole, with what may be wrong with it. Raises ChecklistUnknown."""
        with self._store.look() as session:
            template = _template(session, key, version)
            used = _uses(session).get((key, version), 0)
            told = rules.warnings(template)
            share = self._partial_pct(session)
            if version in rules.built_in(key):
                shipped = queries.shipped_file(template)
                return ChecklistFile(shipped, template, told, used, share, editable=False)
            row = queries.made_by_office(session, key, version)
            if row is None:
                raise ChecklistUnknown(key=key, version=version)
            one = file_of(session, row)
            return ChecklistFile(
                version=one,
                template=template,
                warnings=told,
                used_in=used,
                partial_pct=share,
                editable=one.state in rules.CHANGING,
                section_ids={each.key: each.id for each in queries.sections(session, row.id)},
                question_ids={each.key: each.id for each in queries.questions_of(session, row.id)},
            )

    def version(self, version_id: UUID) -> VersionFile:
        """Which version a row of the office is. Raises Gone."""
        with self._store.look() as session:
            return file_of(session, version_row(session, version_id))

    def difference(self, key: str, one: int, other: int) -> TemplateDifference:
        """Version `other` beside version `one`. Raises ChecklistUnknown."""
        with self._store.look() as session:
            return rules.difference(_template(session, key, one), _template(session, key, other))

    def library(self, words: str = "") -> tuple[LibraryFile, ...]:
        """Questions kept to be used again, by theme; those that hold every word when asked."""
        with self._store.look() as session:
            return queries.library(session, words)

    @staticmethod
    def try_answers(
        template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer], partial_pct: int
    ) -> Trial:
        """What these answers would come to; nothing is read and nothing is kept."""
        return try_out(template, answers, partial_pct)

    @staticmethod
    def try_judgements(
        template: ChecklistTemplate, given: Mapping[str, Judgement]
    ) -> AssessmentTrial:
        """What these judgements would come to; nothing is read and nothing is kept."""
        return application_rules.try_out(template, given)

    def _partial_pct(self, session: LookSession) -> int:
        changed = settings_queries.settings(session).changed
        return whole_number(PARTIAL, self._store.now().astimezone().date(), changed)


def _uses(session: LookSession) -> Mapping[tuple[str, int], int]:
    """In how many checks or applications each version is used."""
    return {**check_queries.uses(session), **application_queries.uses(session)}


def _template(session: LookSession, key: str, version: int) -> ChecklistTemplate:
    try:
        return queries.template(session, key, version)
    except KeyError as missing:
        raise ChecklistUnknown(key=key, version=version) from missing
