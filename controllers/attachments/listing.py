"""The columns of the list of attachments, for screen and workbook."""

from controllers.columns import Column
from models.attachments.values import AttachmentFile, AttachmentRow
from models.kernel.text import N_, _


def state_of(file: AttachmentFile) -> tuple[str, str]:
    """The badge and the word for how the content stands."""
    if not file.there:
        return "late", _("Missing")
    return ("done", _("Kept")) if file.whole else ("late", _("Changed"))


COLUMNS = (
    Column[AttachmentRow](
        "centre", N_("Centre"), lambda row: row.centre, width=30, kind="two",
        sub=lambda row: row.attachment.name,
    ),
    Column[AttachmentRow](
        "enterprise_number", N_("Enterprise number"), lambda row: row.enterprise_number, width=14
    ),
    Column[AttachmentRow]("name", N_("Name"), lambda row: row.attachment.name, width=40),
    Column[AttachmentRow](
        "media_type", N_("Kind"), lambda row: row.attachment.media_type, width=24
    ),
    Column[AttachmentRow](
        "size", N_("Size"), lambda row: row.attachment.size, width=12, kind="number"
    ),
    Column[AttachmentRow](
        "received_on", N_("Received on"), lambda row: row.attachment.received_on, width=13,
        kind="date",
    ),
    Column[AttachmentRow](
        "about", N_("Belongs to"), lambda row: row.attachment.about_label, width=34
    ),
    Column[AttachmentRow](
        "state", N_("State"), lambda row: state_of(row.attachment)[1], width=12, kind="badge",
        state=lambda row: state_of(row.attachment)[0],
    ),
    Column[AttachmentRow]("sha256", N_("SHA-256"), lambda row: row.attachment.sha256, width=66),
    Column[AttachmentRow]("remark", N_("Remark"), lambda row: row.attachment.remark, width=40),
)  # fmt: skip
