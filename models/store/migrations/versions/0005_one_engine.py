"""One engine for checks and for applications."""

import sqlalchemy as sa
from alembic import op

from models.store.types import Instant, Uid

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assessment_export",
        sa.Column("exported_at", Instant(), nullable=False),
        sa.Column("exported_by", sa.String(length=120), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=True),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.Column("application_id", Uid(), nullable=False),
        sa.Column("id", Uid(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_assessment_export_application_id_application"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_export")),
    )
    with op.batch_alter_table("assessment_export", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_assessment_export_application_id"), ["application_id"], unique=False
        )

    with op.batch_alter_table("checklist_answer", schema=None) as batch_op:
        batch_op.create_index(
            "ix_checklist_answer_not_simply_yes",
            ["check_id"],
            unique=False,
            sqlite_where=sa.text(
                "value IS NOT 'yes' AND (value IS NOT NULL OR hours_registered <> hours_documented)"
            ),
        )

    with op.batch_alter_table("checklist_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("motivation_required", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("four_eyes", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("legal_basis", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("judgement_labels", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("advice_order", sa.String(length=120), nullable=True))
    for table in ("checklist_question", "library_question"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("looked_up", sa.Text(), nullable=True))
            batch_op.add_column(sa.Column("parameter", sa.String(length=80), nullable=True))

    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("measure_met_by", sa.String(length=120), nullable=True))

    with op.batch_alter_table("seen_by_centre", schema=None) as batch_op:
        batch_op.add_column(sa.Column("not_signed", sa.Boolean(), nullable=True))
