import { ActionCard } from '#domain/cards/action-card.ts'

export const tk02: ActionCard = ActionCard.parse({
  id: 'tk-02',
  code: 'TK-02',
  title: 'Bortfall av ekom (mobil, telefoni, internett)',
  triggers: [
    'Ingen dekning på flere telefoner.',
    'Citrix eller EPJ er borte på basen.',
    'Melding om nedetid fra Telenor (går til rådgiver Beredskap og sikkerhet).',
    'Mange alarmer melder «ingen kontakt».',
  ],
  notWhen: [
    'Bare EPJ eller Citrix er borte og nettet virker.',
    'Mistanke om dataangrep: bruk TK-03.',
  ],
  useWith: ['TK-01'],
  decisions: [
    {
      question: '1. Er kommunens lokale nett nede (PC og Citrix nede, mobil virker)?',
      measures:
        'Koble fra internt nett først. Så annet WiFi, så nett delt fra mobil, så bærbar PC med eget SIM.',
    },
    {
      question: '2. Gjelder det én base?',
      measures: 'Flytt arbeidet til en annen base. HDU bor spredt og kan sitte utenfor området.',
    },
    {
      question: '3. Gjelder det én operatør?',
      measures:
        'Prøv en annen operatør eller privat telefon. Nødanrop til 112 går via andre nett, eventuelt uten SIM-kort; 110 og 113 gjør det ikke alltid. Noen alarmer har to SIM.',
    },
    {
      question: '4. Gjelder det telenettet eller mastene?',
      measures:
        'Flere samfunnsområder rammes. Overordnet plan vurderes etter varighet. Følg trinnene under.',
    },
  ],
  phases: [
    {
      title: '0–15 min',
      fromMinutes: 0,
      toMinutes: 15,
      steps: [
        {
          number: 1,
          roles: ['A', 'V'],
          lead: 'Test tale, SMS, data og nødnett.',
          text: 'Noter tid og område. Start hendelseslogg.',
          critical: true,
          opens: { kind: 'form', form: 'hendelseslogg' },
        },
        {
          number: 2,
          roles: ['V'],
          lead: 'Avgjør: kan responssenteret nå oss? Er du usikker, regn alle TRY/HST som uten varsling.',
          text: 'Bemann fasttelefonen på avdelingen bare hvis den er testet uten strøm: kobbernettet legges ned, og IP-telefon dør med strømmen. Bytt til reservetelefon.',
          critical: true,
          opens: { kind: 'patientList', list: 'safetyAlarm' },
        },
      ],
    },
    {
      title: '15–60 min',
      fromMinutes: 15,
      toMinutes: 60,
      steps: [
        {
          number: 3,
          roles: ['V'],
          lead: 'Varsle leder og responssenter hvis de ikke alt vet det.',
          text: 'Sjekk felles postkasse hver hele time. Følg anvisninger på SMS og e-post. Virker ikke telefonen: send bil med beskjed.',
          critical: true,
          opens: null,
        },
        {
          number: 4,
          roles: ['V'],
          lead: 'Del sonene mellom bilene og avtal fast møteplass og klokkeslett.',
          text: 'For eksempel hver 2. time ved basen. Bruk papirkart og adressene i Beredt.',
          critical: true,
          opens: { kind: 'patientList', list: 'all' },
        },
        {
          number: 5,
          roles: ['V'],
          lead: 'Ta TRY/HST i rekkefølge: alene med fall, hjerte, pust eller demens først.',
          text: 'Finn ut hvem som har en annen vei til hjelp: pårørende i huset, nabo, fasttelefon, bjelle.',
          critical: true,
          opens: { kind: 'patientList', list: 'safetyAlarm' },
        },
      ],
    },
    {
      title: '1–4 t',
      fromMinutes: 60,
      toMinutes: 240,
      steps: [
        {
          number: 6,
          roles: ['A'],
          lead: 'Oppsøk alle TRY/HST i P1 og P2.',
          text: 'Be pårørende og naboer se til P3 og P4. Gi skriftlig beskjed: hvem kommer, når, og hvor kan du gå for hjelp.',
          critical: true,
          opens: { kind: 'patientList', list: 'safetyAlarm' },
        },
        {
          number: 7,
          roles: ['L'],
          lead: 'Finn satellittelefon og nødnett-terminal.',
          text: 'Hvor er de, og hvem kan bruke dem? Informer gjennom lokalradio, NRK P1, oppslag og oppmøtesteder.',
          critical: true,
          opens: null,
        },
        {
          number: 8,
          roles: ['L'],
          lead: 'Oppmøtesteder når nødnumrene er nede (Sandefjord; kontroller årlig):',
          text: 'Brannstasjonen, Hystadveien 9. Politistasjonen, Hjertnespromenaden 21. Legevakten, Bugårdsgata 9B. Rådhuset, Sandefjordsveien 3. Andebu bo- og behandlingssenter, Andebuveien 939. Soletunet, Ole Stavnums vei 12 (Stokke).',
          critical: false,
          opens: null,
        },
      ],
    },
    {
      title: '4–24 t',
      fromMinutes: 240,
      toMinutes: 1440,
      steps: [
        {
          number: 9,
          roles: ['L'],
          lead: 'Kall inn ekstra folk og kjør faste runder.',
          text: 'Bruk bud mellom base og kriseledelse. Rapporter hver 4. time.',
          critical: true,
          opens: null,
        },
        {
          number: 10,
          roles: ['V'],
          lead: 'Lag timeplan for medisin til VEM-brukerne.',
          text: 'Varsel om dose som ikke er tatt, kommer ikke.',
          critical: true,
          opens: { kind: 'patientList', list: 'medicineDispenser' },
        },
        {
          number: 11,
          roles: ['V'],
          lead: 'Avtal følge for brukere som vandrer (VLT).',
          text: 'Ring eller oppsøk pårørende. GPS gir ingen posisjon.',
          critical: true,
          opens: { kind: 'patientList', list: 'localisation' },
        },
      ],
    },
    {
      title: 'Over 24 t',
      fromMinutes: 1440,
      toMinutes: null,
      steps: [
        {
          number: 12,
          roles: ['B'],
          lead: 'Skaff reservesamband, Sivilforsvar og frivillige.',
          text: 'Sett besøksintervall per prioritet. Det som er kritisk for liv og helse, går først.',
          critical: false,
          opens: { kind: 'patientList', list: 'priority' },
        },
      ],
    },
    {
      title: 'Normalisering',
      fromMinutes: null,
      toMinutes: null,
      steps: [
        {
          number: 13,
          roles: ['V'],
          lead: 'Sjekk tapte alarmer og anrop, og test alle alarmer i området.',
          text: 'Tell: er alle TRY/HST kontaktet? Etterregistrer. Meld «normal drift» uttrykkelig.',
          critical: true,
          opens: { kind: 'patientList', list: 'safetyAlarm' },
        },
      ],
    },
  ],
  notify: [
    'Leder',
    'Responssenter',
    'HDU-vakt',
    'Rådgiver Beredskap og sikkerhet',
    'Kriseledelsen',
  ],
  figures: [
    'Basestasjon for mobil: omtrent 2 t batteri i områder med minst 20 000 innbyggere, 4 t ellers.',
    'Nødnett: minst 8 t. Kommunesenter med forsterket ekom: 3 døgn i et avgrenset område, uten garanti.',
    'Alarmsentralen spør enhetene omtrent hver time. Er mobilnettet nede, når den kanskje ikke kommunen.',
  ],
  thresholds: ['Nivå 2: over 60 min, ukjent varighet, eller minst én sone.', 'Nivå 3: over 4 t.'],
  prepared: [
    'Prioritetsabonnement: tale, og data på 4G og 5G siden september 2023. Søkes via Nkom i Altinn, gjelder bedriftsabonnement.',
    'Telefoner med to SIM.',
    'Nødnett.',
    'Nødlader (powerbank).',
    'Papirliste.',
  ],
  traps: [
    'Responssenteret kan ikke nå kommunen.',
    'Brukerne tror at alarmen virker.',
    'E-post og Teams virker ikke.',
    'Beredt viser hvor gamle listene er: «Lister fra» øverst på skjermen.',
  ],
  writtenOn: [
    { kind: 'form', form: 'hendelseslogg' },
    { kind: 'form', form: 'besoksnotat' },
  ],
  version: 1,
  validFrom: '2026-11-01',
  nextReviewOn: '2027-11-01',
  owner: 'HDU',
  approvedBy: null,
})
