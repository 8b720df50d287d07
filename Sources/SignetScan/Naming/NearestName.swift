/// Finds the name that somebody may have meant.
package enum NearestName {
    /// The name closest to `wanted`, if few enough letters differ: a third, and two at least.
    package static func of(_ wanted: String, in names: [String]) -> String? {
        let limit = max(2, wanted.count / 3)
        let ranked = names.map { (name: $0, distance: distance($0, wanted)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit
        else { return nil }
        return best.name
    }

    /// How many letters must be put in, taken out or exchanged to turn one text into the other.
    ///
    /// One row of the table of Wagner and Fischer (1974) at a time; only the first 64 characters
    /// count, so the cost is bounded.
    static func distance(_ first: some StringProtocol, _ second: some StringProtocol) -> Int {
        let left = Array(first.prefix(64))
        let right = Array(second.prefix(64))
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let exchanged = diagonal + (character == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(exchanged, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
