import { actionCardWords } from '../words/cards/action-card.ts'

export const cards = {
  ...actionCardWords,
  title: 'Tiltakskort',
  all: 'Alle tiltakskort',
  stepsOf: (own: number, all: number) =>
    own === all ? `${all} trinn` : `${own} trinn for deg, ${all} i alt`,
  draft: 'Utkast',
  inUse: 'I bruk',
  allDrafts: 'Alle er utkast til kommunen har godkjent dem.',
  toContacts: 'Viktige numre',
  whole: 'Hele kortet',
  byRole: 'Etter rolle',
  role: 'Rolle',
  roles: {
    A: 'Ansatt på rute',
    V: 'Ansvarsvakt',
    L: 'Leder',
    H: 'HDU-vakt',
    B: 'Ledelse',
    all: 'Alle',
  },
  critical: 'Kritisk',
  noSteps: 'Ingen trinn for denne rollen i denne fasen',
  colophon: (version: number, date: string, owner: string) =>
    `Versjon ${version}, ${date} · eier: ${owner}`,
  sayOnPhone: (code: string, step: number) => `si «${code} steg ${step}» på telefon`,
  notApprovedText: 'Innholdet er et utkast til kommunen har godkjent det.',
  nextReview: (date: string) => `Neste gjennomgang ${date}`,
  open: (target: string) => `Åpne ${target}`,
  empty: 'Ingen tiltakskort på telefonen',
  emptyText:
    'De kommer når telefonen har vært på nett etter at du logget inn. Bruk papirpermen så lenge.',
  unknown: 'Kortet finnes ikke på denne telefonen',
  toAll: 'Til alle tiltakskort',
} as const
