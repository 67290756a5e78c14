import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, list, outside, step, writeCard } from './write-card.ts'

export const tk02: ActionCard = writeCard({
  code: 'TK-02',
  title: 'Bortfall av ekom (mobil, telefoni, internett)',
  version: 2,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    'Ingen dekning på flere telefoner.',
    'Citrix eller EPJ er borte på basen.',
    'Melding om nedetid fra Telenor (går til rådgiver Beredskap og sikkerhet).',
    'Mange alarmer melder «ingen kontakt».',
  ],
  notWhen: [
    'Bare EPJ eller Citrix er borte og nettet virker: bruk TK-04.',
    'Mistanke om dataangrep: bruk TK-03.',
  ],
  useWith: ['TK-01', 'TK-05', 'TK-06', 'TK-07'],
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
    during(
      '0–15 min',
      step(1, ['A', 'V'], 15, {
        lead: 'Test tale, SMS, data og nødnett.',
        text: 'Noter tid og område. Start hendelseslogg.',
        critical: true,
        opens: form('hendelseslogg'),
      }),
      step(2, ['V'], 15, {
        lead: 'Avgjør: kan responssenteret nå oss? Er du usikker, regn alle TRY/HST som uten varsling.',
        text: 'Bemann fasttelefonen på avdelingen bare hvis den er testet uten strøm: kobbernettet legges ned, og IP-telefon dør med strømmen. Bytt til reservetelefon.',
        critical: true,
        opens: list('safetyAlarm'),
        calls: ['response-centre'],
      }),
    ),
    during(
      '15–60 min',
      step(3, ['V'], 60, {
        lead: 'Varsle leder og responssenter hvis de ikke alt vet det.',
        text: 'Sjekk felles postkasse hver hele time. Følg anvisninger på SMS og e-post. Virker ikke telefonen: send bil med beskjed.',
        critical: true,
        calls: ['leader', 'response-centre'],
      }),
      step(4, ['V'], 60, {
        lead: 'Del sonene mellom bilene og avtal fast møteplass og klokkeslett.',
        text: 'For eksempel hver 2. time ved basen. Bruk papirkart og adressene i Beredt.',
        critical: true,
        opens: list('all'),
      }),
      step(5, ['V'], 60, {
        lead: 'Ta TRY/HST i rekkefølge: alene med fall, hjerte, pust eller demens først.',
        text: 'Finn ut hvem som har en annen vei til hjelp: pårørende i huset, nabo, fasttelefon, bjelle.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
    ),
    during(
      '1–4 t',
      step(6, ['A'], 240, {
        lead: 'Oppsøk alle TRY/HST i P1 og P2.',
        text: 'Be pårørende og naboer se til P3 og P4. Gi skriftlig beskjed: hvem kommer, når, og hvor kan du gå for hjelp.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
      step(7, ['L'], 240, {
        lead: 'Finn satellittelefon og nødnett-terminal.',
        text: 'Hvor er de, og hvem kan bruke dem? Informer gjennom lokalradio, NRK P1, oppslag og oppmøtesteder.',
        critical: true,
      }),
      step(8, ['L'], 240, {
        lead: 'Oppmøtesteder når nødnumrene er nede (Sandefjord; kontroller årlig):',
        text: 'Brannstasjonen, Hystadveien 9. Politistasjonen, Hjertnespromenaden 21. Legevakten, Bugårdsgata 9B. Rådhuset, Sandefjordsveien 3. Andebu bo- og behandlingssenter, Andebuveien 939. Soletunet, Ole Stavnums vei 12 (Stokke).',
      }),
    ),
    during(
      '4–24 t',
      step(9, ['L'], 1440, {
        lead: 'Kall inn ekstra folk og kjør faste runder.',
        text: 'Bruk bud mellom base og kriseledelse. Rapporter hver 4. time.',
        critical: true,
        calls: ['crisis-team'],
      }),
      step(10, ['V'], 1440, {
        lead: 'Lag timeplan for medisin til VEM-brukerne.',
        text: 'Varsel om dose som ikke er tatt, kommer ikke.',
        critical: true,
        opens: list('medicineDispenser'),
      }),
      step(11, ['V'], 1440, {
        lead: 'Avtal følge for brukere som vandrer (VLT).',
        text: 'Ring eller oppsøk pårørende. GPS gir ingen posisjon.',
        critical: true,
        opens: list('localisation'),
      }),
    ),
    during(
      'Over 24 t',
      step(12, ['B'], null, {
        lead: 'Skaff reservesamband, Sivilforsvar og frivillige.',
        text: 'Sett besøksintervall per prioritet. Det som er kritisk for liv og helse, går først.',
        opens: list('priority'),
        calls: ['civil-defence', 'red-cross'],
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(13, ['V'], null, {
        lead: 'Sjekk tapte alarmer og anrop, og test alle alarmer i området.',
        text: 'Tell: er alle TRY/HST kontaktet? Etterregistrer. Meld «normal drift» uttrykkelig.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
    ),
  ],
  notify: [
    'Leder',
    'Responssenter',
    'HDU-vakt',
    'Rådgiver Beredskap og sikkerhet',
    'Kriseledelsen',
  ],
  calls: ['leader', 'response-centre', 'hdu', 'preparedness-adviser', 'crisis-team'],
  figures: [
    'Basestasjon for mobil: omtrent 2 t batteri i områder med minst 20 000 innbyggere, 4 t ellers.',
    'Nødnett: minst 8 t. Kommunesenter med forsterket ekom: 3 døgn i et avgrenset område, uten garanti.',
    'Alarmsentralen spør enhetene omtrent hver time. Er mobilnettet nede, når den kanskje ikke kommunen.',
  ],
  thresholds: ['Nivå 2: over 60 min, ukjent varighet, eller minst én sone.', 'Nivå 3: over 4 t.'],
  timedThresholds: [
    { afterMinutes: 60, from: 'start', text: 'Nivå 2.', level: 2, inference: false },
    { afterMinutes: 240, from: 'start', text: 'Nivå 3.', level: 3, inference: false },
  ],
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
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
