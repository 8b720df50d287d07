/// Tells by its letters whether a name is that of an identifier or of something that makes them.
///
/// Asked once for each name of a source, so it looks at bytes and allocates nothing. Narrower than
/// `NameMeaning.isIdentifier`: tokens and keys are taken apart everywhere for good reasons, and
/// `identifier` is what parsers call a word.
package enum IdentifierSpelling {
    /// Whether the last two letters allow any of the answers below; most names end in others.
    @inline(__always)
    package static func mayTell(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 2 else { return false }
        let before = UnicodeScalar(text[text.count - 2] | 0x20)
        return switch (before, UnicodeScalar(text[text.count - 1] | 0x20)) {
        case ("i", "d"), ("d", "s"), ("t", "r"), ("n", "g"), ("e", "x"), ("x", "t"), ("o", "r"),
            ("e", "r"), ("r", "y"), ("e", "n"):
            true
        default: false
        }
    }

    /// Whether the name ends with the word `id`, `uuid`, `guid` or `uid`, or says that it is the
    /// text of one, as in `run_id_str`.
    package static func isIdentifier(_ text: Span<UInt8>) -> Bool {
        var end = text.count
        for suffix in textSuffixes where text.count > suffix.utf8CodeUnitCount + 1 {
            if text.ends(with: suffix) {
                end -= suffix.utf8CodeUnitCount
                break
            }
        }
        return endsWithWord(text, end)
    }

    /// Whether the name is that of a function that makes identifiers: `generate_run_id`,
    /// `newSessionId`, `_next_id`, `gen_uuid`.
    package static func isMinterFunction(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start < text.count, text[start] == 0x5f { start += 1 }
        var end = text.count
        if end > start, text[end - 1] == 0x73 { end -= 1 }
        guard endsWithWord(text, end) else { return isMinterNoun(text) }
        // `create_token_for_user_id` makes a token.
        for word in relations where text.firstOffset(of: word, in: 0..<text.count) != nil {
            return false
        }
        for verb in verbs where text.stands(verb, at: start) {
            let next = start + verb.utf8CodeUnitCount
            guard next < end else { continue }
            if text[next] == 0x5f || isCapital(text[next]) { return true }
        }
        return false
    }

    /// Whether the name is that of a class that makes identifiers: `RunIdGenerator`, `IDManager`.
    package static func isMinterClass(_ text: Span<UInt8>) -> Bool {
        for noun in nouns where text.ends(with: noun) {
            let end = text.count - noun.utf8CodeUnitCount
            return end >= 2 && endsWithWord(text, end)
        }
        return false
    }

    private static let textSuffixes: [StaticString] = ["_str", "_string", "_hex", "_text", "Str"]
    private static let verbs: [StaticString] = [
        "generate", "gen", "new", "make", "create", "next", "mint", "get_unique", "get_new",
        "get_next", "build_unique", "random", "issue", "getUnique",
    ]
    private static let relations: [StaticString] = [
        "_for_", "_from_", "_by_", "_with_", "_to_", "_of_", "_in_",
    ]
    private static let nouns: [StaticString] = [
        "Generator", "Manager", "Factory", "Provider", "Minter", "Gen",
    ]

    private static func isMinterNoun(_ text: Span<UInt8>) -> Bool {
        text.ends(with: "id_generator") || text.ends(with: "id_factory")
            || text.ends(with: "id_gen")
    }

    /// Whether a word for an identifier ends at `end`: in `run_id`, `runId`, `runID`, `uuid`.
    private static func endsWithWord(_ text: Span<UInt8>, _ end: Int) -> Bool {
        guard end >= 2, text[end - 1] | 0x20 == 0x64, text[end - 2] | 0x20 == 0x69 else {
            return false
        }
        var start = end - 2
        if start > 0, text[start - 1] | 0x20 == 0x75 {
            // `uid`, `uuid` and `guid` are words of their own, whatever the case.
            start -= 1
            if start > 0, text[start - 1] | 0x20 == 0x75 || text[start - 1] | 0x20 == 0x67 {
                start -= 1
            }
        }
        if start == 0 || isSeparator(text[start - 1]) { return true }
        // A word inside camel case begins with a capital behind a small letter.
        return isCapital(text[start]) && !isCapital(text[start - 1])
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x5f || byte == 0x2d || byte &- 0x30 < 10
    }
}
