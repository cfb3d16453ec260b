"""How long a letter takes, against a bare reportlab page of the same text.

Run: python tests/benchmarks/bench_letter.py [findings ...]
"""

import sys
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "controllers" / "export")]

import samples  # noqa: E402
from controllers.export.letter import letter_pdf  # noqa: E402
from controllers.export.paper.fonts import REGULAR, load_fonts  # noqa: E402
from models.letters.values import LetterDocument  # noqa: E402

ROUNDS = 30


def lines_of(document: LetterDocument) -> list[str]:
    """The same text, as short lines without any layout."""
    texts = [*document.sender_lines, *document.addressee_lines, document.subject]
    for block in document.blocks:
        texts += [block.text, *block.items, *(cell for row in block.rows for cell in row)]
    words = " ".join(texts).split()
    return [" ".join(words[start : start + 11]) for start in range(0, len(words), 11)]


def bare(lines: list[str]) -> bytes:
    """What reportlab costs when it only draws lines of text."""
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1, initialFontName=REGULAR)
    for start in range(0, len(lines), 50):
        text = canvas.beginText(94, 780)
        text.setFont(REGULAR, 10)
        text.textLines(lines[start : start + 50])
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def best(act: object, *facts: object, **more: object) -> float:
    """Milliseconds, the median of many."""
    taken = []
    for _round in range(ROUNDS):
        start = perf_counter()
        act(*facts, **more)
        taken.append(perf_counter() - start)
    return 1000 * median(taken)


def main() -> None:
    start = perf_counter()
    load_fonts()
    print(f"fonts, once            {1000 * (perf_counter() - start):7.1f} ms")
    for count in map(int, sys.argv[1:] or ("0", "3", "30")):
        document = samples.letter(count)
        ours = best(letter_pdf, document, made_at=samples.MADE_AT)
        plain = best(bare, lines_of(document))
        print(
            f"letter, {count:2} findings    {ours:7.1f} ms, bare {plain:6.1f} ms, "
            f"ratio {ours / plain:4.1f}"
        )


if __name__ == "__main__":
    main()
