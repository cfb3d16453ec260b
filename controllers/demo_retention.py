"""A centre of long ago in the demonstration, so that retention has something to propose."""

from datetime import date

from controllers.bundle import Controllers

NUMBER, NAME = "0403019261", "Loopbaanatelier De Oude Sluis"


def long_ago(do: Controllers) -> None:
    """Its only mandate ended more than ten years ago, and nothing is open any more."""
    year = do.today().year - 18
    centre = do.centres.add(NUMBER, NAME)
    do.centres.edit(centre, "locality", "Lier")
    do.centres.add_contact(centre, "Reynders")
    do.mandates.add(
        centre, f"LB-{year}-0007", date(year, 3, 1), date(year + 6, 2, 28), "mandaat van toen"
    )
