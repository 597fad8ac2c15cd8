import Dispatch

/// The results of `work(0)`, `work(1)`, … in this order, made on up to `jobs` threads: the order of the results never depends on who was first.
func concurrently<Result: Sendable>(_ count: Int, jobs: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(work) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
        nonisolated(unsafe) let slots = buffer
        // One contiguous share a thread and a few more, so that a long record at the end does not leave the other threads idle.
        let shares = min(count, jobs * 8)
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            for index in count * share / shares..<count * (share + 1) / shares { slots.initializeElement(at: index, to: work(index)) }
        }
        filled = count
    }
}
