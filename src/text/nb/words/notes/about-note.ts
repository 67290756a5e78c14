import type { Author } from '#domain/base/author.ts'
import type { Instant } from '#domain/time/instant.ts'
import { unknownAuthorText } from '../note-mark.ts'
import { fullMoment } from '../time.ts'

/** Who signed: name and title, as her account has them. */
export function authorText({ name, title }: Pick<Author, 'name' | 'title'>): string {
  return [name === '' ? unknownAuthorText : name, title].filter(Boolean).join(', ')
}

/** What later entries say about a note. */
export const aboutNote = {
  countersigned: (who: string, when: string) => `Dobbeltkontrollert av ${who}, ${when}`,
  needsControl: 'Trenger dobbeltkontroll',
  withdrawn: 'Ført ved en feil. Teksten under gjelder ikke.',
  withdrawnBy: (who: string, when: string, reason: string) =>
    `Trukket av ${who}, ${when}. Grunn: ${reason}`,
  correctedBy: (who: string, when: string, reason: string) =>
    `Rettet i et senere notat av ${who}, ${when}. Grunn: ${reason}`,
  writtenAt: (when: string) => `skrevet ${when}`,
  titles: { countersigns: 'Dobbeltkontroll', withdraws: 'Ført ved en feil' },
} as const

/** Which note, for those who read of it without having it. */
export function noteNameText(
  title: string,
  { eventAt, author }: { eventAt: Instant; author: Pick<Author, 'name' | 'title'> },
): string {
  return `${title}, ${fullMoment(eventAt)}, ${authorText(author)}`.slice(0, 300)
}
