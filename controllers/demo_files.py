"""Invented attachments for the demonstration: two certificates as PDF, and a message."""

from models.attachments.values import Pasted

FONTS = b"/Resources << /Font << /F1 5 0 R >> >> >>"
NOTE = """Van: loopbaancentrum
Aan: lotte.verhaegen@vdab.example
Onderwerp: nieuw kwaliteitscertificaat

Beste Lotte

In bijlage vind je ons nieuwe certificaat. Het sluit aan op het vorige.

Met vriendelijke groeten
"""


def certificate(centre: str, label: str, until: str) -> Pasted:
    """A certificate of one page. All of it is invented, and it says so."""
    lines = (
        (26, 720, "Attest van kwaliteit"),
        (15, 670, label),
        (13, 620, f"uitgereikt aan {centre}"),
        (13, 596, f"geldig tot en met {until}"),
        (9, 90, "Voorbeeld bij de demonstratie van Waarmerk: dit attest is verzonnen."),
    )
    return Pasted(f"attest {label}.pdf", _page(lines))


def message() -> Pasted:
    """What came with the certificate."""
    return Pasted("bericht van het centrum.txt", NOTE.encode())


def _page(lines: tuple[tuple[int, int, str], ...]) -> bytes:
    """One A4 in Helvetica, written by hand: a library would cost more time than the rest."""
    words = " ".join(
        f"BT /F1 {size} Tf 70 {up} Td ({_said(text)}) Tj ET" for size, up, text in lines
    )
    drawn = b"0.15 0.35 0.55 rg 70 706 455 3 re f 0 g " + words.encode("cp1252")
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + FONTS,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + tail % (len(parts) + 1, len(out))


def _said(text: str) -> str:
    fitting = text.encode("cp1252", "replace").decode("cp1252")
    return fitting.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
