import type { LocalDate } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { demoKind } from './demo-kind.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A made-up kind of device; `battery` is its shortest and longest minutes, or null without a battery. */
type DemoDevice = {
  kind: string
  battery: readonly [number, number] | null
  descriptions: readonly string[]
  reserves: readonly (readonly [string, number | null])[]
  /** How long the patient manages without it, when that is recorded. */
  tolerance?: number
}

const lifeEssential: readonly DemoDevice[] = [
  {
    kind: 'oxygen-concentrator',
    battery: null,
    descriptions: ['1 l/min om natten', '2 l/min hele døgnet', '3 l/min hele døgnet'],
    reserves: [
      ['Flaske i gangen, 4 t', 240],
      ['To flasker i bod, 6 t', 360],
      ['Bærbar konsentrator, 2 t 30', 150],
    ],
    tolerance: 60,
  },
  {
    kind: 'oxygen-concentrator-high-flow',
    battery: null,
    descriptions: ['5 l/min hele døgnet', '6 l/min hele døgnet'],
    reserves: [['Tre flasker i gangen, 3 t', 180]],
  },
  {
    kind: 'oxygen-concentrator-portable',
    battery: [120, 300],
    descriptions: ['2 l/min ute', '2 l/min ved aktivitet'],
    reserves: [['Ekstra batteri, 2 t', 120]],
  },
  {
    kind: 'ventilator-noninvasive-part-time',
    battery: [0, 180],
    descriptions: ['Om natten'],
    reserves: [['Eksternt batteri, 3 t', 180]],
  },
  { kind: 'cpap', battery: null, descriptions: ['Om natten'], reserves: [] },
  {
    kind: 'suction',
    battery: [30, 60],
    descriptions: ['Brukes flere ganger i døgnet'],
    reserves: [['Fotsug i skapet', null]],
  },
  {
    kind: 'cough-assist',
    battery: [60, 180],
    descriptions: ['Morgen og kveld'],
    reserves: [],
  },
  {
    kind: 'feeding-pump',
    battery: [720, 1440],
    descriptions: ['Sondeernæring om natten'],
    reserves: [['Sprøyter til bolus i skapet', null]],
  },
  {
    kind: 'infusion-pump',
    battery: [720, 4320],
    descriptions: ['Smertepumpe under huden'],
    reserves: [['Ekstra batterier i skuffen', 1440]],
  },
  {
    kind: 'insulin-pump',
    battery: [2880, 10_080],
    descriptions: ['Pumpe med sensor'],
    reserves: [['Insulinpenn i kjøleskapet', null]],
  },
  {
    kind: 'peritoneal-dialysis',
    battery: null,
    descriptions: ['Hver natt'],
    reserves: [['Poser til manuell dialyse', null]],
  },
  {
    kind: 'air-mattress-wounds',
    battery: [10, 360],
    descriptions: ['Sår på hæl', 'Ligger hele døgnet'],
    reserves: [['Skummadrass under', null]],
    tolerance: 120,
  },
  {
    kind: 'communication-aid',
    battery: [360, 600],
    descriptions: ['Øyestyring'],
    reserves: [['Bokstavtavle ved sengen', null]],
  },
]

const ventilator: DemoDevice = {
  kind: 'ventilator-invasive',
  battery: [180, 480],
  descriptions: ['Hele døgnet, trakeostomi'],
  reserves: [['Reservemaskin og bag ved sengen', 180]],
}

const ordinary: readonly DemoDevice[] = [
  { kind: 'electric-bed', battery: null, descriptions: [], reserves: [] },
  { kind: 'patient-lift', battery: [240, 2880], descriptions: [], reserves: [] },
  { kind: 'power-wheelchair', battery: [1440, 4320], descriptions: [], reserves: [] },
  { kind: 'stair-lift', battery: [30, 240], descriptions: [], reserves: [] },
  { kind: 'air-mattress', battery: [10, 360], descriptions: [], reserves: [] },
]

const alarms: readonly DemoDevice[] = [
  {
    kind: 'safety-alarm',
    battery: [1440, 4200],
    descriptions: ['Røykvarsler koblet til', 'To SIM-kort'],
    reserves: [],
  },
  { kind: 'safety-alarm-mobile', battery: [1440, 5760], descriptions: [], reserves: [] },
]

const dispenser: DemoDevice = {
  kind: 'medicine-dispenser',
  battery: [1080, 1440],
  descriptions: ['Nøkkel på basen'],
  reserves: [],
}

const camera: DemoDevice = {
  kind: 'digital-supervision',
  battery: null,
  descriptions: ['Kamera på soverom', 'Sensor ved seng'],
  reserves: [],
}

const locator: DemoDevice = {
  kind: 'gps-locator',
  battery: [1440, 4320],
  descriptions: ['I nøkkelknippet', 'I jakken'],
  reserves: [],
}

export type DemoDevices = {
  bst: boolean
  alarm: boolean
  dispenser: boolean
  supervision: boolean
  localisation: boolean
}

/** Makes the devices of a made-up patient with these services. */
export function demoDevices(
  random: SeededRandom,
  needs: DemoDevices,
  today: LocalDate,
): PoweredDevice[] {
  const chosen: DemoDevice[] = []
  if (needs.bst && !random.chance(6)) {
    chosen.push(
      ...(random.chance(4)
        ? [ventilator]
        : random.sample(lifeEssential, random.chance(25) ? 2 : 1)),
    )
  }
  if (random.chance(12)) chosen.push(random.pick(ordinary))
  if (needs.alarm) chosen.push(random.chance(80) ? (alarms[0] ?? dispenser) : random.pick(alarms))
  if (needs.dispenser) chosen.push(dispenser)
  if (needs.supervision) chosen.push(camera)
  if (needs.localisation) chosen.push(locator)
  return chosen.map((device, place) => made(random, device, { id: `d${place + 1}`, today }))
}

function made(
  random: SeededRandom,
  { kind, battery, descriptions, reserves, tolerance }: DemoDevice,
  { id, today }: { id: string; today: LocalDate },
): PoweredDevice {
  const isKnown = battery === null || !random.chance(14)
  const reserve = reserves.length > 0 && random.chance(60) ? random.pick(reserves) : null
  return {
    id,
    ...demoKind(kind),
    description: descriptions.length > 0 && random.chance(75) ? random.pick(descriptions) : null,
    batteryMinutes: !isKnown ? null : battery === null ? 0 : random.stepped(...battery, 10),
    batteryTestedOn:
      battery === null || !isKnown ? null : plusDays(today, -random.integer(20, 420)),
    reserve: reserve?.[0] ?? null,
    reserveMinutes: reserve?.[1] ?? null,
    toleranceMinutes: tolerance !== undefined && random.chance(40) ? tolerance : null,
  }
}
