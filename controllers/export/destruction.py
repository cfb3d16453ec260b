"""The statement of destruction on one A4: what was destroyed, under which rule, when and by whom.

Tagged, with embedded fonts; the same facts give the same bytes. It names no person but who decided.
"""

from datetime import datetime, time
from io import BytesIO
from typing import Any

from controllers.export.facts import fingerprint
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date, thousands
from models.retention.values import Statement

MARGIN, TOP, BOTTOM = 62.0, 64.0, 60.0
SHARES = (0.34, 0.66)


def statement_pdf(statement: Statement) -> bytes:
    """The statement as PDF, in the language spoken now: call it inside `in_dutch()`."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Frame, PageTemplate

    from controllers.export.paper.document import document
    from controllers.export.paper.fonts import load_fonts
    from controllers.export.paper.page import canvas_maker
    from controllers.export.paper.tags import Element

    load_fonts()
    target, root = BytesIO(), Element("Document")
    pages = document(
        target, f"{_('Statement of destruction')} {statement.reference}", statement.series
    )
    wide, tall = A4[0] - 2 * MARGIN, A4[1] - TOP - BOTTOM
    frame = Frame(MARGIN, BOTTOM, wide, tall, 0, 0, 0, 0)
    pages.addPageTemplates([PageTemplate("page", frame)])
    moment = datetime.combine(statement.destroyed_on, time(12))
    maker = canvas_maker(root, made_at=moment, fingerprint=fingerprint(statement))
    pages.build(_story(statement, root, wide, tall), canvasmaker=maker)
    return target.getvalue()


def _story(statement: Statement, root: Any, wide: float, tall: float) -> list[Any]:
    from reportlab.platypus import Spacer

    from controllers.export.paper.pieces import Title, Words
    from controllers.export.paper.styles import style

    body = style(10.5, 15)
    title = Title.of(_("Statement of destruction"), style(19, 24, bold=True), root.child("H1"))
    title.level = 0
    lead = _("On {day} the files described below were destroyed for good, with all copies in the"
             " file of the office.").format(day=long_date(statement.destroyed_on))  # fmt: skip
    story: list[Any] = [title, Spacer(0, 4), Words.of(lead, body, root.child("P")), Spacer(0, 14)]
    story.append(_facts(statement, root, wide, tall))
    heading = style(12, 16, bold=True)
    story += [Spacer(0, 16), Title.of(_("What was destroyed"), heading, root.child("H2"))]
    for line in statement.described.split("\n"):
        story += [Spacer(0, 3), Words.of(line, body, root.child("P"))]
    remains = _(
        "What remains in the file is this statement, and in its history that something was done on"
        " which day and by whom, without what it was about. Backups made before this day still hold"
        " the files until they are destroyed too."
    )
    story += [Spacer(0, 14), Words.of(remains, style(9.5, 13.5), root.child("P")), Spacer(0, 34)]
    for line in (_("Date and signature"), statement.decided_by):
        story.append(Words.of(line, body, root.child("P")))
    return story


def _facts(statement: Statement, root: Any, wide: float, tall: float) -> Any:
    from reportlab.platypus import TableStyle

    from controllers.export import palette
    from controllers.export.paper.flow import GRID_RULES
    from controllers.export.paper.pieces import Grid, Words, ink
    from controllers.export.paper.styles import CELL, CELL_HEAD

    count = statement.term_years
    years = ngettext("{count} year", "{count} years", count).format(count=count)
    facts = (
        (_("Reference"), statement.reference),
        (_("Series"), statement.series),
        (_("Rule that allows it"), statement.rule_reference),
        (_("Retention term"), years),
        (_("Term ended on"), long_date(statement.term_ended_on)),
        (_("Rows destroyed"), thousands(statement.rows_count)),
        (_("Attachments destroyed"), thousands(statement.files_count)),
        (_("Destroyed on"), long_date(statement.destroyed_on)),
        (_("Decided by"), statement.decided_by),
    )
    table = root.child("Table")
    body = []
    for name, value in facts:
        line = table.child("TR")
        head = line.child("TH", O="Table", Scope="Row")
        body.append([Words.of(name, CELL_HEAD, head), Words.of(value, CELL, line.child("TD"))])
    plain_row = ("LINEBELOW", (0, 0), (-1, 0), 0.5, ink(palette.EDGE))
    rules = [*(one for one in GRID_RULES if one[2] != (-1, 0)), plain_row]
    widths = [share * wide for share in SHARES]
    grid = Grid(body, widths, hAlign="LEFT", style=TableStyle(rules))
    grid.settle(wide, tall)
    return grid
