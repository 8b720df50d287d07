import Foundation
import ProcessTesting
import SignetFix
import Testing

@Suite("The root of a journal")
struct JournalRootTests {
    @Test("It is the nearest configuration or repository upwards, else the directory itself")
    func find() throws {
        let tree = try TemporaryDirectory()
        let inner = tree.path + "/a/b/c"
        try FileManager.default.createDirectory(
            atPath: inner,
            withIntermediateDirectories: true
        )
        #expect(JournalRoot.find(from: inner) == inner)
        try tree.write("a/.git", "gitdir: elsewhere\n")
        #expect(JournalRoot.find(from: inner) == tree.path + "/a")
        try tree.write("a/b/signet.yml", "")
        #expect(JournalRoot.find(from: inner) == tree.path + "/a/b")
        let given = tree.path + "/signet.yml"
        #expect(JournalRoot.find(from: inner, configuration: given) == tree.path)
        let foreign = "/somewhere/signet.yml"
        #expect(JournalRoot.find(from: inner, configuration: foreign) == tree.path + "/a/b")
    }
}
