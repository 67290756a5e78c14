import { counted } from '../words/count.ts'
import { correctedText } from '../words/answer.ts'

export const sent = {
  title: 'Sendt og bekreftet',
  meaning:
    'Det du har skrevet, blir liggende på telefonen til journaltjenesten har bekreftet at den har det.',
  sendNow: 'Prøv å sende nå',
  sending: 'Sender …',
  groups: {
    toLookAt: 'Mottatt, venter på noen',
    signed: 'Signert her, ikke mottatt ennå',
    received: 'Mottatt',
  },
  states: {
    sealed: 'Ikke sendt',
    sending: 'Sender …',
    unconfirmed: 'Sendt, ikke bekreftet',
    acked: (when: string) => `Bekreftet ${when}`,
    ackedPlain: 'Bekreftet',
    durable: (when: string) => `Sikret ${when}`,
    conflict: 'Mottatt, må sees på',
    quarantined: 'Mottatt, må sees på',
    held: 'Mottatt, venter på leder',
    taken: 'Tatt inn av leder',
    rejected: 'Ikke tatt inn',
  },
  conflictText:
    'Serveren har en annen oppføring med samme nummer. Begge er tatt vare på. Si fra til leder.',
  quarantinedText: 'Serveren har tatt vare på den, men fikk ikke åpnet den. Si fra til leder.',
  heldText:
    'Serveren har den, men leder må se på den før kolleger kan lese den. Ring ansvarsvakt hvis det haster.',
  rejectedText: 'Leder har lest den og ikke tatt den inn i journalen. Spør leder hvorfor.',
  kinds: {
    cardOpened: 'Åpnet kort',
    codeRevealed: 'Viste kode',
    addressRevealed: 'Nødrettstilgang',
    unverifiedOpened: 'Åpnet uten bekreftelse',
    coordinationFact: 'Hendelse',
    personFact: 'Hendelse',
    form: 'Skjema',
  },
  backTo: (name: string) => `Til ${name}`,
  unknownPatient: 'Bruker som ikke er på telefonen',
  zoneLog: 'Sonens logg',
  others: (count: number) =>
    counted(count, 'oppføring fra en annen ansatt', 'oppføringer fra andre ansatte'),
  older: (count: number) => `${count} eldre er bekreftet`,
  othersText: 'De er kryptert for den som skrev dem, og blir sendt fra denne telefonen.',
  empty: 'Ingenting er skrevet på denne telefonen ennå',
  emptyText: 'Når du signerer et skjema, ser du her hvor det er.',
  notDurable:
    'Serveren har ingen sikkerhetskopi som er kontrollert. Derfor beholder telefonen alt den har sendt.',
  offline: 'Fikk ikke kontakt. Det prøves igjen av seg selv.',
  correct: 'Rett',
  correction: (title: string) => `Rettelse: ${title}`,
  corrected: correctedText,
} as const
