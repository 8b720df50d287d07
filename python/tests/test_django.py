"""Model fields for Django, on SQLite."""

import json
import uuid
from functools import partial

import pytest

import signet

django = pytest.importorskip("django")

from django.conf import settings  # noqa: E402

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=[],
    USE_TZ=True,
)
django.setup()

from django.core import exceptions, serializers  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.db.migrations.writer import MigrationWriter  # noqa: E402
from django.forms import modelform_factory  # noqa: E402

from signet.django import SignetIDField, SignetUUIDField  # noqa: E402

TEXT = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"
COMPACT = "session_01j7nsj96je00838djrfaebxg7"
RUN = f"run{COMPACT[7:]}"


class Session(models.Model):
    id = SignetIDField("session", primary_key=True, default=partial(signet.new, "session"))
    run = SignetUUIDField("run", null=True, default=signet.uuid)

    class Meta:
        app_label = "signet_tests"


@pytest.fixture(scope="module")
def created():
    with connection.schema_editor() as editor:
        editor.create_model(Session)
    yield
    connection.close()


@pytest.fixture(autouse=True)
def empty(created):
    Session.objects.all().delete()


@pytest.mark.parametrize("value", [TEXT, COMPACT, signet.parse(TEXT), signet.parse(TEXT).uuid])
def test_every_form_is_stored_as_one(value):
    run = value if isinstance(value, uuid.UUID) else signet.parse(RUN)
    Session.objects.create(id=value, run=run)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, run FROM signet_tests_session")
        assert cursor.fetchall() == [(COMPACT, signet.parse(TEXT).uuid.hex)]
    for condition in ({"id": value}, {"pk__in": [TEXT]}, {"run": run}, {"run__in": [RUN]}):
        found = Session.objects.get(**condition)
        assert (found.id, found.run) == (COMPACT, RUN)


def test_defaults_and_order():
    for _ in range(100):
        Session.objects.create()
    rows = list(Session.objects.order_by("id"))
    signet.testing.assert_increasing(row.id for row in rows)
    signet.testing.assert_increasing(row.run for row in rows)


@pytest.mark.parametrize("value", ["user_01j7nsj96je00838djrfaebxg7", "session_1", 7])
def test_what_is_refused(value):
    for name in ("id", "run"):
        with pytest.raises(exceptions.ValidationError) as caught:
            Session(**{name: value}).full_clean()
        assert str(value) not in str(caught.value)
        with pytest.raises(exceptions.ValidationError):
            Session.objects.create(**{name: value})


def test_nothing_is_nothing():
    Session.objects.create(id=COMPACT, run=None)
    assert Session.objects.get().run is None


def test_migrations_say_how_fields_are_made():
    for name, expected in (
        ("id", "signet.django.SignetIDField('session', default=functools.partial(signet.new"),
        ("run", "signet.django.SignetUUIDField('run', default=signet.uuid, null=True)"),
    ):
        field = Session._meta.get_field(name)
        text, imports = MigrationWriter.serialize(field)
        assert text.startswith(expected)
        assert "max_length" not in text
        assert "import signet.django" in imports
        again = field.clone()
        assert (again.kind, again.max_length) == (field.kind, field.max_length)


def test_serializers_and_forms():
    made = Session.objects.create(id=COMPACT, run=RUN)
    text = serializers.serialize("json", [made])
    assert RUN in text
    fields = json.loads(text)[0]
    assert Session._meta.pk.to_python(fields["pk"]) == COMPACT
    assert Session._meta.get_field("run").to_python(fields["fields"]["run"]) == RUN
    form = modelform_factory(Session, fields=["id", "run"])({"id": TEXT, "run": RUN})
    assert form.fields["run"].clean(RUN) == RUN
    assert form.fields["id"].clean(COMPACT) == COMPACT
