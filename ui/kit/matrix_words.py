"""A matrix in words: what a screen reader says, and what a tooltip tells in full."""

from __future__ import annotations

from models.kernel.shares import percent
from models.kernel.text import _
from ui.kit.matrix_values import Earlier, MatrixCell, MatrixColumn, MatrixQuestion


def spoken_cell(question: MatrixQuestion, column: MatrixColumn, cell: MatrixCell) -> str:
    """Where the focus is and what stands there: vraag DC-05, dossier KZ-012: nee, met nota."""
    sentence = _("question {code}, {column}: {cell}")
    called = column.called or column.number
    return sentence.format(code=question.code, column=called, cell=cell.spoken)


def spoken_column(column: MatrixColumn) -> str:
    """A dossier in full, for a tooltip."""
    done = _("{percent} % answered").format(percent=percent(column.share_done))
    share = column.share.spoken if column.share.total else done
    return "\n".join(part for part in (column.number, column.verdict_word, share) if part)


def spoken_question(question: MatrixQuestion, earlier: Earlier | None = None) -> str:
    """A question in full, for a tooltip."""
    said = f"{question.code}. {question.whole or question.text}"
    if question.decisive:
        said += "\n" + _("Decisive: one no makes the whole non-conform.")
    return f"{said}\n{earlier.spoken}" if earlier is not None else said
