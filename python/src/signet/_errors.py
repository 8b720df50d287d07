"""What can be wrong with an ID, its text, its kind or its generator."""

from __future__ import annotations

_MESSAGES = {
    # Texts
    "empty": "the text is empty",
    "too_long": "the text is longer than the 255 bytes that an ID may have",
    "unknown_form": "no form of an ID ends like this text; is it cut off?",
    "non_ascii": "a byte is not ASCII",
    "white_space": "white space or a control character stands in the text; trim it",
    "upper_case": "a letter is in upper case; IDs are written in lower case",
    "kind_missing": "the text has no kind",
    "kind_malformed": "a kind is lower-case labels joined by '_', each a letter first",
    "kind_too_long": "a kind has at most 32 bytes",
    "wrong_kind": "the text is of another kind than the one expected",
    "kind_undeclared": "the kind is not declared; declare it in the catalog",
    "bad_base32": "not a base32 digit; the letters i, l, o and u are none",
    "bad_hex": "not a hexadecimal digit",
    "bad_decimal": "not a decimal digit",
    "core_overflow": "the core does not fit 128 bits; its first digit is at most 7",
    "wrong_version": "the UUID version is not one that this form can hold",
    "wrong_variant": "the UUID variant is not the one of RFC 9562",
    "nil_uuid": "the nil UUID names nothing",
    "max_uuid": "the max UUID names nothing",
    "time_out_of_range": "the time is outside 1000000000000 to 9999999999999 milliseconds",
    "counter_out_of_range": "the counter is above 262143",
    "check_mismatch": "the check does not fit; a character or the kind was mistyped",
    "seal_unverified": "a sealed text must be unsealed with its key first",
    "secret_not_id": "this is a secret, not an ID; revoke it if it was exposed",
    # Slots
    "slot_empty": "a slot is empty",
    "slot_too_long": "a slot holds more than 48 bytes",
    "slot_malformed": "a byte of a slot must be escaped as '~' and two hexadecimal digits",
    "escape_malformed": "an escape is '~' and two lower-case hexadecimal digits",
    "escape_unneeded": "an escape stands for a byte that is written as itself",
    "slot_not_utf8": "the bytes of a slot are not UTF-8",
    "tag_malformed": "an owner tag is '.' and twelve base32 digits",
    "tag_misplaced": "an owner tag stands in a slot that is not the owner's",
    "slot_missing": "a slot is missing that is required, or stands before one that is given",
    "slots_too_many": "there are more slots than the kind has; is a '_' not escaped?",
    "slot_unknown": "the kind has no slot of this name",
    "owner_is_email": "an e-mail address must not stand in an ID; use the user's ID",
    "owner_is_telephone": "a telephone number must not stand in an ID; use the user's ID",
    "owner_too_long": "the owner has more than 48 bytes; declare the policy 'owner: tag'",
    "owner_needs_tag": "the owner must be given as a tag, which needs an owner key",
    "owner_not_written": "the kind's policy is to write no owner",
    # Writing
    "no_readable_form": "only a version 7 core of the years 2001 to 2286 has this form",
    "read_as_other_kind": "the text would be read as another kind; use the compact form",
    # Generator
    "entropy_unavailable": "the source of entropy failed; no ID was made",
    "clock_out_of_range": "the clock cannot be read or is outside the years 2001 to 2286",
    "clock_far_ahead": "the clock jumped far ahead; set it right and restart",
    # Catalog
    "kind_declared_twice": "a kind is declared twice",
    "kind_ambiguous": "no text could tell one kind from the other followed by a slot",
    "slot_name_malformed": "the name of a slot is one lower-case label",
    "slot_declared_twice": "a slot is declared twice",
    "slot_order": "a required slot follows an optional one",
    "policy_without_owner": "an owner policy is declared for a kind without an owner slot",
    "catalog_malformed": "the file is not what 'signet kinds list --json' prints",
}

_SEAL_MESSAGES = {
    "malformed": "the text is not well-formed",
    "not_sealed": "the text carries no seal",
    "mismatch": "the seal is not one of these keys' for this audience; refuse the text",
    "unknown_key": "the seal names a key that is not configured",
    "expired": "the seal has expired",
    "expiry_out_of_range": "a seal expires between 2020-01-01T00:01Z and the year 4061",
    "bad_key_length": "a key is 32 bytes",
    "bad_key_number": "the number of a key is 0 to 31",
    "no_key": "no key is configured for this",
    "zero_byte": "a tenant, an owner or an audience must not hold a zero byte",
    "entropy_unavailable": "the source of entropy failed; nothing was made",
}


class IDError(ValueError):
    """What went wrong with an ID, its text, its kind or its generator.

    Branch on `code`; the names are those of the command line's JSON. The message says what to do
    and never repeats the text that is refused, so that it can be logged as it is.
    """

    code: str
    """What is wrong, in `snake_case`."""
    offset: int | None
    """The byte of the text's UTF-8 at which it is wrong, counted from 0."""
    kind: str | None
    """The declared kind that the error is about."""
    other_kind: str | None
    """The second declared kind, where two are in conflict."""

    def __init__(
        self,
        code: str,
        offset: int | None = None,
        kind: str | None = None,
        other_kind: str | None = None,
    ) -> None:
        super().__init__(code, offset, kind, other_kind)
        self.code = code
        self.offset = offset
        self.kind = kind
        self.other_kind = other_kind

    def __str__(self) -> str:
        place = "" if self.offset is None else f"byte {self.offset}: "
        about = ""
        if self.kind is not None:
            other = "" if self.other_kind is None else f" and kind {self.other_kind}"
            about = f" (kind {self.kind}{other})"
        return f"{place}{_MESSAGES[self.code]}{about}"


class SealError(ValueError):
    """What went wrong with a key, a seal or a secret; it never repeats the text or the key."""

    code: str
    """What is wrong, in `snake_case`; branch on this."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        cause = "" if self.__cause__ is None else f": {self.__cause__}"
        return f"{_SEAL_MESSAGES[self.code]}{cause}"


def byte_fault(byte: int, otherwise: str) -> str:
    """Names the most telling reason for which a byte is refused; `otherwise` if it is ordinary."""
    if byte >= 0x80:
        return "non_ascii"
    if byte <= 0x20 or byte == 0x7F:
        return "white_space"
    if 0x41 <= byte <= 0x5A:
        return "upper_case"
    return otherwise
