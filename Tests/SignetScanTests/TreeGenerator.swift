/// Fills a directory with files and ignore files, from a seed.
struct TreeGenerator {
    private var state: UInt64
    /// The ignore files that were written, for the message of a failed test.
    private(set) var rules: [String: String] = [:]

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    /// A number below `bound` (xorshift64*, Vigna 2016).
    private mutating func next(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_f491_4f6c_dd1d) >> 33) % bound
    }

    private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    mutating func fill(_ tree: TemporaryTree) throws {
        let folders = ["", "a/", "a/b/", "a/b/c/", "d/", "d/a/", ".h/", "a/.h/"]
        for folder in folders {
            for name in ["a.py", "b.py", "ab.py", ".x.py", "t_1.py", "c.txt"] {
                try tree.write(folder + name)
            }
            for kind in [".gitignore", ".ignore", ".rgignore"] where next(3) == 0 {
                let text = (0...next(4)).map { _ in line() }.joined(separator: "\n")
                rules[folder + kind] = text
                try tree.write(folder + kind, text)
            }
            if next(4) == 0 {
                let text = line()
                rules[folder + ".git/info/exclude"] = text
                try tree.write(folder + ".git/info/exclude", text)
            }
        }
        if next(2) == 0 {
            // Without a slash: ripgrep takes the working directory for the root of this file.
            rules["user"] = pick(["a.py", "b*", "*_*.py", ".x.py", "c/", "[!a].py"])
            try tree.write("home/.config/git/ignore", rules["user"] ?? "")
        }
    }

    /// A line of an ignore file; all its features are of equal meaning to Git and ripgrep.
    private mutating func line() -> String {
        let core = pick([
            "a.py", "*.py", "b*", "a", "a/b", "b/c", "**/c", "a/**", "a/**/a.py", "?b.py",
            "[a-b].py",
            "t_[0-9].py", ".x.py", ".h", "d", "*_*.py", "c", "a/*.py", "\\a.py", "[!a].py",
            "**/b/*.py", "*",
        ])
        return pick(["", "", "", "!", "!"]) + pick(["", "", "", "/"]) + core
            + pick(["", "", "", "/", " "])
    }
}
