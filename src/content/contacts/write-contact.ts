import { type ContactGroup, MunicipalityContact } from '#domain/contacts/contact.ts'

type NumberDraft = string | readonly [number: string, note: string]

type Filled = { name?: string; reserve?: string; numbers?: readonly NumberDraft[] }

/** A contact whose number is the same in all of Norway. Nobody in the municipality has made sure of it yet. */
export function publicContact(
  id: string,
  group: ContactGroup,
  role: string,
  { name, reserve, numbers }: Filled,
): MunicipalityContact {
  return MunicipalityContact.parse({
    id,
    group,
    role,
    name: name ?? null,
    numbers: (numbers ?? []).map((draft) =>
      typeof draft === 'string'
        ? { number: draft, note: null }
        : { number: draft[0], note: draft[1] },
    ),
    reserve: reserve ?? null,
    lastCheckedOn: null,
  })
}

/** A contact whose number each municipality has to find out. */
export function contactToFill(
  id: string,
  group: ContactGroup,
  role: string,
  filled: Omit<Filled, 'numbers'> = {},
): MunicipalityContact {
  return publicContact(id, group, role, filled)
}
