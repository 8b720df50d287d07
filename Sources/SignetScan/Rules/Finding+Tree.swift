extension Finding {
    /// A finding of a rule about the whole tree at a place where a minter is mentioned.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - place: The place.
    ///   - ordinal: How many findings of the rule the file has at equal mentions before this one.
    ///   - shape: What happens at the place.
    ///   - message: One sentence: what is there, why it hurts, what to do.
    ///   - kind: The kind of identifier that is made.
    ///   - severity: How bad it is, if that is not what the rule says.
    convenience init(
        _ rule: any Rule,
        at place: MinterPlace,
        ordinal: Int = 0,
        shape: String,
        message: String,
        kind: KindGuess?,
        severity: Severity? = nil
    ) {
        var hash = StableHash()
        hash.append(field: rule.name)
        hash.append(field: place.path)
        hash.append(field: place.mention.function ?? "")
        hash.append(field: place.mention.name)
        hash.append(field: String(ordinal))
        self.init(
            rule: rule.name,
            path: place.path,
            start: place.start,
            end: place.end,
            category: rule.category,
            severity: severity ?? rule.severity,
            language: place.language,
            service: place.service,
            isTest: place.isTest,
            shape: shape,
            kind: kind,
            message: message,
            symbol: place.mention.name,
            function: place.mention.function,
            fingerprint: hash.hexadecimal
        )
    }

    /// A finding of a rule about the whole tree at the place of another finding.
    convenience init(_ rule: any Rule, at finding: Finding, shape: String, message: String) {
        var hash = StableHash()
        hash.append(field: rule.name)
        hash.append(field: finding.fingerprint)
        self.init(
            rule: rule.name,
            path: finding.path,
            start: finding.start,
            end: finding.end,
            category: rule.category,
            severity: rule.severity,
            language: finding.language,
            service: finding.service,
            isTest: finding.isTest,
            shape: shape,
            target: finding.target,
            template: finding.template,
            kind: finding.kind,
            message: message,
            symbol: finding.symbol,
            function: finding.function,
            fingerprint: hash.hexadecimal
        )
    }
}
