import type { ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { ContactDraft, ContactNumber, type PowerPoint } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import type { ContactFaults } from './contact-faults.ts'
import { typedPowerPoint } from './typed-power-point.ts'
import { formText } from '../../ui/form-text.ts'

export const maxNumbers = 6

export const numberField = (place: number): string => `number-${place}`
export const zoneField = 'zone'
export const noteField = (place: number): string => `note-${place}`

/** What the form does not ask: who it is, and what a place with power is measured from. */
type Fixed = Pick<ContactDraft, 'id' | 'group'> & {
  zones: readonly ZoneId[]
  pointBefore: PowerPoint | undefined
}

/** Reads a contact from the form. Of what is wrong, each field says what is to be written instead. */
export function typedContact(
  form: FormData,
  { zones, pointBefore, ...fixed }: Fixed,
): Result<ContactDraft, ContactFaults> {
  const faults = new Map<string, string>()
  const text = (name: string) => formText(form, name).trim()
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  const { role: Role, name: Name, reserve: Reserve } = ContactDraft.shape

  if (text('role') === '') faults.set('role', words.roleMissing)
  else if (!Role.safeParse(text('role')).success) faults.set('role', words.unreadable)
  if (!Name.safeParse(orNull('name')).success) faults.set('name', words.unreadable)
  if (!Reserve.safeParse(orNull('reserve')).success) faults.set('reserve', words.unreadable)
  const numbers = Array.from({ length: maxNumbers }, (_, place) => {
    const note = orNull(noteField(place))
    const number = plainNumber(text(numberField(place)))
    if (number === '' && note === null) return null
    if (number === '') faults.set(numberField(place), words.noteAlone)
    else if (!ContactNumber.shape.number.safeParse(number).success) {
      faults.set(numberField(place), words.numberFault)
    } else if (!ContactNumber.shape.note.safeParse(note).success) {
      faults.set(noteField(place), words.unreadable)
    }
    return { number, note }
  }).filter((one) => one !== null)

  const point = typedPowerPoint(form, { zones, before: pointBefore })
  if (!point.ok) for (const [name, fault] of point.refusal) faults.set(name, fault)
  if (faults.size > 0 || !point.ok) return refused(faults)
  const draft = { ...fixed, role: text('role'), name: orNull('name'), numbers }
  const { value: powerPoint } = point
  return accepted(
    ContactDraft.parse({
      ...draft,
      reserve: orNull('reserve'),
      ...(powerPoint === undefined ? {} : { powerPoint }),
      ...(text(zoneField) === '' ? {} : { zone: text(zoneField) }),
    }),
  )
}

/** Numbers are copied from everywhere: hyphens, brackets and dots only part the digits. */
function plainNumber(typed: string): string {
  return typed.replaceAll(/[-.()\s]+/g, ' ').trim()
}
