import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that holds one key.
enum KeyFile {
    private static let maximumCount = 4096

    /// Reads a key file, which only its owner may read.
    ///
    /// The mode is looked at on the open file: it cannot be exchanged in between.
    static func read(_ path: String) throws(ConfigurationError) -> String {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw ConfigurationError(.key, "the key file cannot be opened", file: path)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ConfigurationError(.key, "the key file is not a regular file", file: path)
        }
        guard status.st_mode & 0o077 == 0 else {
            throw ConfigurationError(
                .key,
                "others can read the key file; run chmod 600 on it and replace the key",
                file: path
            )
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw ConfigurationError(.key, "the key file belongs to another user", file: path)
        }
        do {
            let data = try handle.read(upToCount: maximumCount) ?? Data()
            return String(decoding: data, as: UTF8.self)
        } catch {
            throw ConfigurationError(.key, "the key file cannot be read", file: path)
        }
    }
}

/// The text of a key: 64 hexadecimal digits or 44 characters of base64.
enum KeyText {
    /// The 32 bytes, or nil.
    static func bytes(_ text: String) -> [UInt8]? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.utf8.count == 64 {
            let nibbles = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            guard nibbles.count == 64 else { return nil }
            return stride(from: 0, to: 64, by: 2).map {
                UInt8(nibbles[$0] << 4 | nibbles[$0 + 1])
            }
        }
        guard let data = Data(base64Encoded: text), data.count == 32 else { return nil }
        return Array(data)
    }
}
