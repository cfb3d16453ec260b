"""What stands on the draw desk as text: put aside in the file, and drawn from in one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from controllers.checks import Checks
from controllers.drafts import Drafts
from controllers.intake.dossier_list import read_dossier_text
from models.centres.rules.editing import without_national_numbers
from models.checks.values import DrawKind
from models.checks.values.sampling import DrawWish, SampleDesk


def draw_from(checks: Checks, check_id: UUID, text: str, wish: DrawWish) -> UUID:
    """Read the list as it stands now, and draw from it: one act, so nothing comes between."""
    found = read_dossier_text(text, wish.list_name)
    totals = tuple(map(str, found.totals))
    return checks.draw(
        check_id, replace(wish, entries=tuple(found.entries(wish.by)), totals=totals)
    )


def keep_aside(drafts: Drafts, draft: str, fields: Mapping[str, str]) -> None:
    """Put a list aside; a national register number leaves its place in it, not its figures."""
    kept = {**fields, "text": without_national_numbers(fields["text"])} if fields else {}
    drafts.keep(draft, kept)


def asked_before(desk: SampleDesk) -> dict[str, str]:
    """What the draw that was taken back was asked for, as the fields show it."""
    if desk.taken_back is None:
        return {}
    wish = desk.taken_back.wish
    lines = [each.number for each in wish.entries]
    if wish.by:
        rows = (f"{each.number}\t{each.group}" for each in wish.entries)
        lines = [f"Dossiernummer\t{wish.by}", *rows]
    for total in wish.totals:  # at its own row, as the protocol names it
        row, _blank, text = total.partition(" ")
        lines += [*[""] * (int(row) - 1 - len(lines)), text]
    again = desk.earlier_failed if wish.kind is DrawKind.FAILED_AND_NEW else 0
    return {
        "text": "\n".join(lines),
        "name": wish.list_name,
        "size": str(wish.size + again),
        "spares": str(wish.spares),
        "by": wish.by,
        "seed": wish.seed,
        "kind": wish.kind,
        "why": wish.why,
    }


def name_of(check_id: UUID) -> str:
    return f"sample_{check_id.hex}"


def whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def as_text(value: object) -> str:
    return "" if value is None else str(value)
