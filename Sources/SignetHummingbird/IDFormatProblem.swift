import HTTPTypes
public import Hummingbird
import SignetOutput
public import SignetRollout

/// The answer to a request with an ID that the rollout's stage does not accept.
///
/// The body is a problem of the type `about:blank` (RFC 9457, section 4.2.1) with the extension
/// members `code`, `place`, `format` and `stage`. Nothing of it comes from the request.
public struct IDFormatProblem: Error, HTTPResponseError {
    /// Where the ID stands.
    public let place: IDPlace
    /// What it is.
    public let classification: IDClassification

    /// Always 400.
    public var status: HTTPResponse.Status { .badRequest }

    /// One sentence without a full stop.
    private var detail: String {
        "an ID of the format \(classification.format) is not accepted at the stage "
            + classification.stage.rawValue
    }

    /// The answer.
    ///
    /// - Parameters:
    ///   - request: The request, of which nothing is repeated.
    ///   - context: The framework's context.
    /// - Returns: 400 with `application/problem+json`.
    public func response(from request: Request, context: some RequestContext) -> Response {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "about:blank")
            json.member("title", HTTPResponse.Status.badRequest.reasonPhrase)
            json.key("status")
            json.number(HTTPResponse.Status.badRequest.code)
            json.member("detail", detail)
            json.member("code", RolloutError.Code.refused.name)
            json.member("place", place.name)
            json.member("format", classification.format.description)
            json.member("stage", classification.stage.rawValue)
        }
        return Response(
            status: .badRequest,
            headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: json.text))
        )
    }
}
