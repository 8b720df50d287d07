public import Signet

/// What a flag is about: one kind of ID in one service, or all kinds that have no flag of their own.
///
/// Written as `chat/thread`, or `chat/*` for all kinds.
public struct RolloutTarget: Hashable, Sendable {
    /// The service: 1 to 64 letters, digits, `-`, `_` and `.`.
    public let service: String
    /// The kind, or nil for all.
    public let kind: Kind?

    /// Names a kind of a service, or nil when the service is none.
    public init?(service: String, kind: Kind?) {
        guard Self.isService(service) else { return nil }
        self.service = service
        self.kind = kind
    }

    /// Whether a text may name a service.
    static func isService(_ text: String) -> Bool {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= 64
            && bytes.allSatisfy { byte in
                (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                    || byte == UInt8(ascii: ".")
            }
    }
}

extension RolloutTarget: LosslessStringConvertible {
    /// Reads `SERVICE/KIND` or `SERVICE/*`, or returns nil.
    public init?(_ description: String) {
        let parts = description.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        if parts[1] == "*" {
            self.init(service: String(parts[0]), kind: nil)
        } else {
            guard let kind = Kind(String(parts[1])) else { return nil }
            self.init(service: String(parts[0]), kind: kind)
        }
    }

    /// `SERVICE/KIND`, or `SERVICE/*`.
    public var description: String { "\(service)/\(kind?.description ?? "*")" }
}

extension RolloutTarget: Comparable {
    /// Whether the left one stands before the right one: by service, all kinds first.
    public static func < (left: Self, right: Self) -> Bool {
        if left.service != right.service { return left.service < right.service }
        guard let leftKind = left.kind else { return right.kind != nil }
        return right.kind.map { leftKind < $0 } ?? false
    }
}
