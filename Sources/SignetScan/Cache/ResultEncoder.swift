/// Writes what one file has given, without what the file itself says: path, language, service.
package enum ResultEncoder {
    /// The bytes of `result`; none for an empty one.
    package static func write(_ result: FileResult, language: Int, to bytes: inout ByteWriter) {
        if result == FileResult() { return }
        bytes.beginPart()
        bytes.byte(UInt8(truncatingIfNeeded: language))
        bytes.list(result.findings) { write($0, to: &$1) }
        bytes.list(result.minters) { write($0, to: &$1) }
        bytes.list(result.directives) { write($0, to: &$1) }
        bytes.byte(result.syntaxError == nil ? 0 : 1)
        if let error = result.syntaxError {
            write(error.location, to: &bytes)
            bytes.text(error.message)
        }
    }

    private static func write(_ finding: Finding, to bytes: inout ByteWriter) {
        bytes.text(finding.rule)
        write(finding.start, to: &bytes)
        write(finding.end, to: &bytes)
        bytes.byte(index(of: finding.category, in: RuleCategory.allCases))
        bytes.byte(index(of: finding.severity, in: Severity.allCases))
        bytes.text(finding.shape)
        bytes.optional(finding.target)
        bytes.optional(finding.template)
        bytes.optional(finding.kind?.kind)
        if let kind = finding.kind { bytes.text(kind.reason) }
        bytes.text(finding.message)
        bytes.text(finding.symbol)
        bytes.optional(finding.function)
        bytes.optional(finding.partOf)
        bytes.text(finding.fingerprint)
    }

    private static func write(_ place: MinterPlace, to bytes: inout ByteWriter) {
        bytes.number(place.mention.range.lowerBound)
        bytes.number(place.mention.range.count)
        bytes.text(place.mention.role.rawValue)
        bytes.text(place.mention.name)
        bytes.optional(place.mention.module)
        bytes.optional(place.mention.function)
        write(place.start, to: &bytes)
        write(place.end, to: &bytes)
    }

    private static func write(_ directive: Directive, to bytes: inout ByteWriter) {
        write(directive.start, to: &bytes)
        write(directive.end, to: &bytes)
        switch directive.scope {
        case .file: bytes.byte(0)
        case .line(let line):
            bytes.byte(1)
            bytes.number(line)
        }
        bytes.list(directive.rules) { $1.text($0) }
        bytes.text(directive.reason)
        bytes.optional(directive.until?.description)
        bytes.byte(directive.fault.map { $0.rawValue + 1 } ?? 0)
        bytes.text(directive.fingerprint)
    }

    private static func write(_ location: SourceLocation, to bytes: inout ByteWriter) {
        bytes.number(location.line)
        bytes.number(location.column)
    }

    private static func index<Value: Equatable>(of value: Value, in values: [Value]) -> UInt8 {
        UInt8(truncatingIfNeeded: values.firstIndex(of: value) ?? 0)
    }
}
