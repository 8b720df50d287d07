import Foundation
import SignetScan
import Testing

/// Whatever a file holds, no language ends the program, and all places lie within the file.
///
/// Real sources are cut, joined and changed in some bytes, as editors and disks do. A run is short;
/// with `SIGNET_SLOW=1` it goes on for ten minutes a language, over the files below
/// `SIGNET_FUZZ_TREE` if that is set.
@Suite struct LanguageFuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let patience: Duration =
        environment["SIGNET_SLOW"] == "1"
        ? .seconds(Int(environment["SIGNET_FUZZ_SECONDS"] ?? "") ?? 600) : .seconds(2)
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// Larger files would leave too few rounds.
    private static let maximumSize = 60_000

    @Test("Changed sources are no danger", arguments: LanguageCatalog.all.indices)
    func changed(_ index: Int) throws {
        let language = LanguageCatalog.all[index]
        var generator = SeededGenerator(state: UInt64(index))
        let seeds = try Self.seeds(of: language)
        let clock = ContinuousClock()
        let end = clock.now + Self.patience
        var rounds = 0
        while clock.now < end {
            let source = Self.mutation(of: seeds, &generator)
            let analysis = language.analyze(source.span, .all)
            #expect(analysis.isWithin(source.count))
            _ = language.mightMatch(source.span, .all)
            rounds += 1
        }
        print("\(language.name): \(seeds.count) files, \(rounds) changed sources")
        #expect(rounds > 0)
    }

    /// Sources to begin with: real files, else the examples of the rules.
    private static func seeds(of language: any SourceLanguage) throws -> [[UInt8]] {
        var seeds = RuleCatalog.all.flatMap(\.examples).flatMap(\.files)
            .filter { file in language.extensions.contains { file.path.hasSuffix(".\($0)") } }
            .map { Array($0.code.utf8) }
        let tree = environment["SIGNET_FUZZ_TREE"].map { URL(filePath: $0) } ?? root
        let files = FileManager.default.enumerator(at: tree, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL, seeds.count < 2000 {
            guard language.extensions.contains(file.pathExtension), !file.path.contains("/.build/")
            else { continue }
            let bytes = try [UInt8](Data(contentsOf: file))
            if bytes.count < maximumSize { seeds.append(bytes) }
        }
        return seeds.isEmpty ? [Array("{\"cells\":[{\"cell_type\":\"code\"}]}".utf8)] : seeds
    }

    private static func mutation(
        of seeds: [[UInt8]],
        _ generator: inout SeededGenerator
    ) -> [UInt8] {
        var source = seeds.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 1...8, using: &generator) where !source.isEmpty {
            let place = Int.random(in: 0..<source.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: source[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: source.remove(at: place)
            case 2: source.removeSubrange(place...)
            case 3: source.removeSubrange(..<place)
            case 4: source.insert(contentsOf: source[place...].prefix(200), at: place)
            default:
                let other = seeds.randomElement(using: &generator) ?? []
                source.insert(contentsOf: other.prefix(maximumSize / 8), at: place)
            }
        }
        // Languages are given valid UTF-8 only.
        return Array(String(decoding: source, as: UTF8.self).utf8)
    }
}
