import type { Visit } from '#domain/lists/work-list.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { factsLine } from './facts-line.ts'

/** «Kveldsstell · medisin 17:00», and on a line of its own what else one must know. */
export function visitFacts({ tasks, medicationAt, staff, remark }: Visit): string[] {
  const { medicine, staff: staffWords, medicineTask } = words.visitFacts
  // The time says it already.
  const isSaid = (task: string) => medicationAt !== null && task.toLowerCase() === medicineTask
  return [
    factsLine(
      ...tasks.filter((task) => !isSaid(task)),
      medicationAt === null ? null : medicine(medicationAt),
      staff > 1 ? staffWords(staff) : null,
    ),
    remark ?? '',
  ].filter((line) => line !== '')
}
