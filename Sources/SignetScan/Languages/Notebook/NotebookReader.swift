/// Finds the cells of a Jupyter notebook in its JSON (RFC 8259; nbformat 3 and 4).
///
/// Only what leads to code is looked at; outputs and images are skipped at the speed of a search.
/// One pass without recursion: time is linear in the file, memory grows with its cells.
struct NotebookReader {
    /// Where a value stands in a notebook.
    private enum Place {
        case root, metadata, kernel, languageInfo, worksheets, worksheet, cells, cell
        case source, cellType, cellLanguage, language, other
    }

    /// An object or array that is open.
    private struct Frame {
        let place: Place
        let isObject: Bool
        /// Of objects: what the last key leads to; `nil` where a key comes next.
        var value: Place?
    }

    /// Deeper values than this are not read.
    private static let maximumDepth = 512

    /// The cells in the order of the file.
    private(set) var cells: [NotebookCell] = []
    /// The language that the notebook says its code is in.
    private(set) var language: String?
    /// Why and where the file is no JSON.
    private(set) var error: SourceAnalysis.SyntaxError?

    private var frames: [Frame] = []
    private var offset = 0

    /// Reads all of `source`.
    init(_ source: Span<UInt8>) {
        while offset < source.count, error == nil { step(source) }
        if error == nil, !frames.isEmpty { fail("the notebook's JSON ends too early") }
    }

    private mutating func fail(_ message: String) {
        error = SourceAnalysis.SyntaxError(offset: offset, message: message)
    }

    private mutating func step(_ source: Span<UInt8>) {
        switch source[offset] {
        case 0x20, 0x09, 0x0a, 0x0d, UInt8(ascii: ":"): offset += 1
        case UInt8(ascii: ","):
            offset += 1
            if !frames.isEmpty { frames[frames.count - 1].value = nil }
        case UInt8(ascii: "{"): open(isObject: true)
        case UInt8(ascii: "["): open(isObject: false)
        case UInt8(ascii: "}"): close(isObject: true)
        case UInt8(ascii: "]"): close(isObject: false)
        case UInt8(ascii: "\""): readText(source)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."):
            offset += 1
        default: fail("the notebook is not valid JSON")
        }
    }

    /// What the value that begins here is.
    private var place: Place {
        guard let frame = frames.last else { return .root }
        if frame.isObject { return frame.value ?? .other }
        switch frame.place {
        case .worksheets: return .worksheet
        case .cells: return .cell
        case .source: return .source
        default: return .other
        }
    }

    private mutating func open(isObject: Bool) {
        guard frames.count < Self.maximumDepth else {
            return fail("the notebook's JSON is nested too deeply")
        }
        let place = place
        if place == .cell, isObject { cells.append(NotebookCell()) }
        frames.append(Frame(place: place, isObject: isObject))
        offset += 1
    }

    private mutating func close(isObject: Bool) {
        guard frames.last?.isObject == isObject else {
            return fail("a bracket of the notebook's JSON has no partner")
        }
        frames.removeLast()
        offset += 1
    }

    /// Reads a text: a key or a value.
    private mutating func readText(_ source: Span<UInt8>) {
        let start = offset + 1
        var end = start
        while true {
            end = ByteScan.first(of: 0x22, 0x5c, 0x22, 0x5c, in: source, from: end)
            guard end < source.count else { return fail("a text of the notebook has no end") }
            if source[end] == 0x22 { break }
            end = min(end + 2, source.count)
        }
        offset = end + 1
        if let frame = frames.last, frame.isObject, frame.value == nil {
            let key = source.extracting(start..<end)
            frames[frames.count - 1].value = Self.place(of: key, in: frame.place)
        } else {
            take(start..<end, source)
        }
    }

    /// What the value of `key` is in an object.
    private static func place(of key: Span<UInt8>, in object: Place) -> Place {
        guard key.count <= 16, object != .other else { return .other }
        switch (object, key.text(in: key.indices)) {
        case (.root, "cells"), (.worksheet, "cells"): return .cells
        case (.root, "worksheets"): return .worksheets
        case (.root, "metadata"): return .metadata
        case (.metadata, "kernelspec"): return .kernel
        case (.metadata, "language_info"): return .languageInfo
        case (.kernel, "language"), (.languageInfo, "name"): return .language
        case (.cell, "cell_type"): return .cellType
        case (.cell, "language"): return .cellLanguage
        case (.cell, "source"), (.cell, "input"): return .source
        default: return .other
        }
    }

    /// Takes a text that is a value.
    private mutating func take(_ content: Range<Int>, _ source: Span<UInt8>) {
        switch place {
        case .source where !cells.isEmpty: cells[cells.count - 1].pieces.append(content)
        case .cellType where !cells.isEmpty:
            cells[cells.count - 1].isCode = source.extracting(content).equals("code")
        case .cellLanguage where !cells.isEmpty:
            cells[cells.count - 1].language = source.text(in: content)
        case .language: language = source.text(in: content)
        default: break
        }
    }
}
