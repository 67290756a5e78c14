import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '../../words/zone.ts'

/** What the lists of an outage have in common. */
export const peopleInOutage = {
  none: 'Ingen hendelse pågår',
  noneText:
    'Listene her gjelder mens noe er nede. Er noe nede nå, meld det under «Hva virker ikke?».',
  nothingHere: 'Ingen lister på telefonen',
  nothingHereText:
    'De kommer når telefonen har vært på nett etter at du logget inn. Bruk papirpermen så lenge.',
  toWhatFails: 'Hva virker ikke?',
  incident: 'Hendelse',
  incidentFrom: (title: string, when: string) => `${title}, fra ${when}`,
  lastShared: (when: string) => `Sist felles ${when}`,
  neverShared: 'Ikke delt med andre ennå',
  you: 'du',
  also: (text: string) => `også: ${text}`,
  ago: (duration: string) => `${duration} siden`,
  call: (name: string, number: string) => `Ring ${name}, ${number}`,
  callNext: (name: string) => `Ring neste: ${name}`,
  more: (count: number) => `Vis ${count} til`,
  undo: 'Angre',
  stored: (text: string) => `Lagret: ${text}.`,
  notHere: (zone: ZoneName | undefined) =>
    zone === undefined
      ? 'Ikke på denne telefonen'
      : `Ikke på denne telefonen – ${zone === null ? zoneText(zone).toLowerCase() : `sone ${zone}`}`,
  notHereText: 'Opplysningene ligger hos sonen. Ring ansvarsvakta der, eller se i papirpermen.',
  phone: (number: string) => `tlf. ${number}`,
} as const
