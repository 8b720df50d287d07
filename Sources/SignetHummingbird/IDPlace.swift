public import HTTPTypes
import Hummingbird
public import Signet

/// A place of a request in which an ID stands.
public struct IDPlace: Hashable, Sendable {
    private enum Source: Hashable {
        case parameter(String)
        case header(HTTPField.Name)
        case query(String)
    }

    private let source: Source
    /// What the ID there is to name; nil if its text is to say so.
    public let kind: Kind?

    /// A part of the path, such as `thread_id` in `threads/:thread_id`.
    public static func parameter(_ name: String, kind: Kind? = nil) -> Self {
        Self(source: .parameter(name), kind: kind)
    }

    /// A header field; each of its lines is an ID.
    public static func header(_ name: HTTPField.Name, kind: Kind? = nil) -> Self {
        Self(source: .header(name), kind: kind)
    }

    /// An item of the query, such as `run` in `?run=…`; each with that name is an ID.
    public static func query(_ name: String, kind: Kind? = nil) -> Self {
        Self(source: .query(name), kind: kind)
    }

    /// The place in the words of the server's author: `parameter thread_id`.
    var name: String {
        switch source {
        case .parameter(let name): "parameter \(name)"
        case .header(let name): "header \(name.rawName)"
        case .query(let name): "query \(name)"
        }
    }

    /// The IDs that a request has there, as its handler sees them.
    func texts(of request: Request, _ parameters: Parameters) -> [String] {
        switch source {
        case .parameter(let name): parameters[values: Substring(name)].map(String.init)
        case .header(let name): request.headers[values: name]
        case .query(let name):
            request.uri.queryParameters[values: Substring(name)].map(String.init)
        }
    }
}
