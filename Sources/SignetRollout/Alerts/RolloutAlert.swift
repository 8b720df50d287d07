internal import Signet
internal import SignetOutput

/// Word that an ID came by that the stage does not allow.
public struct RolloutAlert: Hashable, Sendable {
    /// The service.
    public let service: String
    /// The ID.
    public let offender: Offender
    /// How many like it came by since the last alert of its kind and family, this one included.
    public let count: UInt64

    /// The alert as one JSON object, such as for a webhook.
    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("alert", "signet.rollout")
            json.member("service", service)
            json.member("kind", offender.kind?.description)
            json.member("family", offender.family)
            json.member("format", offender.format.description)
            json.member("stage", offender.stage.rawValue)
            json.member("direction", offender.direction.rawValue)
            json.key("count")
            json.number(count)
            json.member("example", offender.text)
            json.key("time_ms")
            json.number(offender.time)
        }
        return json.text
    }
}

extension RolloutAlert: CustomStringConvertible {
    /// One sentence without a full stop.
    public var description: String {
        let kind = offender.kind?.description ?? "ID"
        return
            "\(offender.format) \(kind) \(offender.direction.rawValue) in \(service), at the stage "
            + "\(offender.stage.rawValue): \(offender.text) (\(count) since the last alert)"
    }
}
