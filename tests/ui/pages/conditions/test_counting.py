"""What is late stands in the rail before anybody goes there."""

from pytestqt.qtbot import QtBot

from ui.kit.rail_parts import RailItem
from ui.program import Program


def test_what_is_late_is_counted_as_soon_as_a_file_is_open(qtbot: QtBot, at_work: Program):
    desk = at_work.desk
    assert desk is not None
    assert desk.current.key == "centres"
    (item,) = (one for one in desk.rail.findChildren(RailItem) if one.payload == "conditions")
    late = sum(one.urgency == "late" for one in desk._controllers.conditions.every())
    assert late > 0
    qtbot.waitUntil(lambda: str(late) in item.accessibleName())
