import SwiftSyntax

extension SwiftReader {
    /// Reads the type `UUID` where something is declared to be one.
    mutating func readType(_ type: IdentifierTypeSyntax) {
        guard facts.contains(.consumers), type.name.text == "UUID", names.hasFoundationUUID else {
            return
        }
        var node = Syntax(type)
        for _ in 0..<12 {
            guard let parent = node.parent else { return }
            switch parent.kind {
            case .typeAnnotation: return declare(type, parent)
            case .functionParameter:
                let parameter = parent.as(FunctionParameterSyntax.self)
                return add(
                    .annotation,
                    type.bytes,
                    parameter.map { SwiftDestination.name(of: $0) },
                    "UUID"
                )
            case .returnClause: return add(.annotation, type.bytes, innermost, "UUID")
            case .functionType, .closureSignature, .inheritedType, .typeInitializerClause:
                return
            default: node = parent
            }
        }
    }

    /// `let id: UUID`, and `@ID(key: .id) var id: UUID?` of Fluent, which is a column.
    private mutating func declare(_ type: IdentifierTypeSyntax, _ annotation: Syntax) {
        guard let binding = annotation.parent?.as(PatternBindingSyntax.self),
            let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.nameText
        else { return }
        let variable = binding.parent?.parent?.as(VariableDeclSyntax.self)
        let attribute = variable?.attributes.first {
            let name = $0.as(AttributeSyntax.self)?.attributeName
            return name?.as(IdentifierTypeSyntax.self)?.name.text == "ID"
        }
        add(attribute == nil ? .annotation : .column, type.bytes, name, "UUID")
    }
}
