/// Decides whether a text that is built in place identifies something.
enum HomeMadeFormat {
    /// Words of names that say that the value is for people, files, addresses or measurements.
    private static let others: Set<String> = [
        "path", "file", "filename", "dir", "directory", "folder", "url", "uri", "href", "link",
        "log",
        "message", "msg", "text", "title", "label", "description", "date", "time", "timestamp",
        "at",
        "version", "email", "mail", "content", "body", "header", "sql", "query", "command", "cmd",
        "format", "pattern", "regex", "comment", "caption", "summary", "seed", "salt", "password",
        "hash", "digest", "checksum", "etag", "fingerprint", "signature", "size", "length", "count",
        "sentinel", "marker", "placeholder", "boundary", "delimiter",
    ]

    /// Last words of names behind which a value with random digits is an identifier as well.
    private static let handles: Set<String> = [
        "name", "slug", "ref", "reference", "handle", "tag", "channel", "topic", "queue", "group",
        "session", "run", "job", "task", "thread", "request", "suffix", "prefix", "namespace",
        "bucket", "table", "consumer", "worker", "lock", "username", "stream", "cluster",
    ]

    /// First words of functions that give something an identifier.
    private static let setters: Set<String> = [
        "set", "async", "with", "assign", "bind", "use", "add", "register", "store",
    ]

    /// First words of functions whose results are new, whatever is called.
    private static let makers: Set<String> = [
        "make", "generate", "gen", "new", "create", "unique", "identify", "random", "build",
    ]

    /// First words of functions that look for what their keywords name.
    private static let searches: Set<String> = [
        "list", "filter", "exclude", "search", "find", "exists", "count",
    ]

    /// Words before `id` that say that an element of a page has it.
    private static let pageWords: Set<String> = ["elem", "element", "dom", "html", "div", "css"]

    /// Whether `composition`, taken by `name`, is an identifier.
    static func identifies(_ composition: Composition, _ name: ValueName) -> Bool {
        let meaning = NameMeaning(name.text)
        guard let last = meaning.words.last, isPlausible(composition) else { return false }
        if let callee = name.callee, isSearch(callee) { return false }
        if name.role == .argument {
            // A type for identifiers, called with the value, makes one as well: `RunID(…)`.
            let isType = name.text.utf8.first.map { (0x41...0x5a).contains($0) } ?? false
            let isSetter = composition.form != .bare && setters.contains(meaning.words[0])
            guard isSetter || isType && meaning.isIdentifier else { return false }
            // Handed over with an identifier, a length is that of what the identifier names.
            if composition.form == .bare, composition.ingredients == .length { return false }
        }
        if meaning.isIdentifier { return isGenerated(composition, meaning) }
        if name.role == .result, !makers.contains(meaning.words.first { $0 != "_" } ?? "") {
            return false
        }
        let isHandle =
            handles.contains(last) || name.role == .result && ["identify", "unique"].contains(last)
        guard name.role != .argument, isHandle,
            meaning.words.allSatisfy({ !others.contains($0) }), !isFileName(composition, meaning)
        else { return false }
        var unique: Ingredients = [.uuid, .secret, .foreign, .random, .address]
        if last == "ref" || last == "reference" { unique.insert(.length) }
        return !composition.ingredients.isDisjoint(with: unique) && composition.form != .bare
    }

    /// Whether a function looks for what its keywords name: `list_runs`, but not `find_or_create`.
    private static func isSearch(_ callee: String) -> Bool {
        let words = NameWords.of(callee)
        return words.first.map(searches.contains) == true && !words.contains("create")
    }

    /// Last words of names of files and of their parts.
    private static let fileWords: Set<String> = ["fname", "filename", "basename", "file", "path"]

    /// Whether a name or an ending is that of a file: another one is part of it, the function is
    /// about one, or the text begins as extensions and temporary files do.
    private static func isFileName(_ composition: Composition, _ meaning: NameMeaning) -> Bool {
        if composition.template.hasPrefix(".") { return true }
        let fields = composition.template.split(separator: "{").compactMap { part in
            part.split(separator: "}").first.flatMap { NameWords.of(String($0)).last }
        }
        if meaning.words.last == "name", fields.contains(where: fileWords.contains) { return true }
        guard meaning.words == ["name"] || meaning.words == ["base", "name"] else { return false }
        if composition.template.hasPrefix("tmp") { return true }
        guard let function = composition.function else { return false }
        return ["file", "tempfile", "path", "dir", "tempdir", "directory", "folder"]
            .contains(NameWords.of(String(function.suffix(64))).last ?? "")
    }

    /// Whether a value behind a name of an identifier is made there, not computed from another.
    ///
    /// Dates and numbers of processes are facts of their own, and keys are often looked up by
    /// numbers or hashes of what they stand for.
    private static func isGenerated(_ composition: Composition, _ meaning: NameMeaning) -> Bool {
        let ingredients = composition.ingredients
        // Elements of a page are found in the page only.
        if meaning.words.dropLast().last.map(pageWords.contains) == true { return false }
        if composition.form == .bare, !isValue(ingredients, meaning) { return false }
        // A token made by hashing stands for what is hashed.
        if meaning.words.last == "token", ingredients.contains(.hash) { return false }
        guard meaning.words.last == "key", !meaning.words.contains("idempotency") else {
            return true
        }
        if meaning.words.count == 1, ingredients.isSubset(of: [.time, .calendar]) { return false }
        return !ingredients.isDisjoint(with: [.uuid, .foreign, .time, .calendar])
            && composition.form != .bare
    }

    /// Whether a value without a text around it is new; a date, the number of a process or the
    /// address of an object is there already, and the length of `ids` is their number.
    private static func isValue(_ ingredients: Ingredients, _ meaning: NameMeaning) -> Bool {
        if ingredients.isSubset(of: [.calendar, .process, .address]) { return false }
        let counts =
            meaning.words.last == "ids"
            || !meaning.words.allSatisfy { $0 != "num" && $0 != "count" }
        return ingredients != .length || !counts
    }

    /// Whether the text can be an identifier at all: no blanks, no path, no address, no file.
    static func isPlausible(_ composition: Composition) -> Bool {
        let text = composition.template
        let isClean = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x20, 0x09, 0x0a, 0x0d, 0x2f, 0x5c, 0x3c, 0x3e, 0x40, 0x3f, 0x2c, 0x28, 0x29, 0x26,
                0x3d:
                false
            default: true
            }
        }
        // Doubled braces leave a template for somebody else to fill in.
        let isTemplate = text.hasPrefix("{{")
        return isClean && !isTemplate && !hasExtension(text) && !standsIn(text)
    }

    /// Words of texts that only hold a place until something else is put there.
    private static let standIns: Set<String> = ["placeholder", "sentinel", "marker"]

    /// Whether the text says of itself that it is there for a moment only.
    private static func standsIn(_ text: String) -> Bool {
        NameWords.of(text).contains(where: standIns.contains)
    }

    /// Whether the text ends with a dot and letters, or with a field of that name, as names of
    /// files do.
    private static func hasExtension(_ text: String) -> Bool {
        let field = text.hasSuffix("}") ? text.dropLast().split(separator: "{").last : nil
        let word = field.flatMap { NameWords.of(String($0)).last }
        if word == "ext" || word == "extension" { return true }
        // The root of all names of hosts is a dot.
        let name = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
        let rest = name[dot...].dropFirst()
        return (1...5).contains(rest.count) && rest.allSatisfy(\.isLetter)
    }
}
