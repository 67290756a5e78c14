import { unsignedText } from '../../words/notes/unsigned.ts'

export const unsigned = {
  title: 'Mine utkast og usignerte',
  meaning: 'De ligger bare på denne telefonen til du signerer.',
  count: unsignedText,
  shiftEnds: (count: number) => `Før du går: ${unsignedText(count)}`,
  reachesNobody: 'Ingen andre ser det før du har signert.',
  open: 'Se hva',
  savedAt: (when: string) => `sist skrevet på ${when}`,
  resumeNote: (when: string) => `Fortsett notatet fra ${when}`,
  resume: (title: string, when: string) => `Fortsett ${title} fra ${when}`,
  resumeCorrection: (title: string, when: string) => `Fortsett rettelsen av ${title} fra ${when}`,
  resumeWithdrawal: (when: string) => `Fortsett å føre som feil, fra ${when}`,
  ofPatient: 'Ikke signert',
  unknownPatient: 'Bruker som ikke er på telefonen',
  zoneLog: 'Sonens logg',
  awaitsControl: 'Signert, trenger dobbeltkontroll',
  recent: 'Sist brukt',
  begunBefore: 'Du har et skjema som ikke er signert',
  beginAnother: 'Begynn på et nytt',
} as const
