import type { Access, Address, AddressProtection } from '#domain/patient/patient.ts'
import type { AccessCode } from '#domain/patient/protected-details.ts'
import type { DemoZone } from './demo-zones.ts'
import type { SeededRandom } from './seeded-random.ts'

export function demoAddress(random: SeededRandom, zone: DemoZone): Address {
  const letter = random.chance(25) ? ` ${random.pick(['A', 'B', 'C'])}` : ''
  return {
    street: `${random.pick(zone.streets)} ${random.integer(1, 148)}${letter}`,
    postalCode: zone.postalCode,
    city: zone.city,
    detail: random.chance(35)
      ? random.pick(['1. et.', '2. et.', '3. et.', 'Kjellerinngang', 'Leil. 204', 'Leil. 31'])
      : null,
  }
}

export function demoProtection(random: SeededRandom): AddressProtection {
  const share = random.integer(1, 1000)
  if (share > 20) return 'none'
  return share > 7 ? 'confidential' : 'strictlyConfidential'
}

/** Makes the access to a home, and separately the codes of locks and key boxes. */
export function demoAccess(
  random: SeededRandom,
  hasElectronicLock: boolean,
): { access: Access[]; codes: AccessCode[] } {
  const access: Access[] = []
  if (hasElectronicLock) {
    access.push({
      id: 'lock',
      kind: 'electronicLock',
      description: random.pick(['E-lås på ytterdør, Bluetooth', 'E-lås på hoveddør, ny i år']),
      worksOffline: random.pick([true, true, true, false, null]),
      hasCode: false,
    })
  }
  const way = random.integer(1, 100)
  if (way <= 22) {
    access.push({
      id: 'box',
      kind: 'keyBox',
      description: `Nøkkelboks ${random.pick(['ved kjellerdør', 'ved inngangen', 'bak postkassen', 'på verandaen'])}`,
      worksOffline: true,
      hasCode: true,
    })
  } else if (way <= 55) {
    access.push({
      id: 'key',
      kind: 'key',
      description: `Nøkkel ${random.integer(1, 240)} på basen`,
      worksOffline: true,
      hasCode: false,
    })
  } else if (way <= 92 && !hasElectronicLock) {
    access.push({
      id: 'self',
      kind: 'opensDoor',
      description: 'Åpner selv',
      worksOffline: true,
      hasCode: false,
    })
  }
  if (random.chance(12)) {
    access.push({
      id: 'stairs',
      kind: 'electronicLock',
      description: 'Kodelås i oppgangen',
      worksOffline: random.pick([true, null]),
      hasCode: true,
    })
  }
  return {
    access,
    codes: access
      .filter(({ hasCode }) => hasCode)
      .map(({ id }) => ({
        opens: { kind: 'access', accessId: id },
        code: String(random.integer(1000, 9999)),
      })),
  }
}

/** Nobody who lies in bed or needs two to move opens her own door: there is a key on the base instead. */
export function demoAccessFor(
  access: readonly Access[],
  { mobility, key }: { mobility: string | null; key: number },
): Access[] {
  const isUnable = mobility !== null && /liggende|2 personer/i.test(mobility)
  return access.map((way) =>
    way.kind === 'opensDoor' && isUnable
      ? {
          id: 'key',
          kind: 'key',
          description: `Nøkkel ${key} på basen`,
          worksOffline: true,
          hasCode: false,
        }
      : way,
  )
}

export const demoRemarks: readonly string[] = [
  'Hund, rolig',
  'Hund, må stenges inne først',
  'Katt',
  'Røyker inne',
  'Ringeklokka virker ikke, bank på',
  'Bruk sidedøren',
  'Bratt trapp, glatt om vinteren',
  'Privat vei, brøytes sent',
]

export const demoCommunication: readonly string[] = [
  'Tunghørt, høreapparat',
  'Sterkt svaksynt',
  'Afasi, bruker bokstavtavle',
  'Trenger tolk, polsk',
  'Trenger tolk, arabisk',
  'Trenger god tid',
]
