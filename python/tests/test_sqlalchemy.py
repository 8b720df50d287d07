"""Column types for SQLAlchemy, on SQLite."""

import uuid
from functools import partial

import pytest

import signet

sqlalchemy = pytest.importorskip("sqlalchemy")

from signet.sqlalchemy import SignetID, SignetUUID  # noqa: E402

TEXT = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"
COMPACT = "session_01j7nsj96je00838djrfaebxg7"


@pytest.fixture
def table():
    table = sqlalchemy.Table(
        "sessions",
        sqlalchemy.MetaData(),
        sqlalchemy.Column(
            "id",
            SignetID("session"),
            primary_key=True,
            default=partial(signet.new, "session", form="compact"),
        ),
        sqlalchemy.Column("run", SignetUUID("run"), default=signet.uuid),
    )
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        table.metadata.create_all(connection)
        yield table, connection
    engine.dispose()


def raw(connection):
    return connection.exec_driver_sql("SELECT id, run FROM sessions ORDER BY id").all()


@pytest.mark.parametrize("value", [TEXT, COMPACT, signet.parse(TEXT), signet.parse(TEXT).uuid])
def test_every_form_is_stored_as_one(table, value):
    table, connection = table
    connection.execute(table.insert().values(id=value, run=value_of_run(value)))
    stored = raw(connection)[0]
    assert stored[0] == COMPACT
    assert uuid.UUID(str(stored[1])) == signet.parse(TEXT).uuid
    row = connection.execute(table.select().where(table.c.id == TEXT)).one()
    assert row == (COMPACT, f"run{COMPACT[7:]}")
    where = table.c.run == f"run{COMPACT[7:]}"
    assert connection.execute(table.select().where(where)).one() == row


def value_of_run(value):
    return value if isinstance(value, uuid.UUID) else f"run{COMPACT[7:]}"


def test_defaults_and_order(table):
    table, connection = table
    for _ in range(100):
        connection.execute(table.insert())
    rows = connection.execute(table.select().order_by(table.c.id)).all()
    signet.testing.assert_increasing(row.id for row in rows)
    signet.testing.assert_increasing(row.run for row in rows)
    assert {signet.parse(row.run).kind for row in rows} == {"run"}


@pytest.mark.parametrize("value", ["user_01j7nsj96je00838djrfaebxg7", "session_1", "", 7])
def test_what_is_refused(table, value):
    table, connection = table
    for column in ("id", "run"):
        with pytest.raises((sqlalchemy.exc.StatementError, TypeError)):
            connection.execute(table.insert().values(**{column: value}))
    assert raw(connection) == []


def test_nothing_is_nothing(table):
    table, connection = table
    connection.execute(table.insert().values(id=COMPACT, run=None))
    assert connection.execute(table.select()).one() == (COMPACT, None)


def test_the_column_is_as_long_as_its_texts():
    assert SignetID("session").impl.length == len(COMPACT)
    for make in (SignetID, SignetUUID):
        with pytest.raises(signet.IDError):
            make("Session")
        assert make("session")._static_cache_key == make("session")._static_cache_key
        assert make("session")._static_cache_key != make("run")._static_cache_key
