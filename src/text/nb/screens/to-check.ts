import type { CheckCause } from '#domain/entries/check-cause.ts'
import { counted } from '../words/count.ts'
import { firstName } from '../words/name.ts'

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
