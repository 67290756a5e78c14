import { counted } from '../words/count.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'
import type { CheckCause } from '#domain/entries/check-cause.ts'
import { firstName } from '../words/name.ts'

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

type CauseWords = { title: string; happened: string; todo: (author: string | null) => string }

const whoWrote = (author: string | null) => (author === null ? 'den som skrev' : firstName(author))

const writeAgain = (author: string | null) =>
  `Be ${whoWrote(author)} åpne «Sendt og bekreftet» på telefonen og skrive det på nytt.`

/** Entries that the server keeps, and that nobody has read. */
export const toCheck = {
  title: (count: number) => counted(count, 'oppføring til kontroll', 'oppføringer til kontroll'),
  meaning:
    'Serveren har tatt vare på dem, men de er ikke i journalen. Innholdet er forseglet og kan ikke leses her.',
  label: 'Til kontroll',
  more: (count: number) => counted(count, 'eldre til vises ikke.', 'eldre til vises ikke.'),
  failed: 'Fikk ikke vist oppføringer til kontroll',
  again: 'Prøv igjen',
  todo: 'Gjør dette',
  zone: (name: string) => `sone ${name}`,
  wholeMunicipality: 'hele kommunen',
  receivedAt: (when: string) => `mottatt ${when}`,
  from: (author: string | null, phone: string | null) =>
    `${author ?? 'ukjent avsender'} på ${phone === null ? 'en ukjent telefon' : `«${phone}»`}`,
  causes: {
    copied: {
      title: 'To telefoner med samme innhold',
      happened:
        'En annen telefon har brukt det samme nummeret. Slik blir det når en telefon er kopiert til en annen.',
      todo: (author) => `${writeAgain(author)} Ta den kopierte telefonen ut av bruk.`,
    },
    unsigned: {
      title: 'Underskriften kunne ikke bekreftes',
      happened: 'Serveren kan ikke vite hvem som skrev dette.',
      todo: (author) =>
        `Spør ${whoWrote(author)} om hun skrev noe da. Kjenner ingen til det: følg TK-03.`,
    },
    unopened: {
      title: 'Serveren kunne ikke åpne den',
      happened: 'Den er forseglet med en nøkkel som serveren ikke har.',
      todo: (author) =>
        `Be ${whoWrote(author)} logge inn på telefonen med nett. Da sendes den på nytt av seg selv.`,
    },
    unreadable: {
      title: 'Serveren kunne ikke lese den',
      happened: 'Innholdet passer ikke med noe skjema eller noen sone som serveren kjenner.',
      todo: writeAgain,
    },
  },
} as const satisfies { causes: Record<CheckCause, CauseWords> } & Record<string, unknown>
