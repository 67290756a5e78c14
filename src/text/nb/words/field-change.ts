import type { AddressProtection } from '#domain/patient/patient.ts'
import type { FieldChange, Hidden } from '#domain/roster/field-change.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { accessText } from './access.ts'
import { genderText } from './gender.ts'
import { lookupName } from './name.ts'
import { zoneText } from './zone.ts'

type ValueTexts = { before: string; after: string }

/** What a field held and will hold, as a leader reads it. */
export function fieldChangeTexts(change: FieldChange): ValueTexts {
  switch (change.field) {
    case 'name':
      return both(change, lookupName)
    case 'bornOn':
      return both(change, orNothing(norwegianDate))
    case 'zone':
      return both(change, zoneText)
    case 'addressProtection':
      return both(change, (protection) => protectionText[protection])
    case 'address':
      return both(
        change,
        orNothing((address) => (isHidden(address) ? hidden : listed(address))),
      )
    case 'phone':
      return both(
        change,
        orNothing((phone) => (isHidden(phone) ? hidden : phone)),
      )
    case 'codes':
      return both(
        change,
        orNothing(() => hidden),
      )
    case 'livesAlone':
      return both(
        change,
        orNothing((livesAlone) => (livesAlone ? 'Ja' : 'Nei')),
      )
    case 'devices':
      return both(change, (devices) =>
        listed(
          devices.map(({ listedAs, batteryMinutes }) =>
            batteryMinutes === null ? listedAs : `${listedAs} (${batteryMinutes} min)`,
          ),
        ),
      )
    case 'gender':
      return both(
        change,
        orNothing((gender) => genderText[gender]),
      )
    case 'nextOfKin':
      return both(change, (contacts) =>
        listed(contacts.map(({ name, phone }) => joined([name, phone]))),
      )
    case 'generalPractitioner':
      return both(
        change,
        orNothing(({ name, office, phone }) => joined([name, office, phone])),
      )
    case 'critical':
      return both(change, (facts) => listed(facts.map(({ text }) => text)))
    case 'access':
      return both(change, (ways) => listed(ways.map(accessText)))
    case 'medications':
      return both(change, (medications) =>
        listed(medications.map(({ name, strength }) => joined([name, strength], ' '))),
      )
    case 'personalNumber':
    case 'ehrId':
    case 'mobility':
    case 'communication':
    case 'resuscitation':
    case 'nutrition':
    case 'pharmacy':
      return both(
        change,
        orNothing((text) => text),
      )
    case 'services':
    case 'doseTimes':
    case 'supervisionTimes':
    case 'remarks':
    case 'diagnoses':
      return both(change, listed)
  }
}

const nothing = '–'
const hidden = 'Skjult'

const protectionText = {
  none: 'Ingen',
  confidential: 'Fortrolig',
  strictlyConfidential: 'Strengt fortrolig',
} satisfies Record<AddressProtection, string>

function both<Value>(
  { before, after }: { before: Value; after: Value },
  text: (value: Value) => string,
): ValueTexts {
  return { before: text(before), after: text(after) }
}

function orNothing<Value>(text: (value: Value) => string): (value: Value | null) => string {
  return (value) => (value === null ? nothing : text(value) || nothing)
}

function isHidden(value: string | string[] | Hidden): value is Hidden {
  return typeof value === 'object' && 'kind' in value
}

function listed(texts: readonly string[]): string {
  return texts.join(', ') || nothing
}

function joined(parts: readonly (string | null)[], by = ', '): string {
  return parts.filter((part) => part !== null && part !== '').join(by)
}

function norwegianDate(day: LocalDate): string {
  return day.split('-').toReversed().join('.')
}
