extension IDError {
    /// A reason for which a text, a declaration or a generator is refused.
    public struct Code: Sendable {
        /// The name by which vectors and JSON output call this code, in `snake_case`.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        public let message: String

        fileprivate init(_ name: String, _ message: String) {
            self.name = name
            self.message = message
        }
    }
}

extension IDError.Code: Hashable {
    /// Codes are equal when their names are.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension IDError.Code {
    // MARK: Texts

    /// The text is empty.
    public static let empty = Self(
        "empty",
        "the text is empty"
    )
    /// The text is longer than any ID.
    public static let tooLong = Self(
        "too_long",
        "the text is longer than the 255 bytes that an ID may have"
    )
    /// The text ends like no form of an ID.
    public static let unknownForm = Self(
        "unknown_form",
        "no form of an ID ends like this text; is it cut off?"
    )
    /// A byte is over 0x7F.
    public static let nonASCII = Self(
        "non_ascii",
        "a byte is not ASCII"
    )
    /// A byte is white space or a control character.
    public static let whiteSpace = Self(
        "white_space",
        "white space or a control character stands in the text; trim it"
    )
    /// A letter is in upper case.
    public static let upperCase = Self(
        "upper_case",
        "a letter is in upper case; IDs are written in lower case"
    )
    /// The text has no kind.
    public static let kindMissing = Self(
        "kind_missing",
        "the text has no kind"
    )
    /// The kind is not made of labels.
    public static let kindMalformed = Self(
        "kind_malformed",
        "a kind is lower-case labels joined by '_', each a letter first"
    )
    /// The kind has more than 32 bytes.
    public static let kindTooLong = Self(
        "kind_too_long",
        "a kind has at most 32 bytes"
    )
    /// The text is of another kind than the one that was asked for.
    public static let wrongKind = Self(
        "wrong_kind",
        "the text is of another kind than the one expected"
    )
    /// The kind is not declared in the catalog.
    public static let kindUndeclared = Self(
        "kind_undeclared",
        "the kind is not declared; declare it in the catalog"
    )
    /// A byte is no base32 digit.
    public static let badBase32 = Self(
        "bad_base32",
        "not a base32 digit; the letters i, l, o and u are none"
    )
    /// A byte is no hexadecimal digit.
    public static let badHex = Self(
        "bad_hex",
        "not a hexadecimal digit"
    )
    /// A byte is no decimal digit.
    public static let badDecimal = Self(
        "bad_decimal",
        "not a decimal digit"
    )
    /// The core does not fit 128 bits.
    public static let coreOverflow = Self(
        "core_overflow",
        "the core does not fit 128 bits; its first digit is at most 7"
    )
    /// The version nibble is none of 1 to 8, or not the one that the form needs.
    public static let wrongVersion = Self(
        "wrong_version",
        "the UUID version is not one that this form can hold"
    )
    /// The variant is not the one of RFC 9562.
    public static let wrongVariant = Self(
        "wrong_variant",
        "the UUID variant is not the one of RFC 9562"
    )
    /// The nil UUID.
    public static let nilUUID = Self(
        "nil_uuid",
        "the nil UUID names nothing"
    )
    /// The max UUID.
    public static let maxUUID = Self(
        "max_uuid",
        "the max UUID names nothing"
    )
    /// The time is outside 1000000000000 … 9999999999999.
    public static let timeOutOfRange = Self(
        "time_out_of_range",
        "the time is outside 1000000000000 to 9999999999999 milliseconds"
    )
    /// The counter is above 262143.
    public static let counterOutOfRange = Self(
        "counter_out_of_range",
        "the counter is above 262143"
    )
    /// The check does not fit the text before it.
    public static let checkMismatch = Self(
        "check_mismatch",
        "the check does not fit; a character or the kind was mistyped"
    )
    /// A sealed text stands where an ID is expected.
    public static let sealUnverified = Self(
        "seal_unverified",
        "a sealed text must be unsealed with its key first"
    )
    /// A secret stands where an ID is expected.
    public static let secretNotID = Self(
        "secret_not_id",
        "this is a secret, not an ID; revoke it if it was exposed"
    )
    /// A legacy text stands where an ID is expected.
    public static let legacyText = Self(
        "legacy_text",
        "this is a legacy ID; translate it to get a core"
    )

    // MARK: Slots

