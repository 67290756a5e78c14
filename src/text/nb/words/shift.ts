import type { ShiftPart } from '#domain/lists/work-list.ts'
import type { Weekday } from '#domain/time/weekday.ts'

export const weekdayText = {
  monday: 'Mandag',
  tuesday: 'Tirsdag',
  wednesday: 'Onsdag',
  thursday: 'Torsdag',
  friday: 'Fredag',
  saturday: 'Lørdag',
  sunday: 'Søndag',
} satisfies Record<Weekday, string>

export const shiftPartText = {
  day: 'dag',
  evening: 'kveld',
  night: 'natt',
} satisfies Record<ShiftPart, string>

const listOfPart = {
  day: 'dagliste',
  evening: 'kveldsliste',
  night: 'nattliste',
} satisfies Record<ShiftPart, string>

/** «Mandag kveld» */
export function shiftText({ weekday, part }: { weekday: Weekday; part: ShiftPart }): string {
  return `${weekdayText[weekday]} ${shiftPartText[part]}`
}

/** «Mandagens kveldsliste brukt som mal» */
export function templateText({ weekday, part }: { weekday: Weekday; part: ShiftPart }): string {
  return `${weekdayText[weekday]}ens ${listOfPart[part]} brukt som mal`
}
