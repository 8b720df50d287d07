/// Which consumers in a tree depend on how the value of a producer looks.
///
/// A consumer belongs to a producer when what it takes has the name that the producer gives its
/// value, in whatever spelling: a variable, an attribute, a keyword, a key of a dictionary and a
/// column of one name are one resource. A name that says nothing of what it names, such as `id`,
/// means something else in every file and class, so there it links only within a file, and where
/// both places stand in classes only within one class.
///
/// Consumers are kept in groups that producers share, so building takes time linear in the number
/// of findings.
package struct ConsumerIndex: Sendable {
    /// What the members of a group have in common.
    private struct Key: Hashable {
        var resource: String
        /// The file, for names that mean nothing outside of it.
        var path: String?
        /// The class; empty for consumers outside of classes, `nil` for all of the file.
        var owner: String?
    }

    /// The consumers of each group, as indices of findings in the order of the report.
    package private(set) var groups: [[Int]] = []
    private var numbers: [Key: Int] = [:]

    /// Finds the consumers among `findings`.
    package init(_ findings: [Finding]) {
        for (index, finding) in findings.enumerated() where finding.category == .consumer {
            guard let resource = finding.resource else { continue }
            if Self.isPlain(resource) {
                let owner = Self.owner(of: finding) ?? ""
                add(index, to: Key(resource: resource, path: finding.path, owner: owner))
                add(index, to: Key(resource: resource, path: finding.path))
                if let type = Self.type(of: finding) { add(index, to: type) }
            } else {
                add(index, to: Key(resource: resource))
            }
        }
    }

    private mutating func add(_ index: Int, to key: Key) {
        if let number = numbers[key] {
            groups[number].append(index)
        } else {
            numbers[key] = groups.count
            groups.append([index])
        }
    }

    /// The numbers of the groups that depend on `finding`; none unless it is a producer.
    ///
    /// No consumer is in two of them.
    package func groups(of finding: Finding) -> [Int] {
        guard finding.category == .producer, let resource = finding.resource else { return [] }
        guard Self.isPlain(resource) else {
            return numbers[Key(resource: resource)].map { [$0] } ?? []
        }
        guard let owner = Self.owner(of: finding) else {
            return numbers[Key(resource: resource, path: finding.path)].map { [$0] } ?? []
        }
        return [owner, ""].compactMap {
            numbers[Key(resource: resource, path: finding.path, owner: $0)]
        }
    }

    /// The number of the group of consumers that take what is called `resource` in all files.
    package func group(named resource: String) -> Int? { numbers[Key(resource: resource)] }

    /// The number of the group of consumers in classes called `type`, in any file, that take what
    /// has a plain name: a validator of the field `id` calls its value `v`.
    package func group(inClass type: String) -> Int? { numbers[Self.key(ofClass: type)] }

    /// How many consumers depend on `finding`.
    package func count(of finding: Finding) -> Int {
        groups(of: finding).reduce(0) { $0 + groups[$1].count }
    }

    /// The first consumers that depend on `finding`, at most `limit`, as indices of findings.
    package func consumers(of finding: Finding, limit: Int) -> [Int] {
        var result: [Int] = []
        for number in groups(of: finding) {
            result += groups[number].prefix(limit - result.count)
        }
        return result
    }

    /// Whether a name says that something is identified, but not what.
    package static func isPlain(_ resource: String) -> Bool {
        resource.utf8.count < 3 || plainNames.contains(resource)
    }

    private static let plainNames: Set<String> = [
        "ids", "uuid", "uuids", "guid", "uid", "key", "identifier", "value", "name", "text",
        "result", "data", "token", "new_id", "unique_id", "object_id", "uuid_str", "str", "hex",
    ]

    private static func type(of finding: Finding) -> Key? {
        owner(of: finding)?.split(separator: ".").last.map { key(ofClass: String($0)) }
    }

    /// Of `run` in `run.id = …` and of the class `Run`.
    private static func key(ofClass type: String) -> Key {
        Key(resource: "", owner: NameWords.of(type).joined(separator: "_"))
    }

    /// The class in which a finding stands: what is before the last dot of the function.
    private static func owner(of finding: Finding) -> String? {
        guard let function = finding.function, let dot = function.lastIndex(of: ".") else {
            return nil
        }
        return String(function[..<dot])
    }
}
