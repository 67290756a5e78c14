import { counted } from '../words/count.ts'
import { amendmentsTitle } from '../words/amendments/amendment.ts'

export const amendments = {
  title: amendmentsTitle,
  amend: 'Endre noe siden lista',
  whatChanged: 'Hva er endret?',
  whichMedicine: 'Hvilket legemiddel?',
  otherMedicine: 'Et legemiddel som ikke står på arket',
  noSheet: 'Legemiddelarket er ikke på denne telefonen. Du skriver navnet selv.',
  back: 'Tilbake',
  noForm: 'Skjemaet for endringer er ikke på telefonen',
  noFormText:
    'Det kommer når telefonen har nett. Skriv endringen i et besøksnotat så lenge, og si fra til ansvarsvakt.',
  notStored: 'Fikk ikke lagret på telefonen. Den kan være full. Prøv igjen.',
  earlier: (count: number) =>
    counted(count, 'tidligere endring er avløst', 'tidligere endringer er avløst'),
  correct: 'Rett eller trekk tilbake',
  newCode: 'Vis den nye koden',
  codeNotAllowed: 'Den nye koden kan vises av den som har tilgang til koder. Ring ansvarsvakt.',
  newCodeOf: (when: string, by: string) => `Ny kode ${when}, skrevet av ${by}`,
  newAddress: (when: string, by: string) => `Ny adresse ${when}, skrevet av ${by}`,
  disputed: {
    title: 'Endringer som ikke stemmer med lista',
    under:
      'Det ansatte har skrevet, og lista sier noe annet. Avgjør hva som er riktig. Endringen står på lister og kort til den er avgjort.',
    empty: 'Ingenting å avgjøre',
    emptyText: 'Ingen liste har sagt noe annet enn det som er skrevet på telefonene.',
    waiting: (count: number) => counted(count, 'å avgjøre', 'å avgjøre'),
    decided: 'Avgjort',
    keep: 'Endringen gjelder',
    listRight: 'Lista har rett',
    kept: (by: string, when: string) => `${by} lot endringen gjelde ${when}`,
    listWasRight: (by: string, when: string) => `${by} fulgte lista ${when}`,
    undo: 'Angre',
    deciding: 'Lagrer …',
    unanswered:
      'Fikk ikke svar. Du må ha nett for å avgjøre. Prøv igjen; det blir bare gjort én gang.',
    openCard: 'Åpne kortet',
  },
} as const
