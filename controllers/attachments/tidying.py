"""How the folder with contents stands beside the file: what is missing, what nothing names."""

from controllers.attachments.reading import Reading
from models.attachments import queries
from models.attachments.values import Unused
from models.kernel.text import _
from models.store.attachments import ContentState


class Tidying(Reading):
    """Over all attachments of a file."""

    def trouble(self) -> str:
        """One sentence when contents are not where they belong; empty when all is well."""
        contents = self._store.contents
        with self._store.look() as session:
            every = queries.some(session, queries.ids(session))
        gone = sum(contents.glance(one.sha256, one.size) is ContentState.MISSING for one in every)
        if not gone:
            return ""
        if not contents.folder.is_dir():
            said = _(
                "The folder {folder} with the attachments is not beside the file. Put it back"
                " there: a file that is moved or copied takes its folder along."
            )
            return said.format(folder=contents.folder.name)
        said = _("{gone} of {all} attachments are missing from the folder {folder}.")
        return said.format(gone=gone, all=len(every), folder=contents.folder.name)

    def unused(self) -> Unused:
        """Contents that no attachment names: of removed attachments, or left by a mishap."""
        loose = self._loose()
        return Unused(len(loose), sum(loose.values()))

    def clean_up(self) -> Unused:
        """Erase them for good. What was removed can then no longer come back whole."""
        loose = self._loose()
        for mark in loose:
            self._store.contents.drop(mark)
        return Unused(len(loose), sum(loose.values()))

    def _loose(self) -> dict[str, int]:
        with self._store.look() as session:
            named = queries.named(session)
        every = self._store.contents.all()
        return {mark: size for mark, size in every.items() if mark not in named}
