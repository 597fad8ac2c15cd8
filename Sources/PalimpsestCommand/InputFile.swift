import Inputs
import Palimpsest
import XMLEvents

/// Reads what the user named, whole or not at all, with the reader's errors as failures of the command.
enum InputFile {
    static func read(_ path: String, limits: Limits) throws(Failure) -> Input {
        var arguments = RawArguments()
        return try read(arguments.take(path), limits: limits)
    }

    static func read(_ name: FileName, limits: Limits) throws(Failure) -> Input { try whole(open(name, limits: limits)) }

    /// A file, a folder, an archive, a revision in git.
    static func named(_ name: FileName, limits: Limits) throws(Failure) -> Named {
        do throws(InputError) { return try openNamed(name, limits: limits.inputs) } catch { throw failure(error) }
    }

    /// One input: several records where one is wanted are refused.
    static func open(_ name: FileName, limits: Limits) throws(Failure) -> ByteStream {
        switch try named(name, limits: limits) {
        case .one(let stream): return stream
        case .many(let holdings):
            if holdings.isFolder { throw failure(InputError(.folder, source: holdings.name)) }
            throw Failure(code: .unreadable, message: "\(holdings.name) holds several records; name one as 'FILE::MEMBER'")
        }
    }

    /// All that is left of a stream.
    static func whole(_ stream: ByteStream) throws(Failure) -> Input {
        do throws(InputError) { return Input(name: stream.name, bytes: try stream.bytes()) } catch { throw failure(error) }
    }

    static func failure(_ error: InputError) -> Failure {
        if case .git = error.kind { return Failure(code: .usage, message: error.description) }
        return Failure(code: .unreadable, message: error.description)
    }
}

extension Limits {
    /// The part of the limits that is about bytes.
    var inputs: InputLimits {
        var limits = InputLimits()
        limits.fileBytes = fileBytes
        limits.unpackedBytes = unpackedBytes
        limits.decompressionRatio = decompressionRatio
        limits.members = members
        return limits
    }
}
