import type { Contact } from '#domain/patient/patient.ts'
import { tidy } from '../cells/cell-values.ts'
import { conceptText, type Concept, type HumanName, type Telecom } from './fhir-resource.ts'
import { readHumanName } from './human-name.ts'
import { telecomPhones } from './telecom-phones.ts'

export function readContact(contact: {
  relationship?: Concept[] | undefined
  name?: HumanName | undefined
  telecom?: Telecom[] | undefined
}): Contact {
  const name = readHumanName(contact.name === undefined ? undefined : [contact.name])
  const phones = telecomPhones(contact.telecom)
  const relations = (contact.relationship ?? []).map((concept) => ({
    text: conceptText(concept),
    // What role a contact has (v2-0131) says less than how she is related.
    isRole: concept.coding?.some(({ system }) => system?.endsWith('v2-0131')) === true,
  }))
  const relation = relations.find(({ isRole }) => !isRole)?.text ?? relations[0]?.text ?? null
  return {
    name: tidy(`${name.given} ${name.family}`),
    relation,
    phone: phones[0] ?? null,
    canLookIn: false,
  }
}
