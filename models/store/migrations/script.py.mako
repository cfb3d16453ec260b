"""${message}."""

import sqlalchemy as sa
from alembic import op

from models.store.types import Instant, Uid

revision = "${up_revision}"
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
