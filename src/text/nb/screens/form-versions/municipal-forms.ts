import type { FormUse } from '#domain/form-versions/issued-forms.ts'

/** The list of the municipality's forms, and what has been issued of one of them. */
export const municipalForms = {
  title: 'Kommunens skjema',
  meaning:
    'Skjemaene er de samme i alle seksjoner. Det du gir ut, kommer til telefonene neste gang de har nett.',
  none: 'Ingen skjema på enheten',
  noneText: 'De kommer når enheten har vært på nett etter at du logget inn.',
  add: 'Lag nytt skjema',
  newTitle: 'Nytt skjema',
  copyTitle: (title: string) => `${title} – vårt eget`,
  forms: 'Skjemaene',
  drafts: 'Utkast på denne enheten',
  draftsText: 'Bare du ser dem. De er ikke gitt ut.',
  untitled: 'Uten tittel',
  draftOfNew: 'Nytt skjema',
  draftOfNext: (version: number) => `Utkast til versjon ${version}`,
  damagedDrafts: (count: number) =>
    count === 1 ? 'Ett utkast lar seg ikke åpne' : `${count} utkast lar seg ikke åpne`,
  damagedText: 'De er ikke slettet. Si fra til den som drifter Beredt.',
  version: (version: string) => `Versjon ${version}`,
  issued: (by: string, when: string) => `Gitt ut av ${by} ${when}`,
  withApp: 'Fulgte med appen',
  use: {
    inUse: 'I bruk',
    outOfUse: 'Ute av bruk',
    toBeAssessed: 'Venter på at kommunen vurderer det, under Skriv',
  } satisfies Record<FormUse, string>,
  usedBy: (by: string, when: string) => `${by} ${when}`,
  about: { patient: 'Om en bruker', zone: 'Felles logg for sonen' },
  questions: (count: number) => (count === 1 ? 'Ett spørsmål' : `${count} spørsmål`),
  change: 'Lag neste versjon',
  resume: 'Fortsett på utkastet',
  copy: 'Lag et eget skjema av dette',
  appReads:
    'Appen leser svarene i dette skjemaet og regner med dem. Derfor kan det ikke endres eller tas ut av bruk. En kopi er et vanlig skjema, som appen ikke leser.',
  appOpens:
    'Tiltakskort og hovedkort åpner dette skjemaet. Du kan lage en ny versjon, men ikke ta det ut av bruk.',
  stopUse: 'Ta ut av bruk',
  takeIntoUse: 'Ta i bruk igjen',
  stopUseSure:
    'Ingen kan begynne på skjemaet. Utkast som er begynt, kan fortsatt signeres, og det som er skrevet, står.',
  takeIntoUseSure: (version: string) => `Alle kan begynne på versjon ${version} igjen.`,
  no: 'Nei',
  history: 'Versjoner',
  historyText: 'En versjon som er gitt ut, endres aldri. Det som er skrevet i den, står i den.',
  newest: 'den nyeste',
  same: 'Ingen forskjell fra versjonen før.',
  first: 'Den første versjonen.',
  show: (version: string) => `Se versjon ${version}`,
  unknown: 'Skjemaet er ikke på enheten',
  unknownText: 'Koble til nett, så hentes det.',
  back: 'Kommunens skjema',
  offline: 'Får ikke kontakt. Prøv igjen når enheten har nett.',
  signIn: 'Logg inn for å endre skjema',
} as const
