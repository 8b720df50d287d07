import Signet
import SignetScan

/// The kind of identifier that a place makes, and what says so.
///
/// Stricter than the guess of a finding: code is written by it. A name that says nothing but
/// `id` takes its kind from the class around it, and a name whose words do not add up to one kind
/// becomes a kind of its own, never the kind of its last word.
package struct KindChoice: Sendable, Equatable {
    /// The kind, such as `thread`.
    package var kind: String
    /// Whether the catalog has it.
    package var isDeclared: Bool
    /// What says so, as one clause.
    package var reason: String
    /// The class or variable that it is taken from, where the name that takes it says nothing.
    package var type: String?
    /// Why nobody may write it before it is declared.
    var doubt: String?

    /// Chooses by the name that takes the value, else by the class around it.
    ///
    /// - Parameters:
    ///   - name: What takes the value.
    ///   - owner: The class whose field or own attribute it is, without the classes around it.
    ///   - context: The kinds of the project, and the names that it has declared.
    /// - Throws: Why the name gives no kind.
    init(_ name: ValueName, in owner: String?, _ context: FixContext) throws(FixRefusal) {
        let catalog = context.catalog
        if let kind = context.settings.names[name.text] {
            self.init([kind], catalog, reason: "signet.yml says what \(name.text) is")
            return
        }
        var name = name
        // What stands before the last dot of `tts.audio_id` is a space of names.
        if let last = name.text.split(separator: ".").last { name.text = String(last) }
        let nothing = FixRefusal(
            "nothing says what it names",
            remedy: "give the value to a name that ends in _id and says of what"
        )
        var words = Self.words(of: name.text)
        if words == ["jti"] {
            self.init(["jwt", "token"], catalog, reason: "a jti names a token (RFC 7519)")
            return
        }
        guard let last = words.last, KindWords.identifiers.contains(last),
            !Self.isNumberedInside(name.text)
        else { throw nothing }
        words.removeLast()
        words.removeAll { KindWords.identifiers.contains($0) && $0 != "id" }
        while words.last == "id" { words.removeLast() }
        let rest = Self.withoutQualifiers(words)
        if !rest.isEmpty {
            try self.init(rest, of: name, catalog)
        } else if let type = Self.type(of: name) ?? owner, words.isEmpty {
            try self.init(type: type, of: name, catalog)
        } else {
            throw nothing
        }
        guard kind.utf8.count <= Kind.maximumCount,
            kind.utf8.allSatisfy({ (0x61...0x7a).contains($0) || $0 == 0x5f })
        else { throw nothing }
        guard isDeclared || !Self.isTakenForOther(kind, catalog) else {
            throw FixRefusal(
                "no catalog can have the kind \(kind): its texts read like those of a shorter kind",
                remedy: "give the name a kind of its own below fix.names in signet.yml"
            )
        }
    }

    /// Chooses by the words of a name that are left without `id` and what only tells which one.
    private init(_ words: [String], of name: ValueName, _ catalog: Catalog) throws(FixRefusal) {
        let joined = words.joined(separator: "_")
        let isForeign =
            KindWords.foreign.contains(joined) || words.last.map(KindWords.foreign.contains) == true
        guard !isForeign || Self.declared(joined, catalog) != nil else {
            throw FixRefusal("its format may be laid down by others")
        }
        self.init(words, catalog, reason: "it becomes \(name.text)")
        guard !isDeclared else { return }
        try Self.requireThing(words)
        // Who has named a header has not asked what it names here.
        guard !name.text.contains("-") else {
            throw FixRefusal("its format may be laid down by others")
        }
        // Verbs and participles that no list has would become part of the kind.
        let isOfFunction =
            [.result, .argument].contains(name.role) && name.text.first?.isUppercase != true
        let isVerb = isOfFunction && Self.words(of: name.text).first == words.first
        guard words.count == 1 || !isVerb, !Self.isParticiple(words[0]) else {
            throw FixRefusal("\(words[0]) may be no part of what it names", remedy: Self.remedy)
        }
    }

    /// Chooses by the class that bears the identifier, or by a variable that holds what does.
    private init(type: String, of name: ValueName, _ catalog: Catalog) throws(FixRefusal) {
        let isClass = type.utf8.contains { (0x41...0x5a).contains($0) }
        let all = Self.words(of: type)
        let words = isClass ? all : Self.withoutQualifiers(all)
        let nothing = FixRefusal("\(type) says nothing of what it names", remedy: Self.remedy)
        let isPlain = !NameWords.of(type).dropLast().contains { $0.contains(where: \.isNumber) }
        guard !words.isEmpty, isPlain, words.allSatisfy({ !KindWords.abstract.contains($0) }) else {
            throw nothing
        }
        self.init(words, catalog, reason: "it is the \(name.text) of \(type)")
        if !isDeclared {
            try Self.requireThing(words)
            let last = words.last ?? ""
            guard !KindWords.foreign.contains(last) else {
                throw FixRefusal("its format may be laid down by others")
            }
            guard words.count == 1 || !Self.isParticiple(words[0]),
                KindWords.joints.isDisjoint(with: words)
            else { throw nothing }
        }
        if let role = words.last, KindWords.roles.contains(role), words != [kind] {
            // `UserModel` is a user, but a `LanguageModel` is no language.
            self.init(words.dropLast(), catalog, reason: reason)
            guard isDeclared, KindWords.kept.contains(role) else { throw nothing }
        }
        self.type = type
    }

    /// Whether a word such as `logged` says what was done with a thing.
    private static func isParticiple(_ word: String) -> Bool {
        word.hasSuffix("ed") && !word.hasSuffix("eed") && word.utf8.count > 4
    }

    /// Refuses words of which the last is no name of one thing, or an abbreviation of one.
    private static func requireThing(_ words: [String]) throws(FixRefusal) {
        guard let last = words.last, last.utf8.count > 3 || KindWords.short.contains(last),
            !KindWords.empty.contains(last), !isQuality(last), !isPlural(last),
            words.allSatisfy({ $0.utf8.count > 1 }),
            last.utf8.contains(where: { "aeiouy".utf8.contains($0) })
        else {
            throw FixRefusal(
                "\(words.joined(separator: "_")) says nothing of what it names",
                remedy: remedy
            )
        }
    }

    /// Whether a word says what can be done with a thing, or what has been.
    private static func isQuality(_ word: String) -> Bool {
        let nouns = ["table", "variable", "cable", "deliverable", "receivable", "payable"]
        let isAble = word.hasSuffix("able") || word.hasSuffix("ible")
        return isAble && !nouns.contains(word) || KindWords.past.contains(word)
            || isParticiple(word)
    }

    private static func isPlural(_ word: String) -> Bool {
        word.hasSuffix("s") && !["ss", "us", "is", "as"].contains(where: word.hasSuffix)
    }

    private static let remedy = "say in signet.yml, below fix, what the name means"

    private init(_ words: [String], _ catalog: Catalog, reason: String) {
        let joined = words.joined(separator: "_")
        self.reason = reason
        // A user's session is a session: other kinds before the last say whose it is.
        let isOfKinds = words.dropLast().allSatisfy { Self.declared($0, catalog) != nil }
        let last = isOfKinds ? words.last : nil
        if let name = Self.declared(joined, catalog) ?? last.flatMap({ Self.declared($0, catalog) })
        {
            kind = name
            isDeclared = true
        } else {
            kind = joined
            isDeclared = false
        }
    }

    /// The kind of the catalog that a name stands for.
    private static func declared(_ name: String, _ catalog: Catalog) -> String? {
        let name = KindWords.synonyms[name] ?? name
        return Kind(name).flatMap { catalog.contains($0) ? name : nil }
    }

    /// Whether a kind begins like a declared one that has slots: `run_step` reads like a run whose
    /// operation is `step`.
    private static func isTakenForOther(_ kind: String, _ catalog: Catalog) -> Bool {
        let words = kind.split(separator: "_")
        return words.indices.dropFirst().contains { end in
            let other = Kind(words[..<end].joined(separator: "_"))
            return other.flatMap { catalog[$0] }?.shape.isEmpty == false
        }
    }

    /// The kind without the name of the project before it: `job` of `RelayJob` in `relay`.
    func without(_ project: String, _ catalog: Catalog) -> KindChoice {
        guard !isDeclared, !project.isEmpty, kind.hasPrefix(project + "_"),
            Self.declared(project, catalog) == nil
        else { return self }
        let words = kind.dropFirst(project.utf8.count + 1).split(separator: "_").map(String.init)
        var choice = KindChoice(words, catalog, reason: reason)
        choice.type = type
        return choice
    }

    /// The kind of the catalog that the last of several words names: `run` of `workflow_run`.
    func declaredPart(_ catalog: Catalog) -> String? {
        kind.split(separator: "_").dropFirst().last.flatMap {
            Self.declared(String($0), catalog)
        }
    }

    /// Whether the first of several words names a kind of the catalog: `user_domain` may be a
    /// domain, that of the user.
    func beginsWithDeclared(_ catalog: Catalog) -> Bool {
        let words = kind.split(separator: "_")
        return words.count > 1 && Self.declared(String(words[0]), catalog) != nil
    }

    /// What the kind is called in names: itself and its synonyms.
    var names: [String] {
        [kind] + KindWords.synonyms.filter { $0.value == kind }.keys.sorted()
    }

    /// Whether a prefix such as `session-` is the name of the kind, whole.
    ///
    /// The calls of tools by `call_` are a format of others.
    func isCalled(_ prefix: String) -> Bool {
        names.contains(Self.withoutQualifiers(Self.words(of: prefix)).joined(separator: "_"))
    }

    /// Whether a literal part of a text, such as `run_`, says the same.
    func agrees(with literal: String) -> Bool {
        let own = Set(NameWords.of(kind))
        let names = names.flatMap { NameWords.of($0) }
        return Self.words(of: literal).allSatisfy { word in
            KindWords.qualifiers.contains(word) || KindWords.identifiers.contains(word)
                || own.union(names).contains { $0 == word || word.count > 1 && $0.hasPrefix(word) }
        }
    }

    /// The words of a name without digits, and without how the value is written down.
    private static func words(of name: String) -> [String] {
        var words = NameWords.of(name).map { String($0.filter { !$0.isNumber }) }
        words.removeAll(where: \.isEmpty)
        while words.count > 1, let last = words.last, KindWords.spellings.contains(last) {
            words.removeLast()
        }
        return words
    }

    /// Whether a number stands before more than the last word, as in `offer_1_part_id`: what is
    /// before it is then the name of something else; or within a word, as in `k8s_job_id` and
    /// `_35fe16d4_task_id`, which means something else without it.
    private static func isNumberedInside(_ name: String) -> Bool {
        let words = NameWords.of(name)
        // The 2 of `idp_saml2_id` is no number of an idp.
        let isAttached = words.dropLast().last.map { word in
            word.contains(where: \.isNumber) && !word.allSatisfy(\.isNumber)
        }
        if isAttached == true, words.count > 2 { return true }
        return words.dropLast(2).contains { $0.contains(where: \.isNumber) }
            || words.contains { word in
                word.drop { !$0.isNumber }.contains { !$0.isNumber }
            }
    }

    private static func withoutQualifiers(_ words: [String]) -> [String] {
        var words = words[...]
        while let first = words.first, KindWords.qualifiers.contains(first) {
            let next = words.dropFirst().first ?? ""
            if first == "test", KindWords.tested.contains(next) { break }
            words.removeFirst()
        }
        return Array(words)
    }

    /// The type that a call with the keyword `id` makes.
    private static func type(of name: ValueName) -> String? {
        guard name.role == .keyword, let callee = name.callee,
            callee.utf8.first.map({ (0x41...0x5a).contains($0) }) == true
        else { return nil }
        return callee
    }
}
