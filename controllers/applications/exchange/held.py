"""What the cells of an assessment hold, as facts that can be compared; the writer puts the same."""

from collections.abc import Iterator

from controllers.exchange.cells import plain
from controllers.exchange.content import Content
from controllers.exchange.grids import Grid
from controllers.export import criterion_words as words
from controllers.export import return_marks as marks
from models.applications.values import ApplicationFile, CriterionFile
from models.checks.values.exchange import CellKey, Cells, Plain, SheetUse


def held(file: ApplicationFile) -> Cells:
    """Every cell with an id."""
    return {
        CellKey(marks.CRITERIA, one.key, column): value
        for one in file.criteria
        for column, value in _cells(file, one)
    }


def content_of(file: ApplicationFile, sheets: tuple[Grid, ...], *, open_: bool) -> Content:
    """What leaves; `open_` when judgements and words may be filled in."""
    return Content(
        use=SheetUse.OFFICER,
        about=file.id,
        reference=file.reference,
        centre=file.enterprise_number,
        centre_name=file.centre_name,
        checklist=file.template.key,
        version=file.template.version,
        notes=open_,
        cells=held(file),
        sheets=sheets,
    )


def _cells(file: ApplicationFile, one: CriterionFile) -> Iterator[tuple[str, Plain]]:
    judged = one.judged
    yield marks.QUESTION, plain(words.requirement(file, one))
    yield "basis", plain(words.basis(one))
    yield "shows", plain(words.shows(one))
    yield "facts", plain(words.looked_up(one))
    yield marks.JUDGEMENT, judged.judgement.value if judged.judgement else None
    yield marks.MOTIVATION, plain(judged.motivation)
    yield marks.EVIDENCE, plain(judged.evidence)
