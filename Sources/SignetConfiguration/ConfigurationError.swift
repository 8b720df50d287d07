/// What is wrong with a configuration file, or with a key that it names.
///
/// The description says what, where and what to do. It never repeats what the file says.
public struct ConfigurationError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// What is wrong and what to do, in one sentence without a full stop.
    public let message: String
    /// The path of the file concerned.
    public let file: String?
    /// The line, from 1.
    public let line: Int?
    /// The column in characters, from 1.
    public let column: Int?

    /// A group of reasons.
    public struct Code: Hashable, Sendable {
        /// The name by which JSON output calls this code.
        public let name: String

        /// The file cannot be read.
        public static let unreadable = Self(name: "unreadable")
        /// The file is not YAML.
        public static let syntax = Self(name: "syntax")
        /// A key of the file is not known here, or its value is of the wrong shape.
        public static let schema = Self(name: "schema")
        /// The declared kinds contradict each other.
        public static let catalog = Self(name: "catalog")
        /// A cryptographic key cannot be used.
        public static let key = Self(name: "key")
    }

    init(
        _ code: Code,
        _ message: String,
        file: String? = nil,
        line: Int? = nil,
        column: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
        self.column = column
    }

    /// The same in a given file.
    func inFile(_ file: String) -> Self {
        Self(code, message, file: file, line: line, column: column)
    }
}

extension ConfigurationError: CustomStringConvertible {
    /// `file:line:column: message`, as far as they are known.
    public var description: String {
        var place = file ?? ""
        if let line { place += ":\(line)" }
        if let line = line, line > 0, let column { place += ":\(column)" }
        return place.isEmpty ? message : "\(place): \(message)"
    }
}
