"""What Alembic runs: the migrations, in one transaction, on the file that `upgrade` names."""

from alembic import context
from sqlalchemy import create_engine

from quizapp.store import models

engine = create_engine(f"sqlite+pysqlite:///{context.config.attributes['path'].as_posix()}")
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=models.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
