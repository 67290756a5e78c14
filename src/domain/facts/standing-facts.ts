import type { EntryId } from '../base/ids.ts'
import { findCircles } from './circles.ts'
import { compareFacts } from './fact-order.ts'
import type { Said } from './said.ts'
import { uniqueFacts } from './unique-facts.ts'

export type FactRules<Fact extends Said> = {
  /** The facts that an undo takes away; null for every other fact. */
  undoes: (fact: Fact) => readonly EntryId[] | null
  /** What a fact is about: it takes the place only of facts about the same. Left out when all are about one thing. */
  about?: (fact: Fact) => string
}

export type JudgedFact<Fact extends Said> = { fact: Fact; isUndone: boolean; isReplaced: boolean }

/** The facts that stand, earlier ones first by the hybrid clock; undos are not among them. */
export function standingFacts<Fact extends Said>(
  facts: readonly Fact[],
  rules: FactRules<Fact>,
): Fact[] {
  return judgeFacts(facts, rules)
    .filter(({ isUndone, isReplaced }) => !isUndone && !isReplaced)
    .map(({ fact }) => fact)
    .toSorted(compareFacts)
}

/**
 * Judges each fact once, undos left out: by what names it, never by a clock.
 *
 * A fact is replaced when one that is not undone names it, or names what names it: undoing the middle of a chain brings
 * nothing back that the end of it has taken the place of. What facts on one circle say of each other does not count, so
 * that no client can make a person's state disappear by letting two facts replace each other.
 */
export function judgeFacts<Fact extends Said>(
  facts: readonly Fact[],
  { undoes, about }: FactRules<Fact>,
): JudgedFact<Fact>[] {
  const all = [...uniqueFacts(facts).values()]
  const placeOf = new Map(all.map(({ entryId }, place) => [entryId, place]))
  const undone = all.map(undoes)
  const subjects = about === undefined ? null : all.map(about)
  const naming = all.map(({ replaces }, place) =>
    (undone[place] ?? replaces).flatMap((id) => {
      const named = placeOf.get(id)
      if (named === undefined) return []
      if (undone[place] !== null) return [named]
      // An undo is taken away by an undo, never replaced.
      const counts =
        undone[named] === null && (subjects === null || subjects[named] === subjects[place])
      return counts ? [named] : []
    }),
  )
  const { order, circleOf } = findCircles(naming)
  const isUndone = all.map(() => false)
  const isReplaced = all.map(() => false)
  for (const place of order) {
    const takesAway = undone[place] !== null
    if (isUndone[place] === true && (takesAway || isReplaced[place] !== true)) continue
    for (const named of naming[place] ?? []) {
      if (circleOf[named] === circleOf[place]) continue
      if (takesAway) isUndone[named] = true
      else isReplaced[named] = true
    }
  }
  return all.flatMap((fact, place) =>
    undone[place] === null
      ? [{ fact, isUndone: isUndone[place] === true, isReplaced: isReplaced[place] === true }]
      : [],
  )
}
