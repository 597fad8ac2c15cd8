import Glibc
import Language
import Palimpsest
import XMLEvents

/// The word lists that the user brings along: every `CODE.lexicon` of a folder.
enum LexiconFolder {
    /// Files of several folders for one language are read one after the other as one file; the errors name the file and its line.
    static func packs(in folders: [String], limits: Limits) throws(Failure) -> [LanguagePack] {
        var texts: [(code: String, text: String, path: String)] = []
        for folder in folders {
            let names = try names(in: folder)
            guard !names.isEmpty else { throw Failure(code: .usage, message: "\(folder) holds no file CODE.lexicon, such as ru.lexicon") }
            for name in names {
                let path = folder + "/" + name
                let input = try InputFile.read(path, limits: limits)
                let code = String(name.dropLast(".lexicon".utf8.count))
                let text = String(decoding: input.bytes, as: UTF8.self)
                // Each file is checked by itself, so that the line is that of the file.
                do throws(LexiconProblem) { _ = try LanguagePack.reading(text, code: code, file: path) } catch { throw Failure(code: .usage, message: error.description) }
                if let at = texts.firstIndex(where: { $0.code == code }) { texts[at].text += "\n" + text } else { texts.append((code, text, path)) }
            }
        }
        var packs: [LanguagePack] = []
        for (code, text, path) in texts {
            do throws(LexiconProblem) { packs.append(try LanguagePack.reading(text, code: code, file: path)) } catch { throw Failure(code: .usage, message: error.description) }
        }
        return packs
    }

    private static func names(in folder: String) throws(Failure) -> [String] {
        guard let stream = opendir(folder) else {
            throw Failure(code: .usage, message: "the folder of word lists \(folder) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".lexicon"), name.utf8.count > ".lexicon".utf8.count { names.append(name) }
        }
        return names.sorted()
    }
}
