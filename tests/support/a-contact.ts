import { ContactDraft, MunicipalityContact } from '#domain/contacts/contact.ts'

/** What a leader writes of the digital health on-call. */
export function aContactDraft(fields: Partial<ContactDraft> = {}): ContactDraft {
  return {
    ...ContactDraft.parse({
      id: 'hdu',
      group: 'own',
      role: 'HDU-vakt',
      name: null,
      numbers: [{ number: '900 00 104', note: 'hele døgnet' }],
      reserve: 'Nødnett',
    }),
    ...fields,
  }
}

export function aContact(fields: Partial<MunicipalityContact> = {}): MunicipalityContact {
  return { ...aContactDraft(), lastCheckedOn: null, ...fields }
}
