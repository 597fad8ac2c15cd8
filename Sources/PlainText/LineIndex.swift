/// Where the lines of a text begin: byte offsets to lines and columns.
public struct LineIndex: Sendable {
    /// Offset of the first byte of each line.
    private let starts: [UInt32]

    public init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices where bytes[index] == 0x0A { starts.append(UInt32(truncatingIfNeeded: index + 1)) }
        }
        self.starts = starts
    }

    /// The line (from 1) and the column (from 1, counted in Unicode scalars as editors show them) of the byte at `offset`.
    public func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var low = 0, high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        var column = 1
        for index in Int(starts[low])..<max(Int(starts[low]), min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 { column += 1 }
        return (low + 1, column)
    }
}
