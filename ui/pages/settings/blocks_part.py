"""The texts behind two colons, to look through, write and take away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.text_blocks import TextBlocks, by_key
from models.kernel.errors import AppError
from models.kernel.text import _
from models.settings.values import Block
from ui.kit.ask import ask_text
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Tasks


class BlocksPart(QWidget):
    """A list on the left, the text that it stands on to the right; what is typed keeps itself."""

    said = Signal(object)

    def __init__(self, blocks: TextBlocks, tasks: Tasks) -> None:
        super().__init__()
        self._texts, self._tasks = blocks, tasks
        self._blocks: tuple[Block, ...] = ()
        self._wanted = ""
        self.rows = RowList(compact=True)
        self.rows.setAccessibleName(_("Text blocks"))
        self.rows.setMinimumHeight(300)
        self.form = Form(self)
        self.title, self.text = LineField(), TextField(lines=4)
        self.new = Button(_("New text"), "secondary", "plus")
        self.remove = Button(_("Remove"), "ghost", "x")
        title = self.form.add("title", _("What it is about"), self.title, optional=True)
        text = self.form.add("text", _("Text"), self.text)
        mask(title, text)
        hint = Text(_("Type :: and the key in a note, such as ::pop."), "small", 400, "quiet")
        right = column(title, text, row(self.remove, None), None, gap=10)
        both = row(gap=24)
        both.addWidget(self.rows, 2)
        both.addLayout(right, 3)
        self.setLayout(column(row(hint, None, self.new), both, gap=8))
        self.rows.chosen.connect(self._stand)
        self.form.changed.connect(self._hand_in)
        self.new.clicked.connect(self._ask_key)
        self.remove.clicked.connect(self._remove)

    def reload(self) -> None:
        self._tasks.ask(self._texts.all).then(self._show)

    def settle(self) -> None:
        self.form.settle()

    def _show(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        before = self._wanted or self.rows.current
        self._wanted = ""
        self.rows.set_rows([_row(one) for one in blocks])
        if not self.rows.choose(before) and blocks:
            self.rows.choose(blocks[0].key)
        self._stand(self.rows.current)

    def _stand(self, key: object) -> None:
        block = by_key(self._blocks).get(str(key))
        if block is None:
            return
        self.form.show({"title": block.title, "text": block.text}, of=block.key)
        self.remove.setVisible(block.own)
        self.remove.setText(_("Back to the text that came along") if block.shipped else _("Remove"))

    def _hand_in(self, _name: str, _value: object) -> None:
        values = self.form.values()
        ticket = self._tasks.do(
            self._texts.write, str(self.form.of), values["title"], values["text"]
        )
        ticket.otherwise(self._explain)

    def _ask_key(self) -> None:
        ask_text(
            self,
            _("New text"),
            _("Key"),
            self._begin,
            help=_("What follows the two colons: small letters or digits, such as pop."),
            word=_("Write the text"),
        )

    def _begin(self, raw: str) -> None:
        self._tasks.ask(self._texts.begin, raw).then(self._begun).otherwise(self._explain)

    def _begun(self, key: str) -> None:
        """It stands in the list with its key as text, until something better is written."""
        self._wanted = key
        self._tasks.do(self._texts.write, key, "", key).then(self._to_text)

    def _to_text(self, _done: None) -> None:
        self.text.setFocus()
        self.text.selectAll()

    def _remove(self) -> None:
        key = self.rows.current
        if key is not None:
            ticket = self._tasks.do(self._texts.remove, str(key))
            ticket.then(self._removed).otherwise(self._explain)

    def _removed(self, _done: None) -> None:
        self.said.emit(Message(_("Text removed."), undo=True))

    def _explain(self, error: AppError) -> None:
        if not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))


def _row(block: Block) -> Row:
    own = ("done", _("Own text")) if block.own else None
    return Row(f"::{block.key}", block.title or block.text, "", own, payload=block.key)
