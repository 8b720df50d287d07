/// What takes a value: the name by which the rest of the code will know it.
package struct ValueName: Sendable, Equatable {
    /// How the name takes the value.
    package enum Role: String, Sendable {
        /// `name = value`
        case variable
        /// `self.name = value`, `object.name = value`, `map["name"] = value`
        case attribute
        /// `call(name=value)`; also labels of arguments in other languages.
        case keyword
        /// `call(value)`: the name is that of the function.
        case argument
        /// `{"name": value}`
        case entry
        /// `def f(name=value)`
        case parameter
        /// `return value`: the name is that of the function.
        case result
        /// The column of a table.
        case column
    }

    /// The name as the source spells it, without what stands before its last dot.
    package var text: String
    /// How the name takes the value.
    package var role: Role
    /// Of keywords and arguments: the last name of what is called.
    package var callee: String?

    /// Creates a name.
    package init(_ text: String, _ role: Role, callee: String? = nil) {
        self.text = text
        self.role = role
        self.callee = callee
    }
}
