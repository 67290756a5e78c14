import type { Instant } from '#domain/time/instant.ts'
import { sent as words } from '#text/nb/screens/sent.ts'
import type { TagTone } from '../../ui/Tag.tsx'
import type { SentEntry } from './read-sent.ts'

type About = { isInFlight: boolean; isSending: boolean; moment: (at: Instant) => string }

/** The state of an entry in words. Only a receipt makes it green. */
export function entryState(
  { state, receivedAt }: SentEntry,
  { isInFlight, isSending, moment }: About,
): { text: string; tone: TagTone; explanation: string | null } {
  switch (state) {
    case 'sealed':
      return isInFlight
        ? {
            text: isSending ? words.states.sending : words.states.unconfirmed,
            tone: 'ordinary',
            explanation: null,
          }
        : { text: words.states.sealed, tone: 'ordinary', explanation: null }
    case 'acked':
      return {
        text:
          receivedAt === null ? words.states.ackedPlain : words.states.acked(moment(receivedAt)),
        tone: 'receipted',
        explanation: null,
      }
    case 'durable':
      return {
        text:
          receivedAt === null ? words.states.ackedPlain : words.states.durable(moment(receivedAt)),
        tone: 'receipted',
        explanation: null,
      }
    case 'conflict':
      return { text: words.states.conflict, tone: 'deadline', explanation: words.conflictText }
    case 'held':
      return { text: words.states.held, tone: 'ordinary', explanation: words.heldText }
    case 'taken':
      return { text: words.states.taken, tone: 'receipted', explanation: null }
    case 'rejected':
      return { text: words.states.rejected, tone: 'deadline', explanation: words.rejectedText }
    case 'quarantined':
      return {
        text: words.states.quarantined,
        tone: 'deadline',
        explanation: words.quarantinedText,
      }
  }
}

/** The list that an entry stands in. */
export function groupOf(state: SentEntry['state']): keyof typeof words.groups {
  switch (state) {
    case 'sealed':
      return 'signed'
    case 'acked':
    case 'durable':
    case 'taken':
      return 'received'
    case 'conflict':
    case 'quarantined':
    case 'held':
    case 'rejected':
      return 'toLookAt'
  }
}
