/// An identifier of a family that the function being read has generated.
struct PythonFreshMember: Equatable {
    /// The name in one spelling for all styles, such as `thread_id`.
    var name: String
    /// Whether it is an attribute of something.
    var isAttribute: Bool
}
