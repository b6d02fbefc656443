"""Alembic's entry: the connection comes from `lingtan.intake.register`, there is no configuration file."""

from alembic import context

from lingtan.intake.register_tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
