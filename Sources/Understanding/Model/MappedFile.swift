internal import Glibc

/// A file as memory, for as long as something refers to it.
///
/// Only for files that are replaced as a whole and never changed in place, as those of ``ModelCache`` are.
final class MappedFile: Sendable {
    /// The file's bytes; they begin at the start of a memory page.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// Nil when there is no such file, or it is empty.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
        let size = Int(status.st_size)
        // All pages at once: the check sum reads them all anyway.
        let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE | Int32(MAP_POPULATE), descriptor, 0)
        guard let memory, memory != MAP_FAILED else { return nil }
        bytes = UnsafeRawBufferPointer(start: memory, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
