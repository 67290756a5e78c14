import { ZoneId } from '#domain/base/ids.ts'

export type DemoZone = {
  id: ZoneId
  postalCode: string
  city: string
  /** Invented names that sound local; the house numbers are invented too. */
  streets: readonly string[]
}

export const demoZonePlaces: readonly DemoZone[] = [
  {
    id: ZoneId.parse('nord-1'),
    postalCode: '3158',
    city: 'Andebu',
    streets: [
      'Andebuveien',
      'Møylandsveien',
      'Kirkebakken',
      'Skogveien',
      'Høyjordveien',
      'Ekeliveien',
    ],
  },
  {
    id: ZoneId.parse('nord-2'),
    postalCode: '3160',
    city: 'Stokke',
    streets: [
      'Åsveien',
      'Furuveien',
      'Strandgata',
      'Bakkegata',
      'Granlia',
      'Frederik Stangs vei',
      'Solveien',
    ],
  },
  {
    id: ZoneId.parse('nord-3'),
    postalCode: '3226',
    city: 'Sandefjord',
    streets: [
      'Raveien',
      'Fokserødveien',
      'Unnebergveien',
      'Lingelemveien',
      'Torpveien',
      'Bjerggata',
    ],
  },
  {
    id: ZoneId.parse('sor-1'),
    postalCode: '3210',
    city: 'Sandefjord',
    streets: [
      'Dronningens gate',
      'Prinsens gate',
      'Rådhusgata',
      'Kongens gate',
      'Thaulows gate',
      'Storgata',
    ],
  },
  {
    id: ZoneId.parse('sor-2'),
    postalCode: '3217',
    city: 'Sandefjord',
    streets: [
      'Hystadveien',
      'Framnesveien',
      'Vesterøyveien',
      'Buerveien',
      'Asnesveien',
      'Lahelleveien',
    ],
  },
  {
    id: ZoneId.parse('sor-3'),
    postalCode: '3234',
    city: 'Sandefjord',
    streets: [
      'Østerøyveien',
      'Gokstadveien',
      'Helgerødveien',
      'Ormestadveien',
      'Skiringssalveien',
      'Øvre Myra',
    ],
  },
]
