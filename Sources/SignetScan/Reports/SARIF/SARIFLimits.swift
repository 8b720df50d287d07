/// What GitHub code scanning takes at most.
///
/// Source: GitHub, "SARIF support for code scanning", section on validating a file. The size is
/// that of the compressed file there; here it is that of the text, which is safe.
package struct SARIFLimits: Sendable {
    /// The results of a run.
    package var results = 25_000
    /// The bytes of a file.
    package var bytes = 10_000_000
    /// The runs of a file.
    package var runs = 20

    /// Creates the limits of GitHub.
    package init() {}
}
