/// What a name may tell the analyzer of uses, so that most names are done with after one look-up.
enum PythonUseRole: UInt8 {
    /// Not looked at yet.
    case unknown
    /// Tells nothing.
    case plain
    /// Names an identifier by its spelling, such as `thread_id`.
    case identifier
    /// Names a class that makes identifiers by its spelling, such as `RunIDFactory`.
    case minterClass
    /// Begins a function.
    case function
    /// Begins a class.
    case `class`
    /// Begins a list of imported names.
    case importing
    /// Makes a fresh value: `uuid4`.
    case generator
    /// A type of UUIDs or of columns of them: `UUID`, `UUID4`, `Uuid`.
    case uuidType
    /// A field of a model that holds UUIDs: `UUIDField`.
    case uuidField
    /// A type of texts with a length: `String`, `CharField`.
    case textType
    /// Sorts or says an order: `sorted`, `order_by`.
    case order
    /// Replaces something in a test: `patch`, `setattr`.
    case mock
    // The others only matter next to an identifier.
    /// Takes a text apart: `split`.
    case split
    /// Counts what stands in a text: `count`.
    case count
    /// Looks at an end of a text: `startswith`.
    case affix
    /// Leaves a text what it is: `lower`, `strip`.
    case transparent
    /// Says the length: `len`.
    case length
    /// Looks up with a default: `get`, `getattr`.
    case lookup
    /// Writes a log: `info`, `print`.
    case log
    /// Declares a column: `Column`, `mapped_column`.
    case column
}
