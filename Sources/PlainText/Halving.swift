/// The first of `count` places for which `isBeyond` holds, by halving; `count` if for none. It holds for every place after that one.
@inlinable public func firstPlace(of count: Int, where isBeyond: (Int) -> Bool) -> Int {
    var low = 0, high = count
    while low < high {
        let middle = (low + high) / 2
        if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}
