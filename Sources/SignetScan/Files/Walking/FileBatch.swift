/// Files of one directory that wait to be read.
package struct FileBatch: Sendable {
    /// The directory, held open so that each file is opened by its name alone.
    package let directory: DirectoryHandle
    /// The absolute path of the directory, without a slash at the end.
    package let path: [UInt8]
    /// The index of the root below which the directory was found.
    package let root: Int
    /// The names, each with a zero byte after it.
    package private(set) var names: [UInt8] = []
    /// Where each name starts.
    package private(set) var starts: [Int] = []

    /// Creates an empty batch.
    package init(directory: DirectoryHandle, path: [UInt8], root: Int) {
        self.directory = directory
        self.path = path
        self.root = root
    }

    /// Adds a file.
    package mutating func append(_ name: Span<UInt8>) {
        starts.append(names.count)
        names.append(contentsOf: name)
        names.append(0)
    }

    /// The name of the file at `index`, without its zero byte.
    package func nameRange(_ index: Int) -> Range<Int> {
        let end = index + 1 < starts.count ? starts[index + 1] : names.count
        return starts[index]..<(end - 1)
    }
}

extension FileBatch {
    /// The same files in batches of at most `size`.
    package func split(by size: Int) -> [FileBatch] {
        if starts.count <= size { return starts.isEmpty ? [] : [self] }
        return stride(from: 0, to: starts.count, by: size).map { first in
            var batch = FileBatch(directory: directory, path: path, root: root)
            for index in first..<min(first + size, starts.count) {
                batch.append(names.span.extracting(nameRange(index)))
            }
            return batch
        }
    }
}
