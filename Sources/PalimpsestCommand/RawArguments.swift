import Inputs

/// The arguments as bytes. Those of the parser are Strings, in which a file name that is not UTF-8 is lost already: it is found again by its place.
struct RawArguments {
    private var left: [[UInt8]]

    init() {
        left = []
        let arguments = CommandLine.unsafeArgv
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = arguments[index] else { continue }
            var bytes: [UInt8] = []
            var at = 0
            while argument[at] != 0 {
                bytes.append(UInt8(bitPattern: argument[at]))
                at += 1
            }
            left.append(bytes)
        }
    }

    /// The bytes of the first argument that reads like this and was not taken yet.
    mutating func take(_ text: String) -> FileName {
        // Only a replacement character can stand for something else.
        guard text.unicodeScalars.contains("\u{FFFD}") else { return FileName(text) }
        for index in left.indices {
            if String(decoding: left[index], as: UTF8.self).utf8.elementsEqual(text.utf8) { return FileName(left.remove(at: index)) }
        }
        return FileName(text)
    }
}
