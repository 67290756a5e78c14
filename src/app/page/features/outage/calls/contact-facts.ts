import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { AlarmLine } from '#domain/patient/alarm-line.ts'
import { alarmLinesOf } from '#domain/patient/alarm-lines.ts'
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

/** Through whom each alarm sends: one operator may be silent and another not. Then what the list says of it beyond that. */
function alarmText(patient: ContactRow['patient']): string | null {
  const said = patient.devices
    .filter(({ kind }) => kind?.startsWith('safety-alarm') === true)
    .flatMap(({ description, line }) =>
      description === null || line !== undefined ? [] : [description],
    )
  const lines = alarmLinesOf(patient).map(alarmLineText)
  return lines.length === 0 ? null : [...lines, ...said].join(', ')
}

function alarmLineText(line: AlarmLine | null): string {
  if (line === null) return words.alarm.unknown
  const operators = line.operators.join(' og ')
  if (line.sims === 2) {
    return operators === '' ? words.alarm.twoSims : words.alarm.twoSimsOf(operators)
  }
  return operators === '' ? words.alarm.oneSim : words.alarm.operator(operators)
}
