extension IdentifierSpelling {
    /// Whether the name is that of an identifier; see the function for bytes.
    package static func isIdentifier(_ name: String) -> Bool {
        isIdentifier(Array(name.utf8).span)
    }

    /// Whether the name is that of a function that makes identifiers; see the function for bytes.
    package static func isMinterFunction(_ name: String) -> Bool {
        isMinterFunction(Array(name.utf8).span)
    }

    /// Whether the name is that of a type that makes identifiers; see the function for bytes.
    package static func isMinterClass(_ name: String) -> Bool {
        isMinterClass(Array(name.utf8).span)
    }
}

extension IdentifierPattern {
    /// Reads a regular expression that `name` is matched with or stands for.
    ///
    /// 32 digits alone may be a digest, unless the name says otherwise.
    package init?(of text: Span<UInt8>, for name: String?) {
        self.init(of: text)
        if self == .digits, !(name.map { Self.isNamed(Array($0.utf8).span) } ?? false) {
            return nil
        }
    }
}
