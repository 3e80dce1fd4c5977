"""What Alembic runs: the migrations, in one transaction, on the file that `upgrade` names."""

from alembic import context
from sqlalchemy import URL, Connection, create_engine, event

from quizapp.store import models
from quizapp.store.files import BUSY_SECONDS


def begin(connection: Connection) -> None:
    """Python's own driver would begin at the first row that changes, after the new tables."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


engine = create_engine(
    URL.create("sqlite+pysqlite", database=str(context.config.attributes["path"])),
    connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
)
event.listen(engine, "begin", begin)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=models.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
