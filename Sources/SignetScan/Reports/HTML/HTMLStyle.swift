/// The style of the page.
///
/// One colour speaks: that of sealing wax. Everything else is ink and paper.
enum HTMLStyle {
    /// All of it.
    static let text = page + table
}
