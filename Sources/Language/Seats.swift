import Synchronization

/// Places for values that are found once and then shared by all threads. The first that comes stays.
///
/// (`AtomicLazyReference` does the same for one place; its load is an unspecialised call of 600 instructions in Swift 6.3.)
final class Seats<Value: AnyObject & Sendable>: @unchecked Sendable {
    // Each place is written once, by an atomic exchange, and never moved: that makes the unchecked promise true.
    private let places: UnsafeMutablePointer<Atomic<UInt>>
    private let count: Int

    init(_ count: Int) {
        self.count = count
        places = .allocate(capacity: count)
        for place in 0..<count { (places + place).initialize(to: Atomic(0)) }
    }

    deinit {
        for place in 0..<count {
            if let value = UnsafeRawPointer(bitPattern: places[place].load(ordering: .relaxed)) { Unmanaged<Value>.fromOpaque(value).release() }
        }
        places.deinitialize(count: count)
        places.deallocate()
    }

    subscript(place: Int) -> Value? {
        UnsafeRawPointer(bitPattern: places[place].load(ordering: .acquiring)).map { Unmanaged<Value>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Puts a value on a place that is free; what stands there now.
    func take(_ place: Int, _ value: Value) -> Value {
        let reference = Unmanaged.passRetained(value)
        let (isTaken, before) = places[place].compareExchange(expected: 0, desired: UInt(bitPattern: reference.toOpaque()), ordering: .acquiringAndReleasing)
        guard !isTaken, let earlier = UnsafeRawPointer(bitPattern: before) else { return value }
        reference.release()
        return Unmanaged<Value>.fromOpaque(earlier).takeUnretainedValue()
    }
}
