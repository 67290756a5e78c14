import { counted } from '../../words/count.ts'
export const signingList = {
  title: 'Signeringsliste',
  close: 'Lukk',
  open: 'Åpne signeringsliste',
  validPer: (when: string) => `Legemiddelark slik det var ${when}`,
  oldSheet: 'Arket er gammelt. Sjekk mot fastlege eller apotek før du gir noe.',
  day: 'Hvilken dag?',
  today: 'I dag',
  yesterday: 'I går',
  untimed: 'Ved behov og uten klokkeslett',
  none: 'Ingen legemidler på arket denne dagen',
  noneText: 'Det er det arket på telefonen sier. Spør ansvarsvakta hvis bruker skal ha noe.',
  notToday: (count: number) =>
    count === 1
      ? 'Ett legemiddel på arket er seponert eller ikke begynt.'
      : `${count} legemidler på arket er seponert eller ikke begynt.`,
  timeCritical: 'tidskritisk',
  multidose: 'multidose',
  given: (when: string, by: string) => `Gitt ${when}, ${by}`,
  notGiven: (reason: string, when: string, by: string) => `Ikke gitt: ${reason}. ${by} ${when}`,
  notKnown: 'Ikke kjent på denne telefonen',
  overdue: (length: string) => `Forfalt ${length} · ikke kjent på denne telefonen`,
  countersign: 'Dobbeltkontroll',
  countersigned: (names: string) => `Dobbeltkontrollert av ${names}`,
  givenToday: (count: number) => counted(count, 'gitt denne dagen', 'gitt denne dagen'),
  giveNow: 'Gitt nå',
  giveAt: 'Gitt kl. …',
  markNotGiven: 'Ikke gitt',
  why: 'Hvorfor ikke?',
  givenAt: 'Når ble den gitt?',
  checkedBy: 'Dobbeltkontroll av',
  comment: 'Kommentar',
  marked: (when: string) => `Markert gitt ${when}. Ikke signert ennå.`,
  markedUntimed: 'Markert gitt. Skriv når.',
  markedNotGiven: (reason: string) => `Markert ikke gitt: ${reason}. Ikke signert ennå.`,
  markedNoReason: 'Markert ikke gitt. Velg hvorfor.',
  undo: 'Angre',
  more: 'Dobbeltkontroll og kommentar',
  signAgain: 'Signer en gang til',
  again: (medicine: string, when: string, by: string) =>
    `${medicine} er signert gitt ${when} av ${by}. Er dette en dose til?`,
  againYes: 'Ja, marker en dose til',
  againNo: 'Nei',
  sign: (count: number) => (count === 1 ? 'Signer 1 dose' : `Signer ${count} doser`),
  nothingMarked: 'Ingen doser er markert',
  signing: 'Signerer …',
  saved: (clock: string) => `Lagret på telefonen ${clock}`,
  notSaved: 'Ikke lagret. Prøv igjen, eller skriv det ned på papir.',
  lacking: (count: number) =>
    count === 1
      ? 'Én dose mangler klokkeslett eller grunn, og er ikke signert.'
      : `${count} doser mangler klokkeslett eller grunn, og er ikke signert.`,
  notSigned: 'Telefonen tok ikke imot signaturen. Det du har markert, er lagret.',
  doubled: (medicine: string, slot: string, names: string) =>
    `${medicine} ${slot} er signert gitt flere ganger: ${names}`,
  doubledText:
    'Finn ut hva bruker har fått. Si fra til ansvarsvakta. Den som tok feil, retter sin.',
  noForm: 'Skjemaet for signering er ikke på telefonen',
  noFormText: 'Koble til nett, så hentes det. Skriv på papir så lenge.',
  noSheet: 'Legemiddelarket er ikke på telefonen',
  noSheetText: 'Det kommer når telefonen har nett. Gi ingenting ut fra en tom liste.',
} as const
