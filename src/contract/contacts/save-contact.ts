import * as z from 'zod/mini'
import { ContactCheck, ContactDraft, MunicipalityContact } from '#domain/contacts/contact.ts'

/** A leader's change of one of the municipality's contacts, or a new one. */
export const SaveContact = z.object({
  draft: ContactDraft,
  check: ContactCheck,
  /** The contact as she saw it, null for a new one: what has changed meanwhile is not written over. */
  before: z.nullable(MunicipalityContact),
})
export type SaveContact = z.infer<typeof SaveContact>

/** The contact as it is saved. Phones get it with the stream `contacts`. */
export const SaveContactAnswer = z.object({ contact: MunicipalityContact })
export type SaveContactAnswer = z.infer<typeof SaveContactAnswer>
