import type { Contact } from '#domain/patient/patient.ts'
import { phoneText } from './phone.ts'

export const canLookInText = 'kan se innom'

/** «Datter Berit Lie 900 00 102». */
export function contactText({ name, relation, phone }: Contact): string {
  return [relation, name, phone && phoneText(phone)].filter(Boolean).join(' ')
}
