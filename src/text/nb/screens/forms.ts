export const forms = {
  title: 'Skriv',
  new: 'Nytt skjema',
  aboutPatient: 'Velg bruker først',
  ownZone: 'Sonens egen logg',
  noDrafts: 'Ingenting ligger halvskrevet',
  damagedDrafts: (count: number) =>
    count === 1 ? 'Ett utkast lar seg ikke åpne' : `${count} utkast lar seg ikke åpne`,
  damagedText: 'De er ikke slettet. Si fra til den som drifter Beredt.',
  none: 'Ingen skjema på telefonen',
  noneText:
    'De kommer når telefonen har vært på nett etter at du logget inn. Skriv på papirskjema så lenge.',
  choosePatient: 'Hvem gjelder det?',
  chooseZone: 'Hvilken sone gjelder det?',
  searchPatient: 'Søk etter bruker',
  close: 'Lukk',
  savedAt: (clock: string) => `Lagret på telefonen ${clock}`,
  saving: 'Lagrer …',
  notYetTyped: 'Alt lagres mens du skriver',
  saveFailed: 'Ikke lagret. Ikke lukk appen.',
  saveFailedText:
    'Telefonen tok ikke imot det siste du skrev. Prøv igjen, eller skriv det ned på papir.',
  saveAgain: 'Lagre igjen',
  leaveUnsaved: 'Det siste du skrev, er ikke lagret. Går du herfra nå, er det borte.',
  leaveAnyway: 'Gå uten å lagre',
  sign: 'Signer',
  signing: 'Signerer …',
  signed: 'Signert og lagret på telefonen',
  signedText: 'Den blir sendt når det er nett. Her ser du hvor den er.',
  now: 'Nå',
  yes: 'Ja',
  no: 'Nei',
  other: 'Annet',
  required: 'Må fylles ut før du signerer.',
  patientGone:
    'Brukeren står ikke på listene på denne telefonen. Det du skriver, hører fortsatt til henne eller ham.',
  apart:
    'Det samme utkastet er skrevet på i en annen fane. Det du skriver her, er lagret som et eget utkast.',
  wrongMoment: 'Skriv dag og klokkeslett, som «i dag 16:35» eller «23.11.2026 16:35».',
  wrongDate: 'Skriv datoen som 23.11.2026.',
  wrongTime: 'Skriv klokkeslettet som 16:35.',
  wrongNumber: 'Skriv et tall.',
  tooLong: (max: number) => `Høyst ${max} tegn.`,
  notSigned: 'Skjemaet er ikke signert ennå',
  faultsNamed: (count: number, labels: readonly string[]) =>
    count === 1
      ? `Ett felt mangler eller er feil: ${labels.join('')}`
      : `${count} felt mangler eller er feil: ${labels.slice(0, 4).join(', ')}${
          count > 4 ? ` og ${count - 4} til` : ''
        }`,
  needsControl: 'Trenger dobbeltkontroll av en annen etter at du har signert.',
  entryTooLarge: 'Skjemaet er for langt til å sendes. Del det i to.',
  lockedMeanwhile: 'Telefonen ble låst. Lås opp og signer på nytt. Utkastet er lagret.',
  cannotCorrect: 'Dette kan ikke rettes herfra',
  cannotCorrectText:
    'Bare den som skrev det kan rette det, på telefonen det ble skrevet på. Skriv et nytt notat i stedet.',
  correct: 'Rett',
  correction: 'Rettelse',
  correctionMeaning: 'Det gamle blir stående. Rettelsen blir en ny oppføring som viser til det.',
  correctionReason: 'Hvorfor rettes det?',
  reasonMissing: 'Skriv hvorfor det rettes.',
  unknownDraft: 'Skjemaet finnes ikke på denne telefonen',
  unknownDraftText: 'Det kan være signert. Se under Sendt og bekreftet.',
  unknownForm: 'Denne utgaven av skjemaet er ikke på telefonen',
  unknownFormText: 'Det du har skrevet er trygt. Koble til nett, så hentes skjemaet.',
  discard: 'Kast utkastet',
  discardSure: 'Kast det du har skrevet? Det kan ikke angres.',
  keep: 'Behold',
} as const
