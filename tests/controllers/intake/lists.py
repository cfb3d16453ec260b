"""Lists of other offices, made on the spot: other headers, orders, titles and traps."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

CENTRE_HEADERS = {
    "kbo": "Ondernemingsnummer", "name": "Maatschappelijke naam", "trade": "Handelsnaam", "form": "Rechtsvorm",
    "street": "Straat", "nr": "Nr", "postcode": "Postcode", "place": "Gemeente", "phone": "Telefoon", "email": "E-mail",
    "mandate": "Mandaatnummer", "start": "Mandaat van", "end": "Mandaat tot", "cert": "Kwaliteitscertificaat",
    "cert_end": "Certificaat geldig tot", "officer": "Dossierbeheerder",
}  # fmt: skip
OTHER_DUTCH = {
    "kbo": "KBO-nr.", "name": "Officiële naam", "trade": "Commerciële naam", "form": "Juridische vorm",
    "street": "STRAATNAAM", "nr": "Huisnr.", "postcode": "Postnr", "place": "Woonplaats", "phone": "Tel. nr.",
    "email": "Mailadres", "mandate": "Nr mandaat / Mandaatnr.", "start": "Startdatum mandaat", "end": "Einddatum mandaat",
    "cert": "Label", "cert_end": "Vervaldatum label", "officer": "Kwaliteitsmedewerker",
}  # fmt: skip
FRENCH = {
    "kbo": "N° d'entreprise", "name": "Dénomination sociale", "trade": "Nom commercial", "form": "Forme juridique",
    "street": "Rue", "nr": "Numéro", "postcode": "Code postal", "place": "Commune", "phone": "Téléphone",
    "email": "Courriel", "mandate": "N° de mandat", "start": "Début du mandat", "end": "Fin du mandat",
    "cert": "Label de qualité", "cert_end": "Valable jusqu'au", "officer": "Gestionnaire",
}  # fmt: skip
ENGLISH = {
    "kbo": "Enterprise number", "name": "Legal name", "trade": "Trade name", "form": "Legal form", "street": "Street",
    "nr": "House number", "postcode": "Postal code", "place": "City", "phone": "Phone", "email": "Email address",
    "mandate": "Mandate number", "start": "Mandate start date", "end": "Mandate end date", "cert": "Quality certificate",
    "cert_end": "Valid until", "officer": "Case officer",
}  # fmt: skip


def number(base: int) -> str:
    """A valid enterprise number."""
    return f"{base:08}{97 - base % 97:02}"


def place_number(base: int) -> str:
    """A valid establishment number."""
    return f"{base:08}{97 - base % 97:02}"


def centre(index: int) -> dict[str, Any]:
    """The index-th centre of an office that does not exist."""
    return {
        "kbo": number(1_234_000 + index), "name": f"Onderneming {index}", "trade": f"Loopbaanhuis {index}", "form": "bv",
        "street": "Kerkstraat", "nr": 10 + index % 80, "postcode": 9000, "place": "Gent", "phone": "02 506 12 05",
        "email": f"info{index}@voorbeeld.example", "mandate": f"M-{index:05}", "start": date(2024, 1, 1), "end": date(2029, 12, 31),
        "cert": "ISO 9001", "cert_end": date(2028, 6, 30), "officer": "Lotte Verhaegen",
    }  # fmt: skip


def save(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    """A workbook with these sheets, cells as they are."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def centre_rows(headers: dict[str, str], count: int = 5) -> list[list[Any]]:
    """A header and records, in the order of the headers."""
    return [
        list(headers.values()),
        *([centre(index)[key] for key in headers] for index in range(count)),
    ]
