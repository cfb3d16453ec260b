"""What people ask of a timeline: everything of one centre, and what happens on a day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from models.store.store import Store
from models.timeline import queries, rules
from models.timeline.values import CentreTimeline, DayFacts


class Timelines:
    """Six years of one centre on one axis. It changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def of_centre(self, centre_id: UUID) -> CentreTimeline:
        """Everything that happened or will happen at a centre. Raises Gone."""
        with self._store.look() as session:
            found = queries.of_centre(session, centre_id, self.today())
        return replace(found, known_on=self._store.known_on)

    def on_day(self, centre_id: UUID, day: date) -> DayFacts:
        """What is happening at a centre on this day. Raises Gone."""
        return rules.on_day(self.of_centre(centre_id), day)
