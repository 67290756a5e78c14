import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '../words/zone.ts'

export const deviceRequests = {
  title: 'Telefoner som venter',
  meaning:
    'Godkjenn bare en telefon du har foran deg, eller har snakket med den ansatte om. Navn, klokkeslett og kontrolltall skal være de samme på begge skjermene.',
  reading: 'Henter …',
  none: 'Ingen telefoner venter',
  noneText: 'Når noen i sonene dine klargjør en telefon, står den her i et døgn.',
  readAgain: 'Hent på nytt',
  own: 'Din egen telefon må en annen leder godkjenne.',
  off: 'Nye telefoner trenger ikke godkjenning',
  offText: 'Det er slik kommunen har satt det. Administrator kan slå det på under Mer.',
  offline: 'Får ikke kontakt med serveren. Gå dit det er nett og prøv igjen.',
  failed: 'Listen er ikke hentet',
  notDecided: 'Det ble ikke lagret',
  tryAgain: 'Prøv igjen',
  signIn: 'Logg inn',
  employee: (name: string, title: string) => [name, title].filter(Boolean).join(', '),
  zones: (zones: readonly ZoneName[]) =>
    zones.length === 0 ? 'Ingen soner' : zones.map(zoneText).join(', '),
  since: (when: string) => `Spurt ${when}`,
  code: (code: string) => `Kontrolltall ${code}`,
  approve: 'Godkjenn',
  reject: 'Avvis',
  approveNamed: (label: string) => `Godkjenn ${label}`,
  rejectNamed: (label: string) => `Avvis ${label}`,
  approved: (label: string) => `${label} er godkjent`,
  approvedText: 'Telefonen går videre av seg selv.',
  rejected: (label: string) => `${label} er avvist`,
  rejectedText: 'Den ansatte får vite det på skjermen sin.',
} as const
