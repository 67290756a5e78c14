import type { ActionCard } from '#domain/cards/action-card.ts'
import {
  card,
  during,
  form,
  levelThresholds,
  list,
  outside,
  step,
  writeCard,
} from './write-card.ts'

export const tk01: ActionCard = writeCard({
  code: 'TK-01',
  title: 'Bortfall av strøm',
  version: 2,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    'Strømbrudd hos én eller flere brukere, eller på basen.',
    'Varsel fra nettselskapet.',
    'Mange enheter melder «ikke tilkoblet strøm» samtidig.',
    'Farevarsel om vind, snø eller flom.',
  ],
  notWhen: ['Bare internett eller mobil er borte, og strømmen er der: bruk TK-02.'],
  useWith: ['TK-02', 'TK-05', 'TK-06', 'TK-08', 'TK-10'],
  phases: [
    during(
      '0–15 min',
      step(1, ['A', 'V'], 15, {
        lead: 'Noter klokkeslett og finn ut om det gjelder huset eller området.',
        text: 'Se etter sikringer, naboer og gatelys. Sjekk nettselskapets SMS og kart mens mobilnettet virker.',
        critical: true,
        calls: ['grid-company'],
      }),
      step(2, ['V'], 15, {
        lead: 'Ring P1 på BST-listen, så P2.',
        text: 'Får du ikke svar på 10 min: send nærmeste bil.',
        critical: true,
        opens: list('lifeEssentialPower'),
      }),
      step(3, ['V'], 15, {
        lead: 'Varsle leder og HDU-vakt.',
        text: 'Si om bruddet er planlagt eller ikke. Start hendelseslogg.',
        critical: true,
        opens: form('hendelseslogg'),
        calls: ['leader', 'hdu'],
      }),
      step(4, ['A'], 15, {
        lead: 'Lad jobbtelefonen i bilen og slå på strømsparing.',
        text: 'Lås opp Beredt på nytt før nettet faller. Listene ligger på telefonen.',
      }),
    ),
    during(
      '15–60 min',
      step(5, ['V'], 60, {
        lead: 'For hver P1 og P2: når er batteriet tomt, hvilken reserve, hvem er der?',
        text: 'Reserve er flaske, ekstra batteri, bag eller aggregat. Kan bruker flyttes? Skriv «tom kl.» i listen.',
        critical: true,
        opens: list('lifeEssentialPower'),
      }),
      step(6, ['V'], 60, {
        lead: 'Legg besøkene i rekkefølge etter «tom kl.», ikke etter rute.',
        text: 'Planen skal være ferdig før det har gått 60 min.',
        critical: true,
        opens: list('lifeEssentialPower'),
      }),
      step(7, ['V'], 60, {
        lead: 'Merk hvem på TRY/HST som mister varsling når batteri eller nett går, og ring dem mens det går.',
        text: 'Spør: hvor er telefonen, hvem ser til deg, hva gjør du hvis du trenger hjelp? Si når vi kommer.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
      step(8, ['V'], 60, {
        lead: 'Gjør det samme med VEM.',
        text: 'Neste dose står først.',
        opens: list('medicineDispenser'),
      }),
      step(9, ['V'], 60, {
        lead: 'Gjør det samme med VDT.',
        text: 'Neste planlagte tilsyn står først.',
        opens: list('digitalSupervision'),
      }),
      step(10, ['V'], 60, {
        lead: 'Gjør det samme med VLT.',
        text: 'Ring pårørende: hvem er bruker sammen med nå?',
        opens: list('localisation'),
      }),
      step(11, ['L'], 60, {
        lead: 'Vurder nivå 2 eller 3 og kall inn folk.',
        text: 'Avtal neste møtepunkt og klokkeslett. Avtalen gjelder selv uten telefon.',
        critical: true,
      }),
      step(12, ['H'], 60, {
        lead: 'Spør IKT og leverandør hvilke systemer som går på reservestrøm, og hvor lenge.',
        text: 'Følg alarmene fra et annet system om det går.',
        calls: ['ikt', 'ehr-supplier'],
      }),
    ),
    during(
      '1–4 t',
      step(13, ['A'], 240, {
        lead: 'Oppsøk i rekkefølge: P1, alene uten kontakt, P2, VEM uten utlevert dose, så de øvrige.',
        text: 'Se etter: apparat, batteri, varme i rommet, mat og drikke, medisin, lys, nøkkel og lås, pårørende varslet. Avtal neste kontakt.',
        critical: true,
        opens: list('priority'),
      }),
      step(14, ['V'], 240, {
        lead: 'Ta ut manuelle doser til VEM-brukerne (TK-06).',
        text: 'Sjekk kjøling av legemidler. Insulin i bruk holder i uker i romtemperatur: beskytt mot frost.',
        critical: true,
        opens: list('medicineDispenser'),
      }),
      step(15, ['V', 'L'], 240, {
        lead: 'P1 med under 2 t batteri og uten reserve: ring AMK, legevakt eller behandlingshjelpemidler.',
        text: 'Planlegg flytting til sykehus, sykehjem med aggregat eller evakueringssted før batteriet er tomt.',
        critical: true,
        opens: list('lifeEssentialPower'),
        calls: ['amk', 'legevakt', 'treatment-aids'],
      }),
      step(16, ['L'], 240, {
        lead: 'Sjekk basens egen reservestrøm.',
        text: 'Dekker den medisinkjøleskap, lading, nett og lys? Ved en undersøkt institusjon dekket den verken medisinsk utstyr, dokumentasjonssystem, trygghetsalarmer eller varme.',
      }),
    ),
    during(
      '4–24 t',
      step(17, ['L', 'B'], 1440, {
        lead: 'Bemann fast rundtur etter prioritet.',
        text: 'Forslag: P1 hver 1–2 t eller fast til stede, P2 hver 4 t, P3 hver 12 t, P4 daglig. Rapporter til kriseledelsen hver 4. time.',
        critical: true,
        opens: list('priority'),
        calls: ['crisis-team'],
      }),
      step(18, ['A'], 1440, {
        lead: 'Under 18 °C inne eller bruker er kald: tepper, samle i ett rom, vurder flytting.',
        text: 'Under 16 °C eller tegn til nedkjøling: flytt. Ved og overnatting på sykehjem har hjulpet andre.',
        critical: true,
        inference: true,
      }),
      step(19, ['L'], 1440, {
        lead: 'Skaff varme måltider og vann.',
        text: 'Vannpumper og heiser kan stå. Avklar brannvarsling uten strøm. Avtal hjelp fra Sivilforsvaret og Røde Kors.',
        calls: ['civil-defence', 'red-cross'],
      }),
    ),
    during(
      'Over 24 t',
      step(20, ['B'], null, {
        lead: 'Sett i verk evakueringsplanen (TK-11).',
        text: 'Drivstoff, turnus for eget personell, informasjon til pårørende.',
        opens: card('TK-11'),
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(21, ['V'], null, {
        lead: 'Bekreft strøm hos hver P1 og P2. Ikke anta.',
        text: 'Er alt på og ladet? Respirator, oksygenkonsentrator, sug, madrass (fylt?), seng, løfter, alarm, dispenser (neste dose?), kamera, ruter, kjøleskap.',
        critical: true,
        opens: list('lifeEssentialPower'),
      }),
      step(22, ['V'], null, {
        lead: 'Ta testalarm på berørte trygghetsalarmer.',
        text: 'Sjekk alarmer som ikke kom fram. Etterregistrer, skriv avvik, og meld «normal drift» uttrykkelig til alle.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
    ),
  ],
  notify: [
    'Leder',
    'HDU-vakt',
    'Nettselskapet (feil)',
    'Legevakt 116 117 eller AMK 113 ved P1',
    'Behandlingshjelpemidler (dagtid)',
    'NAV hjelpemiddelsentral, akuttservice: hverdag 15–24, helg 08–24, ikke natt',
    'Kriseledelsen',
  ],
  calls: [
    'leader',
    'hdu',
    'grid-company',
    'legevakt',
    'amk',
    'treatment-aids',
    'nav-aids',
    'crisis-team',
  ],
  figures: [
    'Basestasjon for mobil: omtrent 2 t batteri i områder med minst 20 000 innbyggere, 4 t ellers. Nødnett: minst 8 t.',
    'Vent at mobilnettet faller ut 2–4 t etter strømmen: start TK-02 i tide.',
    'Trygghetsalarm: typisk 24–70 t batteri.',
    'Medisindispenser: typisk 18–24 t.',
    'Nettselskapet har ikke ansvar for egenberedskap, og det er ikke funnet noe register der pasienter går foran: den som er kritisk avhengig av strøm, må ha egen reserve.',
    {
      inferred:
        'P1: skade eller død innen 1–2 t uten hjelp. P2: innen 4–8 t. P3: innen 24 t. P4: tåler over 24 t.',
    },
  ],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  prepared: [
    'Batteritid, reserve og tåletid står på hvert apparat.',
    { inferred: 'Batterier er testet de siste 12 månedene; ellers kan tiden være kortere.' },
    'Lader i hver bil.',
    'Si når du ringer rundt: «Strømmen eller mobilen kan falle ut. Har du noen hos deg? Hvor lenge holder apparatet? Hva gjør du om du trenger hjelp? Vi kommer kl. …»',
  ],
  traps: [
    'Stasjonær oksygenkonsentrator har ikke batteri.',
    'Nattrespirator kan være uten batteri.',
    'Luftmadrass kan tømmes.',
    'Døråpner trenger UPS. Det er et krav for nye fra 1.1.2024, eldre kan mangle det.',
  ],
  writtenOn: [list('lifeEssentialPower'), form('besoksnotat'), form('hendelseslogg')],
})
