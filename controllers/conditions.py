"""What asks for attention, over all centres or at one: when to start, and the last day."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from controllers.columns import Column
from controllers.wording import badge, condition_word, word
from models.conditions import queries, rules
from models.conditions.values import Condition, ConditionFilter, ConditionKind, ConditionList
from models.kernel.text import N_
from models.store.store import Store

COLUMNS = (
    Column[Condition]("centre", N_("Centre"), lambda row: row.centre, width=30),
    Column[Condition]("kind", N_("Kind"), lambda row: condition_word(row.kind), width=24),
    Column[Condition]("what", N_("What"), lambda row: row.what, width=30),
    Column[Condition]("why", N_("Why"), lambda row: row.why, width=50),
    Column[Condition]("start", N_("Start preparing"), lambda row: row.start, width=14, kind="date"),
    Column[Condition]("last", N_("Last day"), lambda row: row.last, width=14, kind="date"),
    Column[Condition](
        "urgency",
        N_("State"),
        lambda row: word(row.urgency),
        width=14,
        kind="badge",
        state=lambda row: badge(row.urgency),
    ),
    Column[Condition]("officer", N_("File keeper"), lambda row: row.officer, width=18),
    Column[Condition]("province", N_("Province"), lambda row: row.province, width=16),
)


class Conditions:
    """The conditions that must hold all the way; every answer is derived at this moment (S7)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def every(self) -> list[Condition]:
        """Everything at every centre, the most urgent first."""
        with self._store.look() as session:
            return queries.conditions(session, self.today())

    def of_centre(self, centre_id: UUID) -> list[Condition]:
        """What asks for attention at one centre, the most urgent first."""
        with self._store.look() as session:
            return queries.conditions(session, self.today(), centre_id)

    def listing(self, wanted: ConditionFilter) -> ConditionList:
        """The lines that fit, and what there is to choose from."""
        return self.narrowed(self.every(), wanted)

    @staticmethod
    def narrowed(found: Sequence[Condition], wanted: ConditionFilter) -> ConditionList:
        """As `listing`, of lines that were asked before."""
        return ConditionList(
            lines=tuple(rules.fitting(found, wanted)),
            every=tuple(found),
            total=len(found),
            late=sum(one.urgency == "late" for one in found),
            officers=_known([one.officer for one in found]),
            provinces=_known([one.province for one in found]),
            kinds=tuple(kind for kind in ConditionKind if any(o.kind is kind for o in found)),
        )


def _known(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}))
