"""Six years of one invented centre, made by the rules themselves, for tests and pictures."""

from datetime import date
from uuid import UUID

from models.actions.values import ActionKind, ContactMedium
from models.applications.values import AdviceOutcome, ApplicationKind, DecisionKind, Sending
from models.checks.values import CheckState, LadderStepFile, Rung, Unit
from models.complaints.rules import all_clocks
from models.complaints.values import ComplaintFacts, ComplaintHistory, EntryRoute, RouteDays
from models.mandates.values import CertificateKind
from models.timeline.rules import complaints, in_order, requests, rights, steps, visits
from models.timeline.values import CentreTimeline

TODAY = date(2026, 3, 12)
CENTRE = UUID(int=1015)
MANDATE = rights.Held(UUID(int=1), "M-1015", date(2022, 7, 1), date(2028, 6, 30))


def row(number: int) -> UUID:
    return UUID(int=number)


def events(today: date = TODAY) -> list:
    held = [MANDATE]
    certified = [
        rights.Certified(
            row(11),
            CertificateKind.QFOR_CLIENT_SCAN,
            "Qfor 2022",
            "CertUnited",
            "Q-1",
            date(2022, 7, 1),
            date(2024, 4, 15),
        ),
        rights.Certified(
            row(12),
            CertificateKind.QFOR_CLIENT_SCAN,
            "Qfor 2024",
            "CertUnited",
            "Q-2",
            date(2024, 6, 1),
            date(2026, 4, 20),
        ),
    ]
    application = requests.Requested(
        row(21),
        "A-2022-014",
        ApplicationKind.FIRST,
        date(2022, 2, 3),
        date(2022, 2, 21),
        date(2022, 3, 21),
        date(2022, 3, 15),
        None,
        date(2022, 6, 7),
    )
    advised = requests.Advised(
        row(22), row(21), AdviceOutcome.POSITIVE, date(2022, 5, 9), "An Peeters"
    )
    decided = requests.Decided(
        row(23),
        row(21),
        DecisionKind.GRANTED,
        date(2022, 6, 7),
        "de minister",
        None,
        date(2022, 6, 8),
        Sending.REGISTERED,
        date(2022, 6, 13),
    )
    checked = [
        visits.Checked(
            row(31),
            "C-2023-008",
            Unit.CLIENT_DOSSIER,
            date(2023, 6, 15),
            CheckState.FINISHED,
            "Lotte Verhaegen",
        ),
        visits.Checked(
            row(32),
            "C-2024-021",
            Unit.CLIENT_DOSSIER,
            date(2024, 9, 20),
            CheckState.FINISHED,
            "Lotte Verhaegen",
        ),
        visits.Checked(
            row(33),
            "C-2026-003",
            Unit.PUBLIC_CHANNEL,
            date(2026, 3, 19),
            CheckState.PLANNED,
            "Lotte Verhaegen",
        ),
    ]
    asked = [
        visits.Asked(
            row(31),
            "C-2023-008",
            date(2023, 8, 21),
            2,
            0,
            2,
            rights.counted("measure_days_major", date(2023, 6, 21), {}),
        ),
        visits.Asked(row(32), "C-2024-021", date(2025, 1, 24), 1, 1, 0, None),
        visits.Asked(row(32), "C-2024-021", date(2026, 5, 26), 3, 2, 1, None),
    ]
    media = list(ContactMedium)
    acted = [
        visits.Acted(
            row(100 + n),
            ActionKind.CONTACT if n % 4 else ActionKind.INFO_MAIL,
            media[n % len(media)],
            date(2022, 9, 5).replace(year=2022 + n // 4, month=1 + (n * 5) % 12),
            n % 5 == 2,
            "Opvolging van de afspraken",
            "Lotte Verhaegen",
            date(2026, 4, 2) if n == 13 else None,
        )
        for n in range(15)
    ]
    written = [
        visits.Written(row(41), "Brief over de vaststellingen", "B-2023-08", date(2023, 6, 22)),
        visits.Written(row(42), "Brief over de vaststellingen", "B-2024-21", date(2024, 9, 27)),
        visits.Written(row(43), "Aankondiging van een controle", "B-2026-02", date(2026, 2, 26)),
    ]
    measured = [
        visits.Measured(
            row(51), date(2023, 1, 1), date(2023, 12, 31), "75 % [47–91], n = 12", "bevraging 2023"
        ),
        visits.Measured(
            row(52), date(2024, 1, 1), date(2024, 12, 31), "75 % [63–84], n = 60", "bevraging 2024"
        ),
        visits.Measured(
            row(53),
            date(2025, 1, 1),
            date(2025, 12, 31),
            "3 antwoorden: niet getoond onder 10",
            "bevraging 2025",
        ),
    ]
    taken = [
        LadderStepFile(row(61), Rung.COACHING, None, date(2023, 7, 3), "An", "Gesprek."),
        LadderStepFile(row(62), Rung.REQUEST, row(32), date(2024, 9, 27), "An", "Herhaald."),
    ]
    return [
        *rights.mandates(held, today, {}),
        *rights.certificates(certified, held, today),
        *requests.applications([application], today),
        *requests.advices([advised]),
        *requests.decisions([decided], today, {}),
        *visits.checks(checked, today),
        *visits.measures(asked, today),
        *visits.actions(acted, today),
        *visits.letters(written, today),
        *visits.surveys(measured),
        *visits.warnings(held, today, {}),
        *steps.ladder(taken, today),
        *complaints.complaints([_complained()], today),
    ]


def _complained() -> ComplaintHistory:
    """Answered late, along two routes."""
    routes = (
        RouteDays(EntryRoute.OMBUDS, date(2025, 3, 3), forwarded_on=date(2025, 3, 10)),
        RouteDays(
            EntryRoute.VDAB, date(2025, 3, 11), date(2025, 3, 14), answered_on=date(2025, 5, 2)
        ),
    )
    clocks = all_clocks(ComplaintFacts(routes, closed_on=date(2025, 5, 9)))
    return ComplaintHistory(
        row(61), "KL-2025-3F2A91B", "extra kosten", routes, clocks, date(2025, 5, 9)
    )


def timeline(today: date = TODAY) -> CentreTimeline:
    return CentreTimeline(
        CENTRE,
        "Loopbaanhuis Demer",
        "0566988259",
        today,
        in_order(events(today)),
        (MANDATE.start, MANDATE.end),
    )
