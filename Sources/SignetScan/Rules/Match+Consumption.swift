extension Match {
    /// The match at a place that depends on how an identifier looks.
    ///
    /// - Parameters:
    ///   - consumption: The place.
    ///   - message: One sentence: what is there, why it hurts, what to do.
    ///   - severity: How bad it is, if that is not what the rule says.
    init(_ consumption: Consumption, _ message: String, severity: Severity? = nil) {
        self.init(
            range: consumption.range,
            message: message,
            symbol: consumption.detail ?? consumption.operation.rawValue,
            shape: consumption.operation.rawValue,
            target: consumption.subject,
            severity: severity,
            function: consumption.function
        )
    }
}

extension SourceAnalysis {
    /// The places that depend on the look of identifiers in this way.
    func consumptions(_ operation: Consumption.Operation) -> [Consumption] {
        consumptions.filter { $0.operation == operation }
    }
}

extension Consumption {
    /// The subject as a message names it.
    var subjectName: String { subject ?? "an identifier" }
}
