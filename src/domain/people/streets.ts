import { grouped } from '../base/grouped.ts'
import type { ZoneId } from '../base/ids.ts'
import type { Patient } from '../patient/patient.ts'
import { type Place, placeOfAddress, writtenPlace } from '../patient/place-of-address.ts'
import type { FactOf, People } from './people.ts'
import { placeText } from './person-subject.ts'

type PlacePower = FactOf<'placePower'> | null

/** A street of a zone where somebody lives, called as the first of its addresses calls it. */
export type Street = {
  zone: ZoneId
  street: string
  people: number
  /** What is said of its power; null while nobody has. */
  power: PlacePower
  /** By number. What is said of a house counts before what is said of its street. */
  buildings: readonly { number: string; people: number; power: PlacePower }[]
}

type Home = { zone: ZoneId; written: Place; folded: Place }

/** The streets of the patients whose address is known, by name; a protected address is not among them. */
export function streetsOf(
  patients: readonly Patient[],
  { places }: Pick<People, 'places'>,
  collator: Intl.Collator,
): Street[] {
  const homes = patients.flatMap(({ zone, address }): Home[] =>
    address === null || address.street.trim() === ''
      ? []
      : [
          {
            zone,
            written: writtenPlace(address.street),
            folded: placeOfAddress(address.street),
          },
        ],
  )
  const byStreet = grouped(homes, ({ zone, folded }) => `${zone} ${folded.street}`)
  return [...byStreet.values()]
    .flatMap((inStreet): Street[] => {
      const [first] = inStreet
      if (first === undefined) return []
      const { zone, written } = first
      const power = powerOf({ ...written, number: null }, places)
      return [
        {
          zone,
          street: written.street,
          people: inStreet.length,
          power,
          buildings: buildingsOf(inStreet, places, collator).map((building) => ({
            ...building,
            power: building.power ?? power,
          })),
        },
      ]
    })
    .toSorted((a, b) => collator.compare(a.street, b.street) || (a.zone < b.zone ? -1 : 1))
}

function buildingsOf(
  homes: readonly Home[],
  places: People['places'],
  collator: Intl.Collator,
): Street['buildings'] {
  const byNumber = grouped(homes, ({ folded }) => folded.number ?? '')
  return [...byNumber.values()]
    .flatMap((inHouse) => {
      const [first] = inHouse
      const number = first?.written.number ?? null
      if (first === undefined || number === null) return []
      return [{ number, people: inHouse.length, power: powerOf(first.written, places) }]
    })
    .toSorted((a, b) => collator.compare(a.number, b.number))
}

/** Where two say different things of one place, it has no power. */
function powerOf(place: Place, places: People['places']): PlacePower {
  const about = places.filter(({ body }) => placeText(body) === placeText(place))
  return about.find(({ body }) => !body.hasPower) ?? about.at(0) ?? null
}
