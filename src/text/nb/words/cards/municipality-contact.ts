import type { ContactGroup, MunicipalityContact } from '#domain/contacts/contact.ts'
import { phoneText } from '../phone.ts'

export const contactGroups = {
  emergency: 'Nød',
  own: 'Kommunen',
  health: 'Helse',
  supplier: 'Leverandører',
  authority: 'Myndigheter og hjelpeorganisasjoner',
} as const satisfies Record<ContactGroup, string>

export const contactWords = {
  title: 'Viktige numre',
  noNumber: 'Nummer mangler',
  /** A contact that a step names and this device does not have. */
  unknown: 'Et nummer er ikke på telefonen',
  numberMissing: (role: string) => `${role}: nummer mangler`,
  call: (role: string, number: string) => `Ring ${role} ${number}`,
  reserve: (way: string) => `Uten telefon: ${way}`,
} as const

/** «NCSC 23 31 07 50 eller 02497»; null for a contact without numbers. */
export function contactLine({ role, numbers }: MunicipalityContact): string | null {
  if (numbers.length === 0) return null
  return `${role} ${numbers.map(({ number }) => phoneText(number)).join(' eller ')}`
}
