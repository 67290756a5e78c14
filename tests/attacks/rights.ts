import { type Weaken, alone } from './ground.ts'

/** A server that does not ask what an author may do. No server asks yet. */
export const unjudged: Weaken = alone

/** A note that its readers would act on. */
export function isActedOn(journal: string | null): boolean {
  return journal?.includes('SEPONERT') === true
}
