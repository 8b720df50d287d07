public import Signet

/// Two IDs that should differ and do not, or that stand in the wrong order.
public struct UniquenessFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong: `duplicate` or `order`.
    public let reason: String
    /// The position of the first ID concerned.
    public let first: Int
    /// The position of the second.
    public let second: Int

    /// What is wrong and where.
    public var description: String { "\(reason): IDs \(first) and \(second)" }
}

/// Checks that no ID stands twice.
///
/// - Parameter ids: IDs in any order.
/// - Throws: ``UniquenessFailure`` with the positions of the first two that are equal.
/// - Complexity: O(n log n).
public func requireUnique(_ ids: [AnyID]) throws(UniquenessFailure) {
    let order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
    for (left, right) in zip(order, order.dropFirst()) where ids[left] == ids[right] {
        throw UniquenessFailure(reason: "duplicate", first: left, second: right)
    }
}

/// Checks that IDs stand in the order of minting, none of them twice.
///
/// - Parameter ids: IDs in the order in which one generator minted them.
/// - Throws: ``UniquenessFailure`` with the positions of the first two out of order.
/// - Complexity: O(n).
public func requireIncreasing(_ ids: [AnyID]) throws(UniquenessFailure) {
    for index in ids.indices.dropFirst() where !(ids[index - 1].core < ids[index].core) {
        throw UniquenessFailure(reason: "order", first: index - 1, second: index)
    }
}
