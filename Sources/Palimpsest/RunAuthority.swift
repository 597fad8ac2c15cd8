import PlainText
import Records

/// The authority of a run: entries of both sides under one id are one entity with all its names. An entry of one side only, whose main name is that
/// of an entry which the other side only has, is that entry under another id.
func joined(_ first: [Entity], _ second: [Entity]) -> [Entity] {
    var entities = merged(first, [])
    let later = merged(second, [])
    let ids = Set(entities.map(\.id)), laterIDs = Set(later.map(\.id))
    func mainName(_ entity: Entity) -> String { entity.names.first.map { Folding.folded($0) } ?? "" }
    var byName: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() where !laterIDs.contains(entity.id) { byName[mainName(entity), default: []].append(index) }
    var fresh: [Entity] = []
    for entity in later {
        if !ids.contains(entity.id), let same = byName[mainName(entity)], same.count == 1, let index = same.first, entities[index].kind == entity.kind {
            entities[index].keys.append(entity.id)
            entities[index] = union(entities[index], entity)
        } else {
            fresh.append(entity)
        }
    }
    return merged(entities, fresh)
}

private func merged(_ first: [Entity], _ second: [Entity]) -> [Entity] {
    var entities: [Entity] = []
    var byID: [String: Int] = [:]
    for entity in first + second {
        if let index = byID[entity.id] {
            entities[index] = union(entities[index], entity)
        } else {
            byID[entity.id] = entities.count
            entities.append(entity)
        }
    }
    return entities
}

private func union(_ entity: Entity, _ other: Entity) -> Entity {
    var whole = entity
    for name in other.names where !whole.names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { whole.names.append(name) }
    for key in other.keys where !whole.keys.contains(key) { whole.keys.append(key) }
    return whole
}
