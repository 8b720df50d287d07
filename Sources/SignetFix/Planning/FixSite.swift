import Signet
package import SignetScan

/// One place that makes an identifier, and what is to become of it.
package struct FixSite: Sendable {
    /// The finding that stands at the place; of several within each other the outermost.
    package var finding: Finding
    /// How far the change may be trusted.
    package var level: FixLevel
    /// What the identifier names.
    package var kind: KindChoice?
    /// The expression whose value goes into the identifier as its owner.
    package var owner: String?
    /// The form in which the new code asks for it; `nil` where it asks for a UUID object.
    package var form: FixForm?
    /// The variable with an identifier of the same context, whose core the new one shares.
    package var sibling: String?
    /// The code that is to stand there: written, or suggested where the level is manual.
    package var replacement: String?
    /// The bytes of the source that it replaces.
    package var range: Range<Int>
    /// Why all of this, one clause each.
    package var reasons: [String]
    /// What would make the change safe, as one clause.
    package var remedy: String?
    /// The places in the tree that depend on how the value looks.
    package var consumers: [Finding]
    /// Those of them that the change would break; they are to be changed first.
    package var broken: [Finding] = []

    /// Creates a place that is left to a person.
    init(_ finding: Finding, at range: Range<Int>, refusal: FixRefusal, consumers: [Finding] = []) {
        self.finding = finding
        self.range = range
        self.consumers = consumers
        level = .manual
        reasons = [refusal.reason]
        remedy = refusal.remedy
    }

    /// Whether the place is written up to a level.
    package func isWritable(at level: FixLevel) -> Bool {
        self.level != .manual && self.level <= level && replacement != nil
    }

    /// Leaves the place to a person for its consumers' sake, with the code that is to come.
    mutating func suggest(_ code: String) {
        level = .manual
        replacement = code
        reasons.append(
            broken.count == 1
                ? "one place in the tree depends on how it looks"
                : "\(broken.count) places in the tree depend on how it looks"
        )
        remedy = "change those first"
    }

    /// Leaves the place to a person after all.
    package mutating func refuse(_ reason: String) {
        level = .manual
        reasons.append(reason)
    }

    /// Lets the new identifier share the core of the one in `variable`.
    mutating func join(_ variable: String) {
        guard let code = replacement, code.hasSuffix(")") else { return }
        sibling = variable
        replacement = "\(code.dropLast()), sibling_of=\(variable))"
        reasons.append(Self.reason(of: variable))
    }

    /// Lets the new identifier stand alone again.
    mutating func leave() {
        guard let variable = sibling else { return }
        sibling = nil
        replacement = replacement?.replacing(", sibling_of=\(variable)", with: "")
        reasons.removeAll { $0 == Self.reason(of: variable) }
    }

    private static func reason(of variable: String) -> String {
        "it is made beside \(variable), of the same context"
    }

    /// Gives the identifier another kind.
    ///
    /// - Returns: Whether that is a kind, and the code asks for one.
    package mutating func rename(to name: String) -> Bool {
        guard let old = kind?.kind, let code = replacement, let kind = Kind(name) else {
            return false
        }
        if finding.language == "swift" {
            guard let renamed = SwiftLibrary.code(code, from: old, to: name) else { return false }
            replacement = renamed
            self.kind?.kind = name
            self.kind?.reason = "a person has said so"
            return true
        }
        for quote in ["\"", "'"] {
            guard let place = code.firstRange(of: quote + old + quote) else { continue }
            let (head, tail) = (code[..<place.lowerBound], code[place.upperBound...])
            replacement = "\(head)\(quote)\(kind)\(quote)\(tail)"
            self.kind?.kind = name
            self.kind?.reason = "a person has said so"
            return true
        }
        return false
    }

    /// Gives the identifier an owner; its text then has the readable form, which shows owners.
    ///
    /// - Returns: Whether the code can take one, and the owner is a chain of names.
    package mutating func give(to owner: String) -> Bool {
        let isChain = owner.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.first?.isNumber == false
                && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        }
        guard isChain, finding.language == "python", let code = replacement, form != nil,
            form != .uuid, self.owner == nil
        else {
            return false
        }
        let parts = code.split(separator: ", ").filter { !$0.hasPrefix("form=") }
        let call = parts.joined(separator: ", ")
        replacement = "\(call.hasSuffix(")") ? String(call.dropLast()) : call), owner=\(owner))"
        self.owner = owner
        form = .readable
        return true
    }
}