    /// A slot is empty.
    public static let slotEmpty = Self(
        "slot_empty",
        "a slot is empty"
    )
    /// A slot holds more than 48 bytes.
    public static let slotTooLong = Self(
        "slot_too_long",
        "a slot holds more than 48 bytes"
    )
    /// A slot holds a byte that must be escaped.
    public static let slotMalformed = Self(
        "slot_malformed",
        "a byte of a slot must be escaped as '~' and two hexadecimal digits"
    )
    /// An escape is not `~` and two lower-case hexadecimal digits.
    public static let escapeMalformed = Self(
        "escape_malformed",
        "an escape is '~' and two lower-case hexadecimal digits"
    )
    /// An escape stands for a byte that needs none.
    public static let escapeUnneeded = Self(
        "escape_unneeded",
        "an escape stands for a byte that is written as itself"
    )
    /// The bytes of a slot are not UTF-8.
    public static let slotNotUTF8 = Self(
        "slot_not_utf8",
        "the bytes of a slot are not UTF-8"
    )
    /// A tag is not `.` and twelve base32 digits.
    public static let tagMalformed = Self(
        "tag_malformed",
        "an owner tag is '.' and twelve base32 digits"
    )
    /// A tag stands in another slot than the owner's.
    public static let tagMisplaced = Self(
        "tag_misplaced",
        "an owner tag stands in a slot that is not the owner's"
    )
    /// A required slot is missing.
    public static let slotMissing = Self(
        "slot_missing",
        "a slot is missing that is required, or stands before one that is given"
    )
    /// There are more slots than the kind's shape has.
    public static let slotsTooMany = Self(
        "slots_too_many",
        "there are more slots than the kind has; is a '_' not escaped?"
    )
    /// The kind's shape has no slot of this name.
    public static let slotUnknown = Self(
        "slot_unknown",
        "the kind has no slot of this name"
    )
    /// The owner is an e-mail address.
    public static let ownerIsEmail = Self(
        "owner_is_email",
        "an e-mail address must not stand in an ID; use the user's ID"
    )
    /// The owner is a telephone number.
    public static let ownerIsTelephone = Self(
        "owner_is_telephone",
        "a telephone number must not stand in an ID; use the user's ID"
    )
    /// The owner's whole identifier is too long to write.
    public static let ownerTooLong = Self(
        "owner_too_long",
        "the owner has more than 48 bytes; declare the policy 'owner: tag'"
    )
    /// The kind's policy is to write the owner as a tag.
    public static let ownerNeedsTag = Self(
        "owner_needs_tag",
        "the owner must be given as a tag, which needs an owner key"
    )
    /// The kind's policy is to write no owner.
    public static let ownerNotWritten = Self(
        "owner_not_written",
        "the kind's policy is to write no owner"
    )

    // MARK: Writing

    /// The core has no readable form.
    public static let noReadableForm = Self(
        "no_readable_form",
        "only a version 7 core of the years 2001 to 2286 has this form"
    )
    /// The text would be read as another kind.
    public static let readAsOtherKind = Self(
        "read_as_other_kind",
        "the text would be read as another kind; use the compact form"
    )
    /// The kind is not declared to be written in the classic form.
    public static let classicNotDeclared = Self(
        "classic_not_declared",
        "the kind is not declared with 'form: classic'"
    )
    /// The buffer is too small for the text.
    public static let bufferTooSmall = Self(
        "buffer_too_small",
        "the buffer is too small for the text"
    )

    // MARK: Generator

    /// The source of entropy failed.
    public static let entropyUnavailable = Self(
        "entropy_unavailable",
        "the source of entropy failed; no ID was made"
    )
    /// The clock cannot be read, or is outside the years 2001 to 2286.
    public static let clockOutOfRange = Self(
        "clock_out_of_range",
        "the clock cannot be read or is outside the years 2001 to 2286"
    )
    /// The clock is far ahead of what can be.
    public static let clockFarAhead = Self(
        "clock_far_ahead",
        "the clock jumped far ahead; set it right and restart"
    )
    /// The node number belongs to the parent process.
    public static let leaseLost = Self(
        "lease_lost",
        "the node number was leased by the parent process; lease another"
    )

    // MARK: Catalog

    /// A kind is declared twice.
    public static let kindDeclaredTwice = Self(
        "kind_declared_twice",
        "a kind is declared twice"
    )
    /// No text could tell a kind from another kind followed by a slot.
    public static let kindAmbiguous = Self(
        "kind_ambiguous",
        "no text could tell one kind from the other followed by a slot"
    )
    /// The name of a slot is no label.
    public static let slotNameMalformed = Self(
        "slot_name_malformed",
        "the name of a slot is one lower-case label"
    )
    /// A slot is declared twice.
    public static let slotDeclaredTwice = Self(
        "slot_declared_twice",
        "a slot is declared twice"
    )
    /// A required slot follows an optional one.
    public static let slotOrder = Self(
        "slot_order",
        "a required slot follows an optional one"
    )
    /// An owner policy is declared for a kind that has no owner.
    public static let policyWithoutOwner = Self(
        "policy_without_owner",
        "an owner policy is declared for a kind without an owner slot"
    )
}
