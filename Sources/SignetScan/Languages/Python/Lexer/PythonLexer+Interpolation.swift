/// F-strings (PEP 701) and t-strings (PEP 750): literal text with replacement fields.
extension PythonLexer {
    /// Opens an f-string or t-string whose first text byte is at `offset`.
    mutating func openInterpolation(from start: Int, _ style: StringStyle) {
        emit(style.contains(.template) ? .tstringStart : .fstringStart, start, offset)
        openInterpolations += 1
        push(.interpolation, style, at: start)
        if openInterpolations > Self.maximumInterpolations { stopTooDeep(at: start) }
    }

    /// Reads literal text up to the next field or the end of the string, or one of these.
    mutating func lexLiteral(_ source: Span<UInt8>) {
        let frame = frames[frames.count - 1]
        let start = offset
        if opensField(source, start, frame) {
            emit(.leftBrace, start, start &+ 1)
            offset = start &+ 1
            openBracket(.field, frame.style, at: start)
        } else if closesString(source, start, frame.style) {
            offset = start &+ (frame.style.contains(.triple) ? 3 : 1)
            closeInterpolation(from: start)
        } else {
            lexText(source, frame)
        }
    }

    /// Whether a replacement field begins at `index`.
    ///
    /// A specifier knows no doubled braces.
    private func opensField(_ source: Span<UInt8>, _ index: Int, _ frame: Frame) -> Bool {
        source[index] == 0x7B
            && (frame.kind == .specifier || byte(source, index &+ 1) != 0x7B)
    }

    /// Whether the closing quotes stand at `index`.
    private func closesString(_ source: Span<UInt8>, _ index: Int, _ style: StringStyle) -> Bool {
        guard source[index] == style.quote else { return false }
        guard style.contains(.triple) else { return true }
        return byte(source, index &+ 1) == style.quote && byte(source, index &+ 2) == style.quote
    }

    /// Closes the innermost f-string or t-string; its end token begins at `start`.
    private mutating func closeInterpolation(from start: Int) {
        while let top = frames.popLast() {
            if top.kind == .interpolation {
                emit(
                    top.style.contains(.template) ? .tstringEnd : .fstringEnd,
                    start,
                    offset
                )
                openInterpolations -= 1
                return
            }
            record(.unclosedBracket, at: Int(top.offset))
            openBrackets -= 1
        }
    }

    /// Reads text up to a brace, the closing quotes or a forbidden line end.
    ///
    /// Of doubled braces the first belongs to the text before it and the second to no token, as in
    /// CPython.
    private mutating func lexText(_ source: Span<UInt8>, _ frame: Frame) {
        let start = offset
        var index = start
        while index < source.count {
            switch source[index] {
            case 0x5C: index = endOfTextEscape(source, index, frame.style)
            case 0x7B, 0x7D:
                if endText(source, start, at: index, frame) { return }
                index &+= 1
            case 0x0A, 0x0D:
                if !frame.style.contains(.triple) {
                    return endTextAtLineEnd(start, index, frame)
                }
                index &+= 1
            case let byte where byte == frame.style.quote:
                if closesString(source, index, frame.style) {
                    return finishText(frame, start, index, next: index)
                }
                index &+= 1
            default: index &+= 1
            }
        }
        finishText(frame, start, index, next: index)
    }

    /// Ends the text at a brace; false if the brace is a stray one that stays part of it.
    private mutating func endText(
        _ source: Span<UInt8>,
        _ start: Int,
        at index: Int,
        _ frame: Frame
    ) -> Bool {
        let isDoubled = byte(source, index &+ 1) == source[index]
        if frame.kind == .interpolation, isDoubled {
            finishText(frame, start, index &+ 1, next: index &+ 2)
        } else if source[index] == 0x7B {
            finishText(frame, start, index, next: index)
        } else if frame.kind == .specifier {
            finishText(frame, start, index, next: index &+ 1)
            frames.removeLast()
            openBrackets -= 1
            emit(.rightBrace, index, index &+ 1)
        } else {
            record(.singleClosingBrace, at: index)
            return false
        }
        return true
    }

    /// Ends the text of a single-quoted string at a line end.
    ///
    /// In a specifier the field goes on behind it (PEP 701); elsewhere the string is unterminated.
    private mutating func endTextAtLineEnd(_ start: Int, _ index: Int, _ frame: Frame) {
        finishText(frame, start, index, next: index)
        if frame.kind == .specifier {
            frames[frames.count - 1].kind = .field
        } else {
            record(.unterminatedInterpolation, at: Int(frame.offset))
            closeInterpolation(from: index)
        }
    }

    private mutating func finishText(_ frame: Frame, _ start: Int, _ end: Int, next: Int) {
        offset = next
        guard end > start else { return }
        emit(frame.style.contains(.template) ? .tstringMiddle : .fstringMiddle, start, end)
    }

    /// The offset behind an escape in text.
    ///
    /// A brace is never escaped, except by `\N{…}`.
    private func endOfTextEscape(
        _ source: Span<UInt8>,
        _ start: Int,
        _ style: StringStyle
    ) -> Int {
        let next = byte(source, start &+ 1)
        if next == 0x7B || next == 0x7D { return start &+ 1 }
        guard next == 0x4E, !style.contains(.raw), byte(source, start &+ 2) == 0x7B else {
            return endOfEscape(source, start)
        }
        var index = start &+ 3
        while index < source.count, source[index] != style.quote, source[index] != 0x0A,
            source[index] != 0x0D
        {
            index &+= 1
            if source[index &- 1] == 0x7D { break }
        }
        return index
    }
}
