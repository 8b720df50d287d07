import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SignetWebhook
import Synchronization

/// A receiver of webhooks on this machine, which answers as it is told.
final class Receiver: Sendable {
    /// How it answers one request.
    enum Answer {
        case status(HTTPResponse.Status)
        /// Not before ``Receiver/release()``.
        case nothing
    }

    /// What a request brought.
    struct Message: Sendable {
        let fields: HTTPFields
        let body: [UInt8]

        /// A header field by its name, or the empty text.
        subscript(_ name: String) -> String {
            HTTPField.Name(name).flatMap { fields[$0] } ?? ""
        }

        /// Its text.
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    private let state: Mutex<(answers: [Answer], messages: [Message])>
    private let isReleased = Atomic(false)

    /// Answers the first requests so, and all others with 200.
    init(_ answers: [Answer] = []) { state = Mutex((answers, [])) }

    /// Answers what hangs, so that the server can end.
    func release() { isReleased.store(true, ordering: .relaxed) }

    /// What has come, in order.
    var messages: [Message] { state.withLock { $0.messages } }

    /// Waits until so many messages have come.
    func messages(_ count: Int) async throws -> [Message] {
        while messages.count < count { try await Task.sleep(for: .milliseconds(2)) }
        return messages
    }

    /// The server, at a port or where the system likes.
    func application(port: Int = 0) -> some ApplicationProtocol {
        let router = Router()
        router.post("hook") { request, _ -> Response in
            let body = try await request.body.collect(upTo: 100_000)
            let message = Message(fields: request.headers, body: Array(buffer: body))
            let answer = self.state.withLock { state in
                state.messages.append(message)
                return state.answers.isEmpty ? .status(.ok) : state.answers.removeFirst()
            }
            switch answer {
            // Whoever follows a redirection comes here again.
            case .status(let status): return Response(status: status, headers: [.location: "/hook"])
            case .nothing:
                while !self.isReleased.load(ordering: .relaxed) {
                    try await Task.sleep(for: .milliseconds(5))
                }
                return Response(status: .ok)
            }
        }
        return Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        )
    }
}
