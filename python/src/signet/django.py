"""Model fields for Django."""

from __future__ import annotations

from typing import Any

from django.core import exceptions
from django.db import models

from ._columns import as_text, as_uuid, compact_length
from ._errors import IDError
from ._id import ID


class _KindMixin:
    """What both fields share: a kind, and any form of an ID for a value."""

    kind: str

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Says to a migration how the field is made."""
        name, path, args, kwargs = super().deconstruct()  # type: ignore[misc]
        kwargs.pop("max_length", None)
        return name, path, [self.kind, *args], kwargs

    def to_python(self, value: Any) -> str | None:
        """Makes the compact text of an ID in any form.

        Raises:
            ValidationError: If it is none, or of another kind. It does not repeat the value.
        """
        if value is None:
            return None
        try:
            return as_text(value, self.kind)
        except (IDError, TypeError) as error:
            code = error.code if isinstance(error, IDError) else "invalid"
            raise exceptions.ValidationError(str(error), code=code) from error


class SignetIDField(_KindMixin, models.CharField):
    """A text column for IDs of one kind.

        id = SignetIDField("session", primary_key=True, default=partial(signet.new, "session"))

    Whatever form an ID is given in, its compact text is stored and comes back.

    Args:
        kind: The kind.
        options: As for `CharField`; the length comes from the kind.
    """

    description = "An ID of one kind"

    def __init__(self, kind: str, *args: Any, **options: Any) -> None:
        self.kind = kind
        options["max_length"] = compact_length(kind)
        super().__init__(*args, **options)

    def get_prep_value(self, value: Any) -> str | None:
        """Makes the compact text, also in a query."""
        return self.to_python(value)


class SignetUUIDField(_KindMixin, models.UUIDField):
    """A native `uuid` column for IDs of one kind: the compact text in Python.

    Args:
        kind: The kind.
        options: As for `UUIDField`.
    """

    description = "An ID of one kind, stored as a UUID"

    def __init__(self, kind: str, *args: Any, **options: Any) -> None:
        self.kind = kind
        compact_length(kind)
        super().__init__(*args, **options)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Makes the UUID, as the database wants it."""
        text = self.get_prep_value(value)
        if text is None:
            return None
        made = as_uuid(text, self.kind)
        return made if connection.features.has_native_uuid_field else made.hex

    def get_prep_value(self, value: Any) -> str | None:
        """Makes the compact text, also in a query."""
        return self.to_python(value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str | None:
        """Gives the compact text."""
        return None if value is None else ID(self.kind, value.int, "compact").compact

    def value_to_string(self, obj: Any) -> str:
        """Gives the compact text to a serializer."""
        return str(self.value_from_object(obj))

    def formfield(self, **kwargs: Any) -> Any:
        """Gives a text field, because a UUID field would refuse the kind."""
        return models.Field.formfield(self, **kwargs)
