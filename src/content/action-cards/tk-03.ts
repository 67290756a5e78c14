import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, list, lists, outside, step, writeCard } from './write-card.ts'

export const tk03: ActionCard = writeCard({
  code: 'TK-03',
  title: 'Digital sikkerhetshendelse (dataangrep, løsepengevirus, mistanke)',
  version: 2,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'Beredskapsledelsen og IKT',
  triggers: [
    'Uvanlige filer eller krav om løsepenger.',
    'Flere ansatte er utestengt.',
    'Melding fra IKT.',
    'Server eller nettverk er så skadet at evnen til å gi nødvendige tjenester er alvorlig truet.',
  ],
  notWhen: ['Varslet nedetid eller treg EPJ uten mistanke om angrep: bruk TK-04.'],
  useWith: ['TK-02', 'TK-05', 'TK-08', 'TK-12'],
  phases: [
    during(
      '0–15 min',
      step(1, ['A', 'V'], 15, {
        lead: 'Følg IKTs beskjed om PC-en, og ring IKT eller HDU. Ikke bruk e-post.',
        text: 'Vanlig råd: koble fra nett, ikke slå av. Ikke logg på flere steder. Ikke koble til privat utstyr. Ta bilde av skjermen.',
        critical: true,
        calls: ['ikt', 'hdu'],
        inference: true,
      }),
      step(2, ['V'], 15, {
        lead: 'Start logg i Beredt eller på papir.',
        text: 'Beredt ligger utenfor kommunens nett: koble telefonen fra kommunens WiFi, bruk mobildata, fortsett å skrive og synke.',
        critical: true,
        opens: form('hendelseslogg'),
      }),
      step(3, ['V'], 15, {
        lead: 'Send utboksen før IKT samler inn eller sletter telefonen.',
        text: 'Se at «Ikke sendt» står på 0.',
        critical: true,
      }),
      step(4, ['H'], 15, {
        lead: 'Varsle IKT og beredskapsledelsen.',
        text: 'IKT varsler NC3 (hele døgnet), NCSC, og HelseCERT/KommuneCERT gjennom Norsk helsenett (ett felles kontaktpunkt). Kontroller numrene årlig.',
        critical: true,
        calls: ['ikt', 'preparedness-team', 'nc3', 'ncsc', 'health-cert'],
      }),
    ),
    during(
      '15–60 min',
      step(5, ['V'], 60, {
        lead: 'Åpne ukens lister på telefonen eller i permen.',
        text: 'Fordel dagens arbeidslister for hånd. Avtal hvem som har oppdatert legemiddelark.',
        critical: true,
        opens: lists,
      }),
      step(6, ['L'], 60, {
        lead: 'Ring rundt til alle avdelinger: hvem mangler hva?',
        text: 'Si fra: ingen skal glemmes.',
        critical: true,
      }),
      step(7, ['B'], 60, {
        lead: 'Finn ut hvilke varslings- og låssystemer som henger på samme server eller nett.',
        text: 'Responssenter, e-lås, tavle (IKOS), kjørelister (Spider), e-post, telefoni. Er alarmene nede: bjeller og ekstra tilsyn.',
        critical: true,
        calls: ['ikt', 'response-centre', 'lock-supplier'],
      }),
    ),
    during(
      '1–4 t',
      step(8, ['V', 'A'], 240, {
        lead: 'Kjør besøk etter prioriteringslisten, i Beredt eller på papir.',
        text: 'Dokumenter på besøksnotat, ett per besøk. Er legemiddelarket gammelt: ring fastlege eller apotek for legemiddelliste.',
        critical: true,
        opens: list('priority'),
        calls: ['pharmacy'],
      }),
      step(9, ['B'], 240, {
        lead: 'Sett kriseledelse.',
        text: 'Datatilsynet vurderes innen 72 t. Politianmeldelse. NSM varsles innen 24 t hvis virksomheten er innenfor tersklene i digitalsikkerhetsloven § 1. Helsetilsynet ved uventet død eller svært alvorlig skade. DMP ved svikt i utstyr.',
        critical: true,
        calls: ['crisis-team'],
      }),
    ),
    during(
      '4–24 t',
      step(10, ['L'], 1440, {
        lead: 'Bruk reservekanaler: godkjente telefoner, møter på basen, papirbud.',
        text: 'Ingen helseopplysninger i privat e-post, privat sky eller SMS.',
        critical: true,
      }),
      step(11, ['L'], 1440, {
        lead: 'Skaff en egen, ren PC og skriver med 4G til utskrift.',
        text: 'Før logg over papir ut og inn.',
      }),
    ),
    during(
      '1–3 dager',
      step(12, ['B', 'L'], 4320, {
        lead: 'Fastsett minimumsdrift: hvem får hvilke besøk?',
        text: 'Nye brukere og utskrivninger fra sykehus meldes på telefon. Vedtak føres for hånd. Avklar lønn og turnus.',
        calls: ['hospital'],
      }),
    ),
    during(
      'Uker og måneder',
      step(13, ['B'], null, {
        lead: 'Planlegg for 9–10 uker uten fagsystem.',
        text: 'Arkivmappe for papir. Bytt papirlisten hver uke: hvem er ny, ute eller død?',
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(14, ['H'], null, {
        lead: 'Ren enhet før pålogging, sammen med IKT. Bytt passord.',
        text: 'Kontroller at data er riktige (legemidler, CAVE, hvem som er innskrevet) før EPJ brukes som fasit.',
        critical: true,
        calls: ['ikt'],
      }),
      step(15, ['H', 'V'], null, {
        lead: 'Etterregistrer i rekkefølge.',
        text: 'Legemiddelhendelser, alvorlige observasjoner, avvik, rutinebesøk. Evaluer.',
        critical: true,
      }),
    ),
  ],
  notify: [
    'IKT eller HDU-vakt, på telefon',
    'Beredskapsledelsen',
    'NC3 23 20 80 00 (av IKT)',
    'NCSC 23 31 07 50 eller 02497 (av IKT)',
    'HelseCERT/KommuneCERT gjennom Norsk helsenett (av IKT)',
  ],
  calls: ['ikt', 'hdu', 'preparedness-team', 'nc3', 'ncsc', 'health-cert'],
  figures: [
    'Østre Toten: omtrent 1300 ansatte og over 1000 PC-er rammet, uker uten e-post, første fagsystem tilbake etter 9–10 uker.',
    'De to første dagene gikk til liv og helse, og til at ingen ble glemt.',
  ],
  thresholds: [
    { inferred: 'Mistanke om dataangrep er nivå 3: beredskapsledelsen avgjør.' },
    'Datatilsynet: innen 72 t.',
    'NSM: innen 24 t hvis virksomheten er innenfor tersklene.',
  ],
  timedThresholds: [
    {
      afterMinutes: 0,
      from: 'start',
      text: 'Nivå 3 ved mistanke om dataangrep. Beredskapsledelsen avgjør.',
      level: 3,
      inference: true,
    },
    {
      afterMinutes: 1440,
      from: 'start',
      text: 'Frist for NSM, hvis virksomheten er innenfor tersklene.',
      level: null,
      inference: false,
    },
    {
      afterMinutes: 4320,
      from: 'start',
      text: 'Frist for Datatilsynet.',
      level: null,
      inference: false,
    },
  ],
  prepared: [
    'Lister utenfor kommunens server, på telefonene.',
    'Egen identitet og lås som ikke er avhengig av kommunens AD.',
  ],
  traps: [
    'Sikkerhetskopien kan være slettet. Det skjedde i Østre Toten.',
    'Telefoner kan bli slettet fjernt eller samlet inn før alt er sendt.',
  ],
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
