import type { Contact, GeneralPractitioner } from '#domain/patient/patient.ts'
import {
  familyNames,
  mensNames,
  samiFamilyNames,
  samiMensNames,
  samiWomensNames,
  womensNames,
} from './demo-names.ts'
import type { SeededRandom } from './seeded-random.ts'

export type DemoGender = 'woman' | 'man'

export type DemoName = { family: string; given: string; language: 'norwegian' | 'sami' }

export function demoName(random: SeededRandom, gender: DemoGender): DemoName {
  const isSami = random.chance(7)
  const given = random.pick(
    gender === 'woman'
      ? isSami
        ? samiWomensNames
        : womensNames
      : isSami
        ? samiMensNames
        : mensNames,
  )
  const second = random.chance(18)
    ? ` ${random.pick(gender === 'woman' ? womensNames : mensNames)}`
    : ''
  return {
    family: random.pick(isSami ? samiFamilyNames : familyNames),
    given: second.trim() === given ? given : `${given}${second}`,
    language: isSami ? 'sami' : 'norwegian',
  }
}

/** Gives out numbers of a series that nobody has, 900 00 000 to 900 00 999. */
export function demoPhones() {
  let ofPatients = 0
  let ofContacts = 0
  return {
    forPatient: () => phoneNumber(200 + (ofPatients++ % 400)),
    /** There are more relatives than numbers, so some share one. */
    forContact: () => phoneNumber(600 + (ofContacts++ % 400)),
  }
}

function phoneNumber(last: number): string {
  return `900 00 ${String(last).padStart(3, '0')}`
}

export type DemoPhones = ReturnType<typeof demoPhones>

type Household = {
  family: string
  gender: DemoGender
  livesAlone: boolean
  isOld: boolean
}

/** Makes the next of kin: first a person in the household, then children, sometimes a neighbour who can look in. */
export function demoContacts(
  random: SeededRandom,
  phones: DemoPhones,
  { family, gender, livesAlone, isOld }: Household,
): Contact[] {
  const contacts: Contact[] = []
  const add = (relation: string, of: DemoGender, name: string, canLookIn: boolean) => {
    const given = random.pick(of === 'woman' ? womensNames : mensNames)
    const phone = contacts.length === 0 || random.chance(94) ? phones.forContact() : null
    contacts.push({ name: `${given} ${name}`, relation, phone, canLookIn })
  }
  if (!livesAlone) {
    const spouse = gender === 'woman' ? 'man' : 'woman'
    add(spouse === 'woman' ? 'Kone' : 'Mann', spouse, family, true)
  }
  const children = isOld ? random.integer(0, 2) : 0
  for (let child = 0; child < children; child++) {
    const of = random.pick<DemoGender>(['woman', 'man'])
    const name = random.chance(60) ? family : random.pick(familyNames)
    add(of === 'woman' ? 'Datter' : 'Sønn', of, name, random.chance(45))
  }
  if (!isOld) add(random.pick(['Mor', 'Søster', 'Venninne']), 'woman', family, random.chance(60))
  if (contacts.length === 0) {
    add(random.pick(['Niese', 'Søster', 'Venninne']), 'woman', random.pick(familyNames), false)
  }
  if (random.chance(22)) {
    const of = random.pick<DemoGender>(['woman', 'man'])
    add('Nabo', of, random.pick(familyNames), random.chance(80))
  }
  return contacts
}

const practices = [
  'Torvet legesenter',
  'Framnes legekontor',
  'Stokke legegruppe',
  'Andebu legesenter',
  'Bugården legesenter',
] as const

/** Invented practitioners, the same for the whole municipality. */
export const demoPractitioners: readonly GeneralPractitioner[] = [
  'Astrid Foss',
  'Mohammad Raza',
  'Henrik Løvås',
  'Inger Tveit',
  'Piotr Nowak',
  'Sunniva Brekke',
  'Tor Øverland',
  'Leila Karimi',
  'Jonas Bye',
  'Ragnhild Næss',
].map((name, place) => ({
  name,
  office: practices[place % practices.length] ?? null,
  phone: phoneNumber(10 + (place % practices.length)),
}))
