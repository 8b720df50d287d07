/// What a run of writing survives; each file is old or new afterwards.
package enum Durability: Sendable {
    /// However the process ends, which needs no wait.
    ///
    /// The journal is on the disk even so. When a file takes the name of another, ext4 and Btrfs
    /// write its content by themselves first; on other file systems a loss of power in the next
    /// seconds can leave files empty.
    case kill
    /// A loss of power as well: before the first name changes, everything is waited for.
    ///
    /// On a busy disk that takes seconds, because the operating system writes all that waits to be
    /// written, of other programs, too (sync(2)). Only Linux promises to wait.
    case powerLoss
}
