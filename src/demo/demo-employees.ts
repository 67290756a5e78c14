import { SectionId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'

const nord = SectionId.parse('nord')
const sor = SectionId.parse('sor')

export const demoSections = [
  { id: nord, name: 'Nord' },
  { id: sor, name: 'Sør' },
]

export const demoZones = [
  { id: ZoneId.parse('nord-1'), name: 'Nord 1', section: nord },
  { id: ZoneId.parse('nord-2'), name: 'Nord 2', section: nord },
  { id: ZoneId.parse('nord-3'), name: 'Nord 3', section: nord },
  { id: ZoneId.parse('sor-1'), name: 'Sør 1', section: sor },
  { id: ZoneId.parse('sor-2'), name: 'Sør 2', section: sor },
  { id: ZoneId.parse('sor-3'), name: 'Sør 3', section: sor },
]

const allZones = demoZones.map(({ id }) => id)
const northernZones = demoZones.filter(({ section }) => section === nord).map(({ id }) => id)

export type DemoEmployee = {
  username: string
  password: string
  role: Role
  name: string
  title: string
  hprNumber: string | null
  zones: readonly ZoneId[]
}

/** The demo's employees. Their HPR numbers begin with zeros, and no real one does. */
export const demoEmployees: readonly DemoEmployee[] = [
  {
    username: 'nina',
    password: 'nina-nord-2',
    role: 'nurse',
    name: 'Nina Bakken',
    title: 'Sykepleier',
    hprNumber: '000000001',
    zones: [ZoneId.parse('nord-2')],
  },
  {
    username: 'ahmed',
    password: 'ahmed-nord',
    role: 'shiftLead',
    name: 'Ahmed Haugen',
    title: 'Ansvarsvakt',
    hprNumber: '000000002',
    zones: northernZones,
  },
  {
    username: 'solveig',
    password: 'solveig-nord',
    role: 'sectionLeader',
    name: 'Solveig Myhre',
    title: 'Seksjonsleder',
    hprNumber: '000000003',
    zones: northernZones,
  },
  {
    username: 'ante',
    password: 'ante-sor-1',
    role: 'nurse',
    name: 'Ánte Sara',
    title: 'Sykepleier',
    hprNumber: '000000004',
    zones: [ZoneId.parse('sor-1')],
  },
  {
    username: 'hdu',
    password: 'hdu-vakt',
    role: 'hdu',
    name: 'Tone Dahle',
    title: 'HDU-vakt',
    hprNumber: '000000005',
    zones: allZones,
  },
  {
    username: 'admin',
    password: 'admin-demo',
    role: 'administrator',
    name: 'Petter Lunde',
    title: 'Administrator',
    hprNumber: null,
    zones: [],
  },
]
