/// The alternatives of a pattern with `{a,b}` in it, as ripgrep's own globs have them.
///
/// Git knows no braces, so only the globs of the command line and of `.ignore` files come here.
/// A pattern with more than 256 alternatives is refused rather than let grow without bound.
enum BraceExpansion {
    private static let limit = 256

    /// All alternatives in order, or `nil` for braces that do not close or are too many.
    static func alternatives(of pattern: [UInt8]) -> [[UInt8]]? {
        var done: [[UInt8]] = []
        var open = [pattern]
        while let next = open.popLast() {
            guard let group = Group(firstIn: next) else {
                if Group.hasUnclosed(next) { return nil }
                done.append(next)
                continue
            }
            for choice in group.choices.reversed() {
                open.append(Array(next[..<group.start]) + next[choice] + next[group.end...])
            }
            guard open.count + done.count <= limit else { return nil }
        }
        return done
    }

    /// The first outermost `{…}` of a pattern.
    private struct Group {
        let start: Int
        let end: Int
        let choices: [Range<Int>]

        init?(firstIn pattern: [UInt8]) {
            var depth = 0
            var start = 0
            var choiceStart = 0
            var choices: [Range<Int>] = []
            var index = 0
            while index < pattern.count {
                switch pattern[index] {
                case UInt8(ascii: "\\"):
                    index += 1
                case UInt8(ascii: "{"):
                    if depth == 0 {
                        start = index
                        choiceStart = index + 1
                    }
                    depth += 1
                case UInt8(ascii: ",") where depth == 1:
                    choices.append(choiceStart..<index)
                    choiceStart = index + 1
                case UInt8(ascii: "}") where depth == 1:
                    choices.append(choiceStart..<index)
                    self.start = start
                    self.end = index + 1
                    self.choices = choices
                    return
                case UInt8(ascii: "}") where depth > 1:
                    depth -= 1
                default:
                    break
                }
                index += 1
            }
            return nil
        }

        /// Whether an opening brace has no closing one.
        static func hasUnclosed(_ pattern: [UInt8]) -> Bool {
            var escaped = false
            for byte in pattern {
                if !escaped, byte == UInt8(ascii: "{") { return true }
                escaped = !escaped && byte == UInt8(ascii: "\\")
            }
            return false
        }
    }
}
