import Foundation

// Writes the vectors of the format, from which other languages are built, into a directory.
let arguments = CommandLine.arguments
guard arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: signet-vectors DIRECTORY\n".utf8))
    exit(2)
}
let directory = URL(filePath: arguments[1], directoryHint: .isDirectory)
do {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let files = try [
        VectorFile.valid(), .refused(), .derived(), .tags(), .seals(), .secrets(), .generator(),
    ]
    for file in files { try file.write(to: directory) }
} catch {
    FileHandle.standardError.write(Data("signet-vectors: \(error)\n".utf8))
    exit(3)
}
