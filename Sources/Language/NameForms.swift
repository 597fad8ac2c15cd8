import Synchronization

/// Names that have been taken apart already: the same few stand in a record again and again. Shared by the threads of a run.
public final class NameForms: Sendable {
    private struct Key: Hashable {
        let text: String
        let kind: NameForm.Kind
        let language: String

        // By bytes: two spellings that are canonically the same are still written differently.
        static func == (left: Key, right: Key) -> Bool {
            left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8) && left.language.utf8.elementsEqual(right.language.utf8)
        }
        func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    private let known = Mutex<[Key: NameForm]>([:])

    /// A form takes about 1 KB. The names beyond the first 16,384 of a run are taken apart each time.
    private static let most = 16_384

    public init() {}

    /// `NameForm(text, kind: kind, pack: pack)`, kept.
    public func form(_ text: String, kind: NameForm.Kind, pack: LanguagePack) -> NameForm {
        let key = Key(text: text, kind: kind, language: pack.code)
        if let form = known.withLock({ $0[key] }) { return form }
        let form = NameForm(text, kind: kind, pack: pack)
        known.withLock { if $0.count < Self.most { $0[key] = form } }
        return form
    }
}
