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

    static func open(_ name: FileName, limits: Limits) throws(Failure) -> ByteStream {
        do throws(InputError) { return try Inputs.open(name, limits: limits.inputs) } catch { throw failure(error) }
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
