import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { canLookInText } from '#text/nb/words/contact.ts'
import type { ContactRow } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../../parts/facts-line.ts'

/** The number to read aloud, what is the matter, who can look in, and how the alarm sends where that is written down. */
export function contactFacts({ patient, facts }: ContactRow, list: PatientListKind): string[] {
  const phone = phoneShown(patient)
  const number =
    phone !== null
      ? phoneText(phone)
      : patient.addressProtection === 'none'
        ? words.noPhone
        : words.hiddenPhone
  const near = patient.nextOfKin.find(({ canLookIn }) => canLookIn)
  const needs = facts.filter(({ kind }) => kind === 'critical' || kind === 'mobility')
  const times = facts.filter(({ kind }) => kind === 'time').map(rowFactText)
  return [
    factsLine(number, ...needs.map(rowFactText), times.length === 0 ? null : times.join(', ')),
    factsLine(
      near === undefined ? null : `${(near.relation ?? near.name).toLowerCase()} ${canLookInText}`,
      list === 'safetyAlarm' ? alarmText(patient) : null,
    ),
  ].filter((line) => line !== '')
}

/** What the list says of the alarm beyond its kind, as «4G, to SIM» or the operator: one may be silent and the other not. */
function alarmText({ devices }: ContactRow['patient']): string | null {
  const said = devices
    .filter(({ kind }) => kind?.startsWith('safety-alarm') === true)
    .flatMap(({ description }) => (description === null ? [] : [description]))
  return said.length === 0 ? null : said.join(', ')
}
