"""Where a version of a checklist is, and what may still be done to it."""

from datetime import datetime

from models.checklists.values import (
    VersionFile,
    VersionFixed,
    VersionNotADraft,
    VersionNotInUse,
    VersionRetired,
    VersionState,
)

CHANGING = frozenset({VersionState.DRAFT, VersionState.TEST})
"""Only these may still change."""


def state_of(
    tested_at: datetime | None, published_at: datetime | None, retired_at: datetime | None
) -> VersionState:
    """The state that follows from the days of a version."""
    if retired_at is not None:
        return VersionState.RETIRED
    if published_at is not None:
        return VersionState.PUBLISHED
    return VersionState.DRAFT if tested_at is None else VersionState.TEST


def check_changing(one: VersionFile) -> None:
    """Raises VersionFixed or VersionRetired: such a version never changes again."""
    if one.state is VersionState.RETIRED:
        raise VersionRetired(title=one.title, version=one.version)
    if one.state is VersionState.PUBLISHED:
        raise VersionFixed(title=one.title, version=one.version)


def check_draft(one: VersionFile) -> None:
    """Raises VersionNotADraft: only a draft can be thrown away."""
    if one.state is not VersionState.DRAFT:
        raise VersionNotADraft(title=one.title, version=one.version)


def check_retirable(one: VersionFile) -> None:
    """A version in test or a published one. Raises VersionNotInUse and VersionRetired."""
    if one.state is VersionState.DRAFT:
        raise VersionNotInUse(title=one.title, version=one.version)
    if one.state is VersionState.RETIRED:
        raise VersionRetired(title=one.title, version=one.version)
