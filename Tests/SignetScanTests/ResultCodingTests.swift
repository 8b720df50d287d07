import SignetScan
import Testing

@Suite("Stored results")
struct ResultCodingTests {
    private static let file = ScannedFile(path: "s/tests/a.py", language: "python", service: "s")

    /// A result in which every field has a value that it does not have by default.
    private static func full() throws -> FileResult {
        let place = SourceLocation(line: 3, column: 400)
        let end = SourceLocation(line: 70_000, column: 1)
        let kind = KindGuess(target: "run_id", template: nil, function: nil, kinds: [])
        let findings = [("run_id", kind, "00000000000000ff"), (nil, nil, nil)].map {
            (target: String?, kind: KindGuess?, partOf: String?) in
            Finding(
                rule: "raw-uuid",
                path: file.path,
                start: place,
                end: end,
                category: .rival,
                severity: .error,
                language: "python",
                service: "s",
                isTest: true,
                shape: "hex[:8]",
                target: target,
                template: "run_{time}",
                kind: kind,
                message: "It is ä \u{1b} \u{0}.",
                symbol: "uuid.uuid4",
                function: "C.f",
                partOf: partOf,
                fingerprint: "0123456789abcdef"
            )
        }
        var result = FileResult()
        result.findings = findings
        let report = try scanned()
        result.minters = report.minters
        result.directives = report.directives
        result.syntaxError = report.syntaxErrors.first
        return result
    }

    /// What a scan gives of a file with minters, directives and a syntax error.
    private static func scanned() throws -> ScanReport {
        let tree = try TemporaryTree()
        try tree.write(
            file.path,
            """
            make
            # signet: ignore[raw-uuid, other] why, until 2027-01-31
            # signet: ignore-file[raw-uuid] why
            # signet: ignore[raw-uuid]
            !!
            """
        )
        var options = ScanOptions()
        options.workingDirectory = tree.path
        return Scanner(options, languages: [MinterLanguage()], rules: [SuppressionRule()]).scan([
            "."
        ])
    }

    /// The word language with one mention of a minter.
    private struct MinterLanguage: SourceLanguage {
        let name = "python"
        let extensions = ["py"]

        func claims(firstLine line: Span<UInt8>) -> Bool { false }

        func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool { true }

        func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
            var analysis = WordLanguage().analyze(source, facts)
            analysis.minters = [
                MinterMention(
                    range: 0..<4,
                    role: .import,
                    name: "make",
                    module: "app.ids",
                    function: "f"
                )
            ]
            return analysis
        }
    }

    private func bytes(_ result: FileResult) -> [UInt8] {
        var writer = ByteWriter()
        ResultEncoder.write(result, language: 0, to: &writer)
        return writer.bytes
    }

    private func read(_ bytes: [UInt8]) throws -> FileResult {
        var reader = ByteReader(bytes, 0..<bytes.count)
        _ = try reader.byte()
        var decoder = ResultDecoder(reader, of: Self.file)
        return try decoder.result()
    }

    @Test("A result with every field is read as it was written")
    func roundTrip() throws {
        let full = try Self.full()
        #expect(try read(bytes(full)) == full)
        #expect(bytes(FileResult()).isEmpty)
        #expect(full.minters.count == 1 && full.directives.count == 3)
        #expect(full.directives.map(\.fault) == [nil, nil, .noReason])
        var one = FileResult()
        one.findings = Array(full.findings[1...])
        #expect(try read(bytes(one)) == one)
    }

    @Test("A field that is added to a result is added to the cache, too")
    func fields() throws {
        let full = try Self.full()
        // Whoever adds a field writes it in ResultEncoder, reads it in ResultDecoder, gives it a
        // value in `full`, and counts it here.
        #expect(Mirror(reflecting: full).children.count == 4)
        #expect(Mirror(reflecting: full.findings[0]).children.count == 19)
        #expect(Mirror(reflecting: full.minters[0]).children.count == 7)
        #expect(Mirror(reflecting: full.minters[0].mention).children.count == 5)
        #expect(Mirror(reflecting: full.directives[0]).children.count == 12)
        #expect(full.syntaxError.map { Mirror(reflecting: $0).children.count } == 3)
        #expect(full.findings[0].kind.map { Mirror(reflecting: $0).children.count } == 2)
    }

    @Test("Bytes that were not written so are refused or give some result, and nothing worse")
    func fuzzed() throws {
        let whole = bytes(try Self.full())
        var random = SeededGenerator(state: 1)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0..<(1 + random.next() % 6) {
                let index = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[index] ^= UInt8(1 << (random.next() % 8))
                case 1: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 2: bytes.removeSubrange(index...)
                default: bytes.insert(0xff, at: index)
                }
                if bytes.isEmpty { break }
            }
            guard !bytes.isEmpty, let result = try? read(bytes) else {
                refused += 1
                continue
            }
            #expect(result.findings.allSatisfy { $0.start <= $0.end })
        }
        #expect(refused > 5_000)
        for count in 1..<whole.count {
            #expect(throws: ByteReader.Damage.self) { try read(Array(whole[..<count])) }
        }
    }

    @Test("A hash depends on every byte, on the length, on the seed and on the tweak")
    func hashes() {
        let hash = ContentHash(seed: 5)
        var seen: Set<UInt128> = []
        var count = 0
        for length in 0..<200 {
            let zeros = [UInt8](repeating: 0, count: length)
            seen.insert(hash.hash(zeros.span))
            count += 1
            for index in zeros.indices {
                for bit in 0..<8 {
                    var bytes = zeros
                    bytes[index] = UInt8(1 << bit)
                    seen.insert(hash.hash(bytes.span))
                    count += 1
                }
            }
        }
        let empty: [UInt8] = []
        for number in 1...1000 as ClosedRange<UInt64> {
            seen.insert(hash.hash(empty.span, tweak: number))
            seen.insert(ContentHash(seed: number + 5).hash(empty.span))
            count += 2
        }
        #expect(seen.count == count)
        #expect(Set(seen.map { UInt64(truncatingIfNeeded: $0) }).count == count)
        #expect(Set(seen.map { UInt64(truncatingIfNeeded: $0 >> 64) }).count == count)
    }

    @Test("About half of all bits change with each bit of the content")
    func avalanche() {
        let hash = ContentHash(seed: 9)
        var random = SeededGenerator(state: 3)
        let bytes = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let whole = hash.hash(bytes.span)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8(1 << (index % 8))
            let difference = (whole ^ hash.hash(changed.span)).nonzeroBitCount
            #expect((30...98).contains(difference))
        }
    }
}
