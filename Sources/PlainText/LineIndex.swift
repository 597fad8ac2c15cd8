/// Where the lines of a text begin: byte offsets to lines and columns.
public struct LineIndex: Sendable {
    /// Offset of the first byte of each line.
    private let starts: [UInt32]
    /// Unicode scalars before every `stride`-th byte: a file may be one line of many megabytes.
    private let scalars: [UInt32]

    private static let stride = 4_096

    public init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count / Self.stride + 1)
        bytes.withUnsafeBufferPointer { bytes in
            var seen: UInt32 = 0
            for index in bytes.indices {
                if index & (Self.stride - 1) == 0 { scalars.append(seen) }
                if bytes[index] == 0x0A { starts.append(UInt32(truncatingIfNeeded: index + 1)) }
                if bytes[index] & 0xC0 != 0x80 { seen &+= 1 }
            }
        }
        self.starts = starts
        self.scalars = scalars
    }

    /// The line (from 1) and the column (from 1, counted in Unicode scalars as editors show them) of the byte at `offset`.
    public func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var low = 0, high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        let start = Int(starts[low])
        return (low + 1, 1 + count(before: max(start, min(offset, bytes.count)), bytes) - count(before: start, bytes))
    }

    /// Scalars before the byte at `offset`, which is at most the number of bytes.
    private func count(before offset: Int, _ bytes: [UInt8]) -> Int {
        guard !scalars.isEmpty else { return 0 }
        let mark = min(offset / Self.stride, scalars.count - 1)
        var count = Int(scalars[mark])
        bytes.withUnsafeBufferPointer { bytes in
            for index in mark * Self.stride..<max(mark * Self.stride, offset) where bytes[index] & 0xC0 != 0x80 { count &+= 1 }
        }
        return count
    }
}
