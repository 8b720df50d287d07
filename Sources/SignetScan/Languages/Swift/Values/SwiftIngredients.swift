import SwiftSyntax

/// What the value of an expression is made of.
struct SwiftIngredients {
    /// The ingredients.
    private(set) var ingredients: Ingredients = []
    /// How many random bits the value holds.
    private(set) var entropy = 0

    /// More nodes than this are no part of a text.
    private static let maximumNodes = 256

    /// Last words of the names of variables that count.
    private static let counters: Set<String> = [
        "counter", "ctr", "seq", "seqno", "sequence", "serial",
    ]

    /// Looks at `expression` and all it holds but closures.
    init(of expression: ExprSyntax, _ reader: SwiftReader) {
        var steps = [Syntax(expression)]
        var count = 0
        while let node = steps.popLast(), count < Self.maximumNodes {
            count += 1
            switch node.kind {
            case .functionCallExpr:
                if let call = node.as(FunctionCallExprSyntax.self) { add(call, reader) }
            case .memberAccessExpr:
                if let member = node.as(MemberAccessExprSyntax.self) { add(member) }
            case .declReferenceExpr:
                if let name = node.as(DeclReferenceExprSyntax.self) { add(name.baseName.text) }
            case .closureExpr, .token: continue
            default: break
            }
            for child in node.children(viewMode: .sourceAccurate) { steps.append(child) }
        }
        if ingredients.contains(.calendar) { ingredients.remove(.time) }
    }

    private mutating func add(_ call: FunctionCallExprSyntax, _ reader: SwiftReader) {
        if let generator = reader.generator(of: call) {
            ingredients.formUnion(generator.ingredient)
            let value = SwiftValue(of: ExprSyntax(call), generator.shape)
            let whole = generator.entropy ?? 0
            entropy +=
                value.cut.map {
                    UUIDPrefix.entropy(
                        ofFirst: $0,
                        hasHyphens: value.shape.hasPrefix("str"),
                        of: whole
                    )
                } ?? whole
            return
        }
        guard let name = call.calledExpression.lastName else { return }
        switch name {
        case "ObjectIdentifier": ingredients.insert(.address)
        case "getpid", "pthread_self", "getppid", "gethostname": ingredients.insert(.process)
        case "time", "mach_absolute_time", "CFAbsoluteTimeGetCurrent", "CACurrentMediaTime",
            "clock_gettime_nsec_np":
            ingredients.insert(.time)
        case "wrappingAdd", "wrappingIncrementThenLoad", "loadThenWrappingIncrement":
            ingredients.insert(.counter)
        case "Date" where call.arguments.isEmpty: ingredients.insert(Self.isNumber(call))
        case "formatted", "ISO8601Format": ingredients.insert(.calendar)
        case "string" where call.arguments.first?.label?.text == "from":
            ingredients.insert(.calendar)
        default: break
        }
    }

    /// A date is a number of seconds if it is asked for them.
    private static func isNumber(_ call: FunctionCallExprSyntax) -> Ingredients {
        let member = call.parent?.as(MemberAccessExprSyntax.self)?.declName.baseName.text
        return member?.hasPrefix("timeIntervalSince") ?? false ? .time : .calendar
    }

    private mutating func add(_ member: MemberAccessExprSyntax) {
        let base = member.base?.lastName
        switch member.declName.baseName.text {
        case "timeIntervalSince1970", "timeIntervalSinceReferenceDate", "uptimeNanoseconds",
            "systemUptime":
            ingredients.insert(.time)
        case "now" where base == "DispatchTime" || base == "ContinuousClock":
            ingredients.insert(.time)
        case "now" where base == "SuspendingClock" || base == "DispatchWallTime":
            ingredients.insert(.time)
        case "hashValue": ingredients.insert(.hash)
        case "hash" where base == "SHA256" || base == "MD5" || base == "SHA1":
            ingredients.insert(.hash)
        case "count": ingredients.insert(.length)
        case "processIdentifier", "hostName": ingredients.insert(.process)
        case "globallyUniqueString":
            ingredients.insert(.foreign)
            entropy += 122
        default: break
        }
    }

    private mutating func add(_ name: String) {
        guard let last = NameWords.of(name).last else { return }
        if Self.counters.contains(last) { ingredients.insert(.counter) }
        if name == "nextID" || name == "nextId" || name == "_nextID" {
            ingredients.insert(.counter)
        }
    }
}
