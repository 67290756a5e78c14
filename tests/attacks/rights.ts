import type { Weaken } from './ground.ts'

/** A server that does not ask what an author may do. This one never asks yet. */
export const unjudged: Weaken | undefined = undefined

/** A note that its readers would act on. */
export function isActedOn(journal: string | null): boolean {
  return journal?.includes('SEPONERT') === true
}
