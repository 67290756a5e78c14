import { contactWords } from '../words/cards/municipality-contact.ts'
import { actionCardWords } from '../words/cards/action-card.ts'
import { canLookInText } from '../words/contact.ts'
import { documentCount, employeeCount, patientCount } from '../words/count.ts'
import { medicationNotReviewedText, medicationReviewedText } from '../words/medication.ts'
import { bornUnknownText } from '../words/name.ts'
import { confirmedText } from '../words/priority.ts'
import { capitalized } from '../words/time.ts'

/** The words of the printed beredskapsperm. */
export const binderText = {
  name: 'Beredskapsperm',
  confidential: ['TAUSHETSBELAGT', 'MAKULERES'],
  coverConfidential: 'TAUSHETSBELAGT – MAKULERES',
  exercise: 'ØVELSE',
  exerciseStripe: 'ØVELSE – ingen ekte opplysninger – ØVELSE – ikke bruk i en hendelse – ØVELSE',

  asOf: (zone: string, week: number, moment: string) =>
    `Sone ${zone} · uke ${week} · slik det var ${moment}`,
  footer: (zone: string, copy: number, by: string, moment: string) =>
    `Beredskapsperm ${zone} · eksemplar ${copy} · skrevet ut av ${by} ${moment}`,
  hash: (hash: string, week: number, moment: string) =>
    `Innhold ${hash} · uke ${week} · lister slik de var ${moment}`,
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  documentTitle: (zone: string, week: number, copy: number) =>
    `Beredskapsperm ${zone} uke ${week} eksemplar ${copy}`,

  unknown: 'ikke kjent',
  none: 'Ingen i sonen.',
  noneKnown: 'Ingen av dem vi kjenner. Noe mangler i denne permen, se forsiden.',
  lacking: (count: number) => `${documentCount(count)} mangler`,
  notRecorded: 'Ikke registrert',
  canLookIn: canLookInText,

  cover: {
    week: (week: number) => `uke ${week}`,
    asOf: (moment: string) => `Slik det var ${moment}`,
    copy: (copy: number) => `Eksemplar ${copy}`,
    replacement: (copy: number) =>
      `Sider å bytte i eksemplar ${copy}: lister og sider per bruker som er endret siden da.`,
    printed: (by: string, moment: string) => `Skrevet ut av ${by} ${moment}`,
    people: (people: number, hidden: number) =>
      hidden === 0
        ? `${patientCount(people)} i sonen, ingen med skjult adresse.`
        : `${patientCount(people)} i sonen, ${hidden} av dem med skjult adresse. De er med i alle tall, men adressen er ikke trykt.`,
    newer: (count: number) =>
      `${documentCount(count)} trenger en nyere app og er ikke med. Permen er ikke hel: oppdater Beredt og skriv den ut på nytt.`,
    noCodes: 'Permen har ingen fødselsnumre og ingen koder til nøkkelbokser eller dører.',
    ledger: 'Hvor permen er',
    ledgerColumns: ['Utlevert til', 'Dato, kl.', 'Sign.', 'Innlevert, kl.', 'Makulert av, kl.'],
    lost: 'Er permen borte: si fra til leder straks.',
  },

  contents: {
    title: 'Innhold',
    page: 'Side',
    parts: {
      lists: 'Del 1 – Ukens lister. Byttes hver uke.',
      patients: 'Del 2 – Sider per bruker. Byttes når de er endret.',
      cardsAndForms: 'Del 3 – Tiltakskort og skjemaer. Byttes ved ny versjon.',
    },
    patients: 'Hovedkort og legemiddelark, etter etternavn',
    workLists: 'Arbeidslister',
    cards: 'Tiltakskort',
    forms: 'Skjemaer til å fylle ut',
    count: patientCount,
  },

  columns: {
    priority: 'Pri',
    person: 'Navn, adresse, telefon',
    name: 'Navn',
    address: 'Adresse',
    phone: 'Telefon',
    services: 'Tjenester',
    page: 'Side',
    reasons: 'Hvorfor',
    whoIsThere: 'Hvem er der / kan komme',
    device: 'Apparat og reserve',
    lasts: 'Holder',
    helpWithin: 'Hjelp innen',
    emptyAt: 'Tom kl. – skriv',
    reached: 'Nådd kl. – skriv',
    seen: 'Sett kl. – skriv',
    given: 'Gitt kl. – skriv',
    needs: 'Trenger først',
    doseTimes: 'Doser kl.',
    supervisionTimes: 'Tilsyn kl.',
    dispenser: 'Dispenser og reserve',
    access: 'Nøkkel eller lås',
    gotIn: 'Inne kl. – skriv',
    visitAt: 'Kl.',
    tasks: 'Oppdrag',
    medicine: 'Medisin',
    postpone: 'Kan utsettes',
    done: 'Utført kl., sign.',
  },

  /** The municipality's own codes stand before the title. */
  listTitle: (codes: string, title: string) => `${codes} – ${title}`,
  lists: {
    priority: {
      title: 'Prioriteringsliste',
      note: 'Foreslått til en navngitt person har bekreftet den. Ikke vurdert regnes som P1.',
    },
    lifeEssentialPower: {
      title: 'trenger strøm for liv og helse',
      note: 'Besøk etter «hjelp innen», regnet fra strømmen gikk, ikke etter rute. Ukjent batteritid står nederst og regnes som 0 t: spør dem først.',
    },
    safetyAlarm: {
      title: 'trygghetsalarm',
      note: 'Ingen er nådd før noen har svart eller er sett.',
    },
    medicineDispenser: {
      title: 'medisindispenser',
      note: 'Gis dosen for hånd, tas den ut av rullen etterpå.',
    },
    digitalSupervision: {
      title: 'digitalt tilsyn',
      note: 'Tilsynet må gjøres på en annen måte til det virker igjen.',
    },
    localisation: {
      title: 'lokalisering',
      note: 'Avtal med pårørende hvem som følger med.',
    },
    access: {
      title: 'Tilgang til bolig',
      note: 'Koder står ikke på papir. Ansvarsvakt finner dem på telefonen.',
    },
    everyone: { title: 'Samtlige brukere', note: '' },
  },
  allReached: 'Alle kontaktet, kl. ______ sign. __________',

  workList: {
    title: (shift: string) => `Arbeidsliste ${shift}`,
    minutes: (minutes: number) => `${minutes} min`,
    staff: employeeCount,
    until: (time: string) => `til ${time}`,
    notPostponable: 'nei',
    unknownPatient: 'Bruker utenfor sonens liste',
  },

  patient: {
    subtitle: (born: string, ehrId: string, zone: string, moment: string) =>
      `${born} · ${ehrId} · Sone ${zone} · slik det var ${moment}`,
    born: (date: string) => `Født ${date}`,
    bornUnknown: bornUnknownText,
    ehrId: (id: string) => `EPJ ${id}`,
    noEhrId: 'uten EPJ-nummer',
    card: 'Hovedkort',
    confirmed: (by: string, on: string) => capitalized(confirmedText(by, on)),
    proposed: 'Foreslått, ikke bekreftet',
    noPriority: 'Ingen prioritet satt',
    reach: 'Adresse og telefon',
    critical: 'Kritisk',
    criticalKinds: {
      cave: 'CAVE',
      condition: 'Tilstand',
      treatment: 'Behandling',
      infection: 'Smitte',
      other: 'Annet',
    },
    remarks: 'Før døra åpnes',
    nextOfKin: 'Pårørende og naboer',
    doctor: 'Fastlege',
    services: 'Tjenester',
    living: 'Bor',
    alone: 'alene',
    notAlone: 'med noen',
    mobility: 'Forflytning',
    communication: 'Kommunikasjon',
    access: 'Tilgang til bolig',
    diagnoses: 'Diagnoser',
    resuscitation: 'HLR',
    nutrition: 'Ernæring',
    devices: 'Apparater som trenger strøm',
    noTolerance: 'Tåler ikke å være uten',
    deviceColumns: ['Apparat', 'Holder', 'Reserve', 'Tåler uten', 'Tom kl. – skriv'],
    changes: 'Endringer siden arket ble skrevet ut (dato, kl., hva, sign.)',
  },

  medication: {
    title: 'Legemiddelark',
    heading: (name: string) => `${name} – legemiddelark`,
    reviewed: medicationReviewedText,
    neverReviewed: medicationNotReviewedText,
    asOf: (moment: string) => `Slik det var ${moment}`,
    pharmacy: (pharmacy: string) => `Apotek: ${pharmacy}`,
    columns: ['Legemiddel', 'Når og hvor mye', 'Vei', 'Bruk og merknad', 'Gitt kl., sign.'],
    none: 'Ingen legemidler registrert.',
    missing: 'Legemiddelark er ikke hentet fra EPJ.',
    timeCritical: 'TIDSKRITISK',
    kinds: { regular: 'Fast', asNeeded: 'Ved behov', course: 'Kur' },
  },

  card: {
    ...actionCardWords,
    title: (code: string, title: string) => `${code} ${title}`,
    version: (version: number, from: string, review: string, owner: string) =>
      `Versjon ${version}, gjelder fra ${from} · neste gjennomgang ${review} · eier ${owner}`,
    doneOn: (target: string) => `→ ${target}`,
    columns: ['Steg', 'Hvem', 'Gjør dette', 'Kl.'],
    roles: 'A ansatt på rute · V ansvarsvakt · L seksjonsleder · H HDU-vakt · B beredskapsledelse',
    critical: '!',
    inferred: (words: string) => `${words} *`,
    signs: '! kritisk · * ikke faglig godkjent',
    calls: (numbers: string) => `Ring: ${numbers}`,
    writeNumber: (role: string) => `${role} ______________`,
  },

  contacts: {
    title: contactWords.title,
    meaning: 'Numrene kortene bruker. Kontroller dem én gang i året.',
    columns: ['Hvem', 'Telefon', 'Uten telefon', 'Kontrollert'],
    missing: '______________',
    never: 'aldri',
  },

  form: {
    version: (version: string) =>
      `Skjema, versjon ${version}. Skrives inn i EPJ når den virker igjen.`,
    patient: 'Bruker (navn)',
    born: 'Født',
    filledBy: 'Fylt ut av (navn, tittel)',
    when: 'Dato og kl.',
    signature: 'Sign.',
    controlSignature: 'Kontroll sign.',
    controlledBy: 'Dobbeltkontroll (navn og underskrift)',
    entered: 'Ført inn i EPJ (dato, sign.)',
    yes: 'Ja',
    no: 'Nei',
    required: 'må fylles ut',
    addUp: 'regn sammen',
    inferred: 'Feltene er satt sammen av flere kilder, og er ikke faglig godkjent.',
  },
} as const
