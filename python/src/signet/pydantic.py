"""A type for Pydantic 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from ._columns import compact_length
from ._parse import parse
from ._text import FORMS

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue


class SignetID:
    """Says of a `str` that it is an ID of one kind.

        class Session(BaseModel):
            id: Annotated[str, SignetID("session")]

    Any form is accepted. Without `form` the text stays as it was given.

    Args:
        kind: The kind.
        form: The form to bring IDs into, such as `compact`.
    """

    __slots__ = ("form", "kind")

    def __init__(self, kind: str, *, form: str | None = None) -> None:
        compact_length(kind)
        if form is not None and form not in FORMS:
            raise ValueError(f"form is one of {', '.join(FORMS)}")
        self.kind = kind
        self.form = form

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validates behind what the annotated type validates."""
        return core_schema.no_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describes the text to OpenAPI."""
        described = handler(schema)
        described.update(format="signet-id", maxLength=255, description=f"an ID, kind {self.kind}")
        return described

    def _validate(self, text: str) -> str:
        parsed = parse(text, self.kind)
        return text if self.form is None else parsed.text(self.form)
