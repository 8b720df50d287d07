public import Hummingbird
public import SignetRollout

/// Looks at the IDs of requests: counts them, and refuses what the rollout's stage does not accept.
///
/// It looks where it is told to and nowhere else: never into bodies. What is refused is answered
/// with 400 and a problem (RFC 9457), which says where the ID stands and what is wrong with it, and
/// does not repeat it. What is no ID at all is left to the handler.
///
/// ```swift
/// let validator = FormatValidator(service: "chat", flags: flags, alerts: [.log(logger)])
/// router.add(middleware: IDFormatMiddleware(
///     validator, at: [.parameter("thread_id", kind: .thread), .query("run", kind: .run)]))
/// router.get("threads/:thread_id") { request, context in … }
/// ```
public struct IDFormatMiddleware<Context: RequestContext>: RouterMiddleware {
    private let validator: FormatValidator
    private let places: [IDPlace]

    /// Creates the middleware.
    ///
    /// - Parameters:
    ///   - validator: What tells IDs apart and counts them.
    ///   - places: Where IDs stand in requests.
    public init(_ validator: FormatValidator, at places: [IDPlace]) {
        self.validator = validator
        self.places = places
    }

    /// Handles a request whose IDs are accepted.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - context: The framework's context.
    ///   - next: What stands behind the middleware.
    /// - Returns: The answer.
    /// - Throws: ``IDFormatProblem``, which the framework answers with; what `next` throws.
    @concurrent
    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var problem: IDFormatProblem?
        for place in places {
            for text in place.texts(of: request, context.parameters) {
                let classification = validator.classify(text, kind: place.kind)
                if !classification.isAllowed, problem == nil {
                    problem = IDFormatProblem(place: place, classification: classification)
                }
            }
        }
        if let problem { throw problem }
        return try await next(request, context)
    }
}
