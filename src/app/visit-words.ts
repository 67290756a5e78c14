import type { Visit } from '#domain/work-list.ts'
import { now as words } from '#text/nb/now.ts'

/** «Kveldsstell · medisin 17:00», and on a line of its own what else one must know. */
export function visitFacts(visit: Visit): string[] {
  const what = [
    ...visit.tasks,
    visit.medicationAt === null ? null : words.visitFacts.medicine(visit.medicationAt),
    visit.staff > 1 ? words.visitFacts.staff(visit.staff) : null,
  ]
  return [what.filter(Boolean).join(' · '), visit.remark ?? ''].filter((line) => line !== '')
}
