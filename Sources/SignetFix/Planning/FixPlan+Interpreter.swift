import SignetScan

extension FixPlan {
    /// Lets CPython check the edits; files that it refuses are left alone, whole.
    ///
    /// Of several interpreters, that of the oldest version which the files are to run on is taken.
    ///
    /// - Parameters:
    ///   - program: The interpreter; looked for in `PATH` if `nil`.
    ///   - count: How many processes to run.
    ///   - environment: The variables of this program.
    /// - Returns: What has checked them, such as `Python 3.11`; `nil` if nothing could.
    package mutating func prove(
        with program: String?,
        count: Int,
        environment: [String: String]
    ) -> String? {
        let indices = files.indices.filter {
            files[$0].edits?.isEmpty == false && files[$0].version != nil
        }
        guard let target = indices.compactMap({ files[$0].version }).min() else { return nil }
        let pool = InterpreterPool.open(
            program,
            target: target,
            count: min(count, indices.count),
            environment: environment
        )
        guard let pool else { return nil }
        let verdicts = pool.check(indices.compactMap { files[$0].edits })
        for (index, verdict) in zip(indices, verdicts) where verdict.isRefusal {
            // An older interpreter knows no f-strings that hold their own quotes (PEP 701).
            if case .resultFaulty = verdict, pool.version < .nestedQuotes,
                let version = files[index].version, version >= .nestedQuotes
            {
                continue
            }
            files[index].failure = ProofFailure(.interpreter, verdict.reason)
            files[index].edits = nil
        }
        return "Python \(pool.version)"
    }
}
