import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import { groupedContacts } from '#domain/contacts/contact-list.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { zonePlanWords as plan } from '#text/nb/words/zone-plan.ts'
import { contactGroups } from '#text/nb/words/cards/municipality-contact.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { Flow } from './flow.ts'
import { type Sheet, styles, type Typesetter } from './sheet.ts'
import { type Cell, compact, piece, plain, table } from './table.ts'

const text = binderText.contacts

export const contactsAnchor = 'contacts'

/**
 * Lays out what the zone has agreed on for when nobody can be reached, and everybody whom the municipality calls, with
 * room to write what is missing.
 */
export function contactSheets(
  { contacts, zonePlan }: Pick<BinderContent, 'contacts' | 'zonePlan'>,
  { tab, set }: { tab: string; set: Typesetter },
): Sheet[] {
  if (contacts.length === 0) return []
  const flow = new Flow(set, { title: text.title, subtitle: text.meaning, tab })
  flow.anchor(contactsAnchor)
  flow.section(plan.title)
  for (const line of planLines(zonePlan)) flow.paragraph(line, styles.body)
  const columns = text.columns.map((head, place) => ({ head, share: shares[place] ?? 1 }))
  for (const part of groupedContacts(contacts, norwegianCollator())) {
    flow.section(contactGroups[part.group])
    table(flow, columns, part.contacts.map(cellsOf), compact)
  }
  return flow.sheets
}

function planLines(zonePlan: ZonePlan | null): string[] {
  const place = zonePlan?.meetingPlace ?? text.missing
  const meetings = zonePlan?.meetings
  const often =
    meetings === undefined || meetings === null
      ? text.missing
      : plan.meetingsText(meetings.at, plan.intervals[meetings.everyMinutes])
  return [
    `${plan.place}: ${place}`,
    `${plan.meetings}: ${often}`,
    `${plan.fetching}: ${zonePlan?.fetching ?? text.missing}`,
  ]
}

const shares = [4, 4, 4, 1.6]

function cellsOf({ role, name, numbers, reserve, lastCheckedOn }: MunicipalityContact): Cell[] {
  return [
    [piece(role, styles.strong), ...plain(name)],
    numbers.length === 0
      ? plain(text.missing)
      : numbers.map(({ number, note }) =>
          piece([phoneText(number), note].filter(Boolean).join(', '), styles.strong),
        ),
    plain(reserve),
    plain(lastCheckedOn === null ? text.never : fullDate(lastCheckedOn)),
  ]
}
