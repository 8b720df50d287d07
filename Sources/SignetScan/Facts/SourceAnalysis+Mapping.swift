extension SourceAnalysis {
    /// Puts every fact where `place` says that its bytes stand.
    ///
    /// For sources that stand within files of another format, piece by piece.
    ///
    /// - Parameter place: The range in the file for a range in the source; it keeps the order.
    mutating func move(to place: (Range<Int>) -> Range<Int>) {
        for index in generations.indices {
            generations[index].range = place(generations[index].range)
        }
        for index in compositions.indices {
            compositions[index].range = place(compositions[index].range)
        }
        for index in cuts.indices { cuts[index].range = place(cuts[index].range) }
        for index in consumptions.indices {
            consumptions[index].range = place(consumptions[index].range)
        }
        for index in placeholders.indices {
            placeholders[index].range = place(placeholders[index].range)
        }
        for index in familySplits.indices {
            familySplits[index].range = place(familySplits[index].range)
        }
        for index in minters.indices { minters[index].range = place(minters[index].range) }
        directives = directives.map(place)
        if let error = syntaxError {
            syntaxError?.offset = place(error.offset..<error.offset).lowerBound
        }
    }
}
