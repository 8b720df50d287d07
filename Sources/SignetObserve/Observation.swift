package import Signet
package import SignetBridge

/// What was seen of identifiers in a stream: how many of each family and kind.
package struct Observation: Sendable {
    /// One family of one kind.
    package struct Tally: Sendable {
        /// The family.
        package let family: Family
        /// The name by which results call it; that of the declaration for declared ones.
        package let name: String
        /// The form of texts of today's; nil for the others.
        package let form: TextForm?
        /// What they name, where the text says so.
        package let kind: Kind?
        /// How many there were.
        package fileprivate(set) var count: Int
        /// Where the first one stood, in bytes from the beginning of the stream.
        package let first: Int
        /// The first one's line, from 1.
        package fileprivate(set) var line: Int
    }

    /// What was counted, in no order.
    package private(set) var tallies: [Tally] = []
    /// How many bytes were read.
    package internal(set) var bytes = 0
    /// How many lines were read; the last one may have no end.
    package internal(set) var lines = 0
    /// The places of tallies of each family, the one that was seen last in front.
    private var places: [[Int]] = Array(repeating: [], count: Family.allCases.count)

    /// Nothing was seen yet.
    package init() {}

    /// How many identifiers there were.
    package var total: Int { tallies.reduce(0) { $0 + $1.count } }

    /// How many of them were of earlier generators: neither of today's forms nor UUIDs nor
    /// credentials.
    package var legacy: Int {
        tallies.reduce(0) { $0 + ($1.isLegacy ? $1.count : 0) }
    }

    /// Counts one identifier.
    ///
    /// - Parameters:
    ///   - detection: What it is.
    ///   - family: The family on which its readings agree.
    ///   - bridge: What knows the names of declared families.
    ///   - offset: Where it stands.
    @inline(__always)
    mutating func count(
        _ detection: Detection,
        _ family: Family,
        _ bridge: Bridge,
        at offset: Int
    ) {
        let index = Int(family.rawValue)
        let (kind, form) = (detection.kind, detection.form)
        if let place = places[index].first, isSame(place, kind, form) {
            tallies[place].count += 1
            return
        }
        find(detection, family, bridge, at: offset)
    }

    @inline(__always)
    private func isSame(_ place: Int, _ kind: Kind?, _ form: TextForm?) -> Bool {
        tallies[place].kind == kind && tallies[place].form == form
    }

    /// Counts one whose tally is not the last of its family.
    @inline(never)
    private mutating func find(
        _ detection: Detection,
        _ family: Family,
        _ bridge: Bridge,
        at offset: Int
    ) {
        let index = Int(family.rawValue)
        let (kind, form) = (detection.kind, detection.form)
        if let found = places[index].firstIndex(where: { isSame($0, kind, form) }) {
            tallies[places[index][found]].count += 1
            if found > 0 { places[index].swapAt(found, found - 1) }
            return
        }
        places[index].append(tallies.count)
        tallies.append(
            Tally(
                family: family,
                name: form?.name ?? bridge.name(of: detection[0]),
                form: form,
                kind: kind,
                count: 1,
                first: offset,
                line: 0
            )
        )
    }

    /// Says which lines the new tallies of a piece of the stream stand in.
    ///
    /// - Parameters:
    ///   - known: How many tallies there were before the piece.
    ///   - piece: The bytes of the piece.
    ///   - start: Where it stands in the stream.
    mutating func place(after known: Int, in piece: Span<UInt8>, from start: Int) {
        for index in known..<tallies.count {
            let end = tallies[index].first - start
            tallies[index].line = lines + 1 + piece.extracting(0..<end).newlines
        }
    }
}

extension Observation.Tally {
    /// Whether an earlier generator made them.
    package var isLegacy: Bool {
        switch family {
        case .current, .uuid, .credential, .foreign, .unknown: false
        default: true
        }
    }
}
