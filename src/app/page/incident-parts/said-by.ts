import type { Author } from '#domain/base/author.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { firstName } from '#text/nb/words/name.ts'
import { useUnlocked } from '../services/unlocked.ts'

/** Answers who said something, as a row has room for: «du», «Kari». */
export function useSaidBy(): (who: Pick<Author, 'employeeId' | 'name'>) => string {
  const { employeeId } = useUnlocked()
  return (who) => (who.employeeId === employeeId ? words.you : firstName(who.name))
}
