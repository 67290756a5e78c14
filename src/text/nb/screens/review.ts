import { counted } from '../words/count.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'

function inWords(texts: Record<string, string>): Readonly<Partial<Record<string, string>>> {
  return texts
}

export const review = {
  title: 'Til avklaring',
  meaning:
    'Notater som ikke er i journalen før du har sett på dem, og notater du bør vite noe om. De hentes fra serveren.',
  waiting: 'Henter det som venter …',
  empty: 'Ingen notater venter på deg',
  emptyText: 'Alle notater som serveren har lest i sonene dine, er avklart.',
  offline: 'Fikk ikke kontakt med serveren. Du må ha nett for å avklare notater.',
  signInFirst: 'Logg inn for å se hva som venter',
  signInText: 'Notatene er ikke på telefonen før de er avklart.',
  signIn: 'Logg inn',
  again: 'Prøv igjen',
  held: (count: number) => counted(count, 'notat venter', 'notater venter'),
  marked: 'I journalen, til orientering',
  more: (count: number) =>
    counted(count, 'til vises når disse er avklart.', 'til vises når disse er avklart.'),
  zoneLog: 'Sonens logg',
  /** What was said during an incident has no form. */
  factTitles: inWords({
    [personFactForm]: 'Sagt om en bruker i en hendelse',
    [coordinationFactForm]: 'Sagt om en hendelse',
  }),
  /** Whom it is about when it names no patient. */
  factsAbout: inWords({
    [personFactForm]: 'Gjelder sonen',
    [coordinationFactForm]: 'Gjelder hele kommunen',
  }),
  unknownPatient: 'Bruker som ikke er på denne enheten',
  zone: (name: string) => `sone ${name}`,
  receivedAt: (when: string) => `mottatt ${when}`,
  why: 'Hvorfor det venter',
  take: 'Ta inn i journalen',
  reject: 'Avvis med grunn',
  reason: 'Hvorfor avvises notatet?',
  reasonHelp: 'Grunnen blir logget med navnet ditt.',
  reasonMissing: 'Skriv en grunn, minst tre tegn.',
  rejectNow: 'Avvis notatet',
  cancel: 'Avbryt',
  seen: 'Jeg har sett det',
  deciding: 'Lagrer …',
  unanswered: 'Fikk ikke svar. Prøv igjen; det blir bare gjort én gang.',
} as const
