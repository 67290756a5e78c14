import type { EntryId } from '../base/ids.ts'
import { isNewer } from '../facts/unique-facts.ts'
import { foldPeople } from './fold-people.ts'
import { cellOf, changedPeople, changingPeople, type PeopleCell } from './people-cells.ts'
import type { People } from './people.ts'
import { personUndoes } from './person-fact-of.ts'
import type { PersonFact } from './person-fact.ts'

export type PeopleLedger = {
  /** Answers what all facts say that were ever added. */
  add: (facts: readonly PersonFact[]) => People
}

/** More than so many are folded sooner all together. */
const maxCellsAtOnce = 500

type Cells = Map<string, PeopleCell>

/**
 * Keeps what `foldPeople` answers up to date fact by fact: a call about one patient of ten thousand folds her facts alone.
 * It answers the same, whatever comes first.
 */
export function peopleLedger(): PeopleLedger {
  const facts = new Map<EntryId, PersonFact>()
  const idsByCell = new Map<string, Set<EntryId>>()
  /** The undos that name each fact, whether it is here or not. */
  const undosOf = new Map<EntryId, Set<EntryId>>()
  let people = foldPeople([])

  const keep = (fact: PersonFact, changed: Cells): void => {
    const other = facts.get(fact.entryId)
    if (other !== undefined && !isNewer(fact, other)) return
    if (other !== undefined) markChanged(other, changed)
    facts.set(fact.entryId, fact)
    const cell = cellOf(fact)
    if (cell !== null) setOf(idsByCell, cell.name).add(fact.entryId)
    const undone = personUndoes(fact) ?? []
    for (const id of undone) setOf(undosOf, id).add(fact.entryId)
    markChanged(fact, changed)
  }
  /** An undo changes what it names, also by way of the undos that it takes away. */
  const markChanged = (changing: PersonFact, changed: Cells): void => {
    const seen = new Set<EntryId>()
    const open = [changing]
    for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
      if (seen.has(fact.entryId)) continue
      seen.add(fact.entryId)
      const cell = cellOf(fact)
      if (cell !== null) changed.set(cell.name, cell)
      open.push(...(personUndoes(fact) ?? []).flatMap((id) => facts.get(id) ?? []))
    }
  }
  /** A cell's facts, and the undos that have a say in them. */
  const factsOfCell = (name: string): PersonFact[] => {
    const ids = new Set(idsByCell.get(name))
    const open = [...ids]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const undo of undosOf.get(id) ?? []) {
        if (!ids.has(undo)) open.push(undo)
        ids.add(undo)
      }
    }
    return [...ids].flatMap((id) => facts.get(id) ?? [])
  }

  return {
    add(added) {
      const changed: Cells = new Map()
      for (const fact of added) keep(fact, changed)
      if (changed.size === 0) return people
      if (changed.size > maxCellsAtOnce) {
        people = foldPeople([...facts.values()])
        return people
      }
      const next = changingPeople(people)
      for (const { name, put } of changed.values()) put(next, foldPeople(factsOfCell(name)))
      people = changedPeople(next)
      return people
    },
  }
}

function setOf<Key>(sets: Map<Key, Set<EntryId>>, key: Key): Set<EntryId> {
  const set = sets.get(key) ?? new Set<EntryId>()
  sets.set(key, set)
  return set
}
