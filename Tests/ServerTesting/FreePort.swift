#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Sockets on the loopback interface, whose ports the system chooses.
package enum FreePort {
    /// A socket that listens on 127.0.0.1.
    ///
    /// - Returns: The socket and its port.
    static func open() throws -> (socket: Int32, port: UInt16) {
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let socket = socket(AF_INET, stream, 0)
        guard socket >= 0 else { throw ServerFailure("no socket: errno \(errno)") }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        var address = loopback(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafeMutablePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(socket, $0, size) | listen(socket, 64)
                    | getsockname(socket, $0, &size)
            }
        }
        guard status == 0 else { throw ServerFailure("no port: errno \(errno)") }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    /// A port on which nobody listens now.
    package static func choose() throws -> UInt16 {
        let (socket, port) = try open()
        close(socket)
        return port
    }

    /// A new connection to a port of 127.0.0.1; below zero where nobody listens.
    static func dial(_ port: UInt16) -> Int32 {
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let socket = socket(AF_INET, stream, 0)
        guard socket >= 0 else { return -1 }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        var address = loopback(port)
        let status = unsafe withUnsafeMutablePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status == 0 { return socket }
        close(socket)
        return -1
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }
}
