"""How long the report of a check takes; forty pages must stay under three seconds.

Run: python -m tests.benchmarks.bench_report [dossiers]
"""

import sys
from io import BytesIO
from statistics import median
from time import perf_counter

import pypdf

from controllers.export.check_report import CheckReport, report_pdf
from models.checks.rules.closing import closing_of, plain
from models.checks.rules.content import content_of
from tests.controllers.finished import DAY
from tests.models.builders import all_yes, answer, check, sample
from tests.models.checks.test_content import rows_of

NOTE = "Niet gevonden in het dossier; de begeleider licht toe dat het mondeling besproken is."
ROUNDS = 3


def report(dossiers: int) -> CheckReport:
    """Every dossier fails on four questions, each with a note."""
    said = dict.fromkeys(("DC_01", "DC_03", "DC_05", "DC_16"), answer("no", NOTE))
    one = check(sample(dossiers, *[all_yes(**said)] * dossiers))
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "visit_date": DAY.isoformat()}]
    return CheckReport(content_of(one, rows, plain(closing_of(one, {}, DAY))), "versie 1")


def main() -> None:
    made = report(int(sys.argv[1]) if len(sys.argv) > 1 else 160)
    taken, pdf = [], b""
    for _round in range(ROUNDS):
        began = perf_counter()
        pdf = report_pdf(made)
        taken.append(perf_counter() - began)
    pages = len(pypdf.PdfReader(BytesIO(pdf)).pages)
    second = median(taken)
    print(f"{pages} pages in {second:.2f} s, {second / pages * 40:.2f} s for forty")


if __name__ == "__main__":
    main()
