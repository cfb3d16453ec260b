"""How long the report of a check takes; forty pages must stay under three seconds.

Run: python -m tests.benchmarks.bench_report [dossiers]
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from statistics import median
from time import perf_counter

import pypdf
from PIL import Image

from controllers.export.pdf import report_pdf
from controllers.export.check_report import CheckReport
from controllers.export.proof_pictures import pictures_of
from models.checks.rules.closing import closing_of, plain
from models.checks.rules.content import content_of
from tests.controllers.finished import DAY
from tests.models.builders import all_yes, answer, check, sample
from tests.models.checks.test_content import rows_of

NOTE = "Niet gevonden in het dossier; de begeleider licht toe dat het mondeling besproken is."
ROUNDS = 3
PROOFS = 60


def report(dossiers: int) -> CheckReport:
    """Every dossier fails on four questions, each with a note."""
    said = dict.fromkeys(("DC_01", "DC_03", "DC_05", "DC_16"), answer("no", NOTE))
    one = check(sample(dossiers, *[all_yes(**said)] * dossiers))
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": DAY.isoformat()}]
    return CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")


def main() -> None:
    made = report(int(sys.argv[1]) if len(sys.argv) > 1 else 160)
    timed("without proof", made)
    proofs = [
        {"name": f"foto {n}.jpg", "question_key": "DC-01", "dossier": f"KZ-{n:03}",
         "sha256": str(n), "size": 1}
        for n in range(PROOFS)
    ]  # fmt: skip
    began = perf_counter()
    pictures = pictures_of(proofs, Stored())
    print(f"{PROOFS} photographs made small in {perf_counter() - began:.2f} s")
    content = {**made.content, "proofs": proofs}
    timed(f"with {PROOFS} proofs", CheckReport(content, made.version, pictures=pictures))


class Stored:
    """A photograph of twelve million pixels, whatever is asked."""

    def __init__(self) -> None:
        target = BytesIO()
        Image.effect_noise((4000, 3000), 60).convert("RGB").save(target, "JPEG")
        self._photo = target.getvalue()

    def read(self, sha256: str) -> Iterator[bytes]:
        del sha256
        yield self._photo


def timed(what: str, made: CheckReport) -> None:
    taken, pdf = [], b""
    for _round in range(ROUNDS):
        began = perf_counter()
        pdf = report_pdf(made)
        taken.append(perf_counter() - began)
    pages = len(pypdf.PdfReader(BytesIO(pdf)).pages)
    second = median(taken)
    print(f"{what}: {pages} pages in {second:.2f} s, {second / pages * 40:.2f} s for forty")


if __name__ == "__main__":
    main()
