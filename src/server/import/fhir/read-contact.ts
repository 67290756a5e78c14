import type { Contact } from '#domain/patient/patient.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { tidy } from '../texts/cell-values.ts'
import { withPhones } from '../texts/parse-contacts.ts'
import {
  conceptText,
  type Concept,
  type HumanName,
  type Period,
  type Reference,
  type Telecom,
} from './fhir-resource.ts'
import { hasEndedBy } from './held-now.ts'
import { readHumanName } from './human-name.ts'
import { telecomPhones } from './telecom-phones.ts'

/** A next of kin with each of her phones; none where nobody is named, or it was somebody once. */
export function readContact(
  contact: {
    relationship?: Concept[] | undefined
    name?: HumanName | undefined
    telecom?: Telecom[] | undefined
    organization?: Reference | undefined
    period?: Period | undefined
  },
  today: LocalDate,
): Contact[] {
  if (hasEndedBy(contact.period, today)) return []
  const { family, given } = readHumanName(contact.name && [contact.name], today)
  const { phones } = telecomPhones(contact.telecom, today)
  const relations = (contact.relationship ?? []).map((concept) => ({
    text: conceptText(concept),
    // What role a contact has (v2-0131) says less than how she is related.
    isRole: concept.coding?.some(({ system }) => system?.endsWith('v2-0131')) === true,
  }))
  const relation = relations.find(({ isRole }) => !isRole)?.text ?? relations[0]?.text ?? null
  const name = tidy(`${given} ${family}`) || tidy(contact.organization?.display ?? '')
  return name === '' && phones.length === 0 ? [] : withPhones({ name, relation }, phones)
}
