import SignetScan

/// The expression at a place that makes an identifier, and what type its value has.
struct PythonSite {
    /// What comes out of the expression.
    enum Value: Equatable {
        /// The text of a whole UUID.
        case text
        /// 32 hexadecimal digits.
        case hex
        /// A UUID object.
        case object
        /// The generator itself, passed on uncalled.
        case reference
        /// A text of another length: a cut UUID, or one that is put together.
        case other
    }

    /// The tokens of the whole expression.
    var tokens: Range<Int>
    /// What comes out.
    var value: Value
    /// What takes it.
    var name: ValueName
    /// The token of the name that the generator is reached by: of `uuid` in `uuid.uuid4()`.
    var root: Int
    /// The scope in which that name is looked up; `nil` if the name is no use of anything.
    var scope: Int?
    /// Texts between the parts of a text that is put together.
    var literals: [String] = []
    /// Parts that the old text held beside what is generated: chains such as `self.user_id`.
    var parts: [Range<Int>] = []
}
