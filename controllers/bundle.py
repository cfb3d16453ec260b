"""All controllers of one open file, built from one store."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from controllers.actions import Actions
from controllers.applications import Applications
from controllers.attachments import Attachments
from controllers.centres import Centres
from controllers.checklists import Checklists
from controllers.checks import Checks
from controllers.cockpit import Cockpits
from controllers.complaints import Complaints
from controllers.conditions import Conditions
from controllers.coverage import CoverageOfCentres
from controllers.drafts import Drafts
from controllers.history import History
from controllers.imports import Imports
from controllers.letters import Letters
from controllers.logbook import Logbook
from controllers.mandates import Mandates
from controllers.merging import Merging
from controllers.outgoing import Outgoing
from controllers.portfolio import PortfolioOfCentres
from controllers.registers import Registers
from controllers.retention import Retention
from controllers.rules import Rules
from controllers.settings import OfficeSettings
from controllers.spelling import Spelling
from controllers.surveys import Surveys
from controllers.taking import Taking
from controllers.text_blocks import TextBlocks
from controllers.timeline import Timelines
from models.centres.entities import SEARCHED
from models.kernel.changes import Changes
from models.settings.values import Settings
from models.store.past import as_known
from models.store.store import Store


class Controllers:
    """What people can do with one open file."""

    def __init__(
        self, store: Store, opened_with: Settings | None = None, *, demo: bool = False
    ) -> None:
        self._store = store
        self._afterwards: list[Callable[[], object]] = []
        self.opened_with = opened_with or Settings()
        """The settings as they stood when the file was opened."""
        self.demo = demo
        """True for the throw-away file with fictitious work."""
        self.centres = Centres(store)
        self.cockpit = Cockpits(store)
        self.mandates = Mandates(store)
        self.actions = Actions(store)
        self.attachments = Attachments(store)
        self.logbook = Logbook(store)
        self.drafts = Drafts(store)
        self.checklists = Checklists(store)
        self.checks = Checks(store)
        self.applications = Applications(store)
        self.complaints = Complaints(store)
        self.letters = Letters(store)
        self.surveys = Surveys(store)
        self.coverage = CoverageOfCentres(store)
        self.portfolio = PortfolioOfCentres(store)
        self.conditions = Conditions(store)
        self.registers = Registers(store)
        self.settings = OfficeSettings(store)
        self.spelling = Spelling(store)
        self.rules = Rules(store)
        self.history = History(store)
        self.imports = Imports(store)
        self.outgoing = Outgoing(store)
        self.taking = Taking(store)
        self.timeline = Timelines(store)
        self.text_blocks = TextBlocks(store)
        self.merging = Merging(store)
        self.retention = Retention(store)

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def who(self) -> str:
        return self._store.who

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was safely on disk, in UTC; None before the first."""
        return self._store.saved_at

    def today(self) -> date:
        return self._store.now().astimezone().date()

    @property
    def known_on(self) -> date | None:
        """The day at whose end all of this was known; None for the file as it is now."""
        return self._store.known_on

    @property
    def destroyed(self) -> int:
        """How much of what was known on that day was destroyed since, and is missing."""
        return self._store.destroyed

    def as_known(self, centre_id: UUID, day: date) -> "Controllers":
        """One centre as the file knew it at the end of a day: to look at, never to change.

        Raises DayToCome, NotKnownYet, NotThereThen and DestroyedSince.
        """
        store = as_known(self._store, SEARCHED, centre_id, day)
        return Controllers(store, self.opened_with, demo=self.demo)

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Hear of every change after it is safely on disk, on the thread that made it."""
        self._store.listen(listener)

    def after_closing(self, act: Callable[[], object]) -> None:
        """Do this once the file is closed, such as throwing the demonstration away."""
        self._afterwards.append(act)

    def close(self) -> None:
        """Let the file go. Twice does no harm."""
        self._store.close()
        acts, self._afterwards = self._afterwards, []
        for act in acts:
            act()
