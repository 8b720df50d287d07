import SignetScan

/// Reads from the files of a project's continuous integration with which Pythons it is tested.
///
/// Line by line: what the files can say in other ways, such as by an expression, is not found, and
/// says nothing.
struct TestedPythons {
    /// What stands before versions in the files of services.
    private static let keys = ["python-version", "python_version", "python:", "python\":"]
    /// The files of services beside GitHub's, which has a folder of them.
    private static let files = [".gitlab-ci.yml", ".travis.yml", ".circleci/config.yml"]

    /// The folder of the project.
    let folder: String

    /// The oldest version that any of the files names; `nil` if none does.
    func oldest(_ reader: inout SourceReader) -> PythonVersion? {
        let workflows = ".github/workflows"
        let names = ((try? SystemFile.names(in: "\(folder)/\(workflows)")) ?? []).filter {
            $0.hasSuffix(".yml") || $0.hasSuffix(".yaml")
        }
        var versions: [PythonVersion] = []
        for name in names.map({ "\(workflows)/\($0)" }) + Self.files {
            guard let text = reader.text(at: "\(folder)/\(name)") else { continue }
            versions += Self.version(after: Self.keys, text).map { [$0] } ?? []
        }
        if let text = reader.text(at: "\(folder)/noxfile.py") {
            versions += Self.version(after: ["python"], text).map { [$0] } ?? []
        }
        if let text = reader.text(at: "\(folder)/tox.ini") {
            versions += Self.environments(ofList: text)
        }
        return versions.min()
    }

    /// The oldest version on a line behind one of `keys`, or in the list that begins there.
    private static func version(after keys: [String], _ text: String) -> PythonVersion? {
        var oldest: PythonVersion?
        var isInBrackets = false
        var isInItems = false
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.isEmpty || line.first == "#" { continue }
            var rest: Substring? = isInBrackets || isInItems && line.first == "-" ? line : nil
            if rest == nil {
                let small = line.lowercased()
                // A list belongs to the key that stands last before it.
                let end = keys.compactMap { small.firstRange(of: $0)?.upperBound }.max()
                let count = end.map { small.distance(from: small.startIndex, to: $0) }
                rest = count.map { line.dropFirst($0) }
                isInItems = rest.map { $0.allSatisfy { ": \"'".contains($0) } } ?? false
            }
            guard var rest else { continue }
            // What is said behind a remark is no version.
            if let remark = rest.firstRange(of: " #") { rest = rest[..<remark.lowerBound] }
            isInBrackets =
                (isInBrackets || rest.contains { "[(".contains($0) })
                && !rest.contains { "])".contains($0) }
            guard let version = PythonVersion(oldestIn: rest) else { continue }
            oldest = min(oldest ?? version, version)
        }
        return oldest
    }

    /// The versions of the environments that tox is to run: `py39`, `py{39,310}-unit`, `py3.9`.
    private static func environments(ofList text: String) -> [PythonVersion] {
        var isList = false
        var versions: [PythonVersion] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if line.first?.isWhitespace == false {
                let key = line.prefix { $0 != "=" }.filter { !$0.isWhitespace }
                isList = ["envlist", "env_list"].contains(key)
            }
            if isList { versions += environments(line) }
        }
        return versions
    }

    /// The versions that a line of names of environments has.
    private static func environments(_ line: Substring) -> [PythonVersion] {
        var versions: [PythonVersion] = []
        var rest = line
        while let range = rest.firstRange(of: "py") {
            rest = rest[range.upperBound...]
            let head = rest.prefix { $0.isNumber || $0 == "." }
            rest = rest[head.endIndex...]
            var tails: [Substring] = [""]
            if rest.first == "{" {
                let items = rest.dropFirst().prefix { $0 != "}" }
                tails = items.split(separator: ",")
                rest = rest[items.endIndex...]
            }
            for tail in tails {
                let digits = (head + tail.prefix { $0 != "-" }).filter(\.isNumber)
                guard digits.first == "3", (2...3).contains(digits.count),
                    let minor = Int(digits.dropFirst())
                else { continue }
                versions.append(PythonVersion(3, minor))
            }
        }
        return versions
    }
}
