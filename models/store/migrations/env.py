"""Alembic's door: it gets an open connection from `migrate` and never makes its own."""

from alembic import context

from models.store.migrate import same_type, shown_type

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
    transactional_ddl=False,
    compare_type=same_type,
    render_item=shown_type,
    include_object=context.config.attributes.get("include_object"),
)
with context.begin_transaction():
    context.run_migrations()
