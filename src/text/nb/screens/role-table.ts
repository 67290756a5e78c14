import type { Role } from '#domain/base/role.ts'
import type { Duty } from '#domain/roles/duties.ts'
import type { Sight } from '#domain/streams/class-sight.ts'
import type { MunicipalityClass, StreamClass, ZoneClass } from '#domain/streams/stream.ts'

type Line = { name: string; meaning: string }

const zoneClasses = {
  critical: {
    name: 'Det kritiske',
    meaning: 'Hvem, hvor, apparater, pårørende, prioritet og vei inn',
  },
  details: { name: 'Hovedkort og legemiddelark', meaning: 'Diagnoser, HLR, legemidler, apotek' },
  worklists: { name: 'Arbeidslister', meaning: 'Besøkene på hver vakt' },
  journal: { name: 'Notater', meaning: 'Det kollegene har skrevet de siste 14 dagene' },
  protected: {
    name: 'Skjulte adresser og koder',
    meaning: 'Adressesperre, nøkkelboks og dører. Hver visning logges',
  },
  people: {
    name: 'Brukere under en hendelse',
    meaning: 'Hvem som er nådd, besøkt og har strøm, til to uker etter at hendelsen er over',
  },
  leaders: {
    name: 'Leders lister',
    meaning: 'Forlenging av tilgang, og hvem som har hvilket eksemplar',
  },
} satisfies Record<ZoneClass, Line>

const municipalityClasses = {
  cards: { name: 'Tiltakskort', meaning: 'Hva hver rolle gjør når noe svikter' },
  routines: { name: 'Nødrutiner', meaning: 'Ett system om gangen' },
  contacts: { name: 'Kontakter', meaning: 'Leverandører, vakter og oppmøtesteder' },
  forms: { name: 'Skjema', meaning: 'Det som kan føres manuelt' },
  coordination: {
    name: 'Hendelser',
    meaning: 'Hva som er borte, hvor, og hva som er gjort på kortene. Ingen brukere nevnes',
  },
  systems: { name: 'Koder og apparattyper', meaning: 'Hva BST, TRY og de andre kodene betyr' },
} satisfies Record<MunicipalityClass, Line>

/** The table of what each role sees and does. */
export const roleTable = {
  title: 'Tilganger',
  under:
    'Hva hver rolle ser og gjør. Serveren og databasen håndhever denne tabellen, også om noen prøver utenom appen.',
  caption: 'Roller bortover, det de ser og gjør nedover',
  roles: {
    nurse: 'Ansatt på rute',
    shiftLead: 'Ansvarsvakt',
    sectionLeader: 'Seksjonsleder',
    hdu: 'HDU-vakt',
    administrator: 'Administrator',
  } satisfies Record<Role, string>,
  inZones: 'Ser, i sonene sine',
  inMunicipality: 'Ser, for hele kommunen',
  does: 'Gjør',
  classes: { ...zoneClasses, ...municipalityClasses } satisfies Record<StreamClass, Line>,
  duties: {
    writeNotes: { name: 'Skriver notater og skjema', meaning: 'Om brukere, og for sonen' },
    registerPatients: {
      name: 'Registrerer nye brukere',
      meaning: 'Når EPJ ikke svarer. Brukeren er midlertidig til en liste har henne',
    },
    countersignNotes: {
      name: 'Dobbeltkontrollerer',
      meaning: 'Signerer at hun har kontrollert det en kollega har skrevet',
    },
    startIncidents: {
      name: 'Melder og retter hendelser',
      meaning: 'Krysser av på kortene, og angrer det som ble feil',
    },
    confirmIncidents: {
      name: 'Bekrefter hendelser',
      meaning: 'Gir videre tilgang, stopper sletting og holder oppdateringer i 72 timer',
    },
    closeIncidents: { name: 'Avslutter hendelser', meaning: 'Og åpner dem igjen' },
    recordPeople: {
      name: 'Fører hvem som er nådd',
      meaning: 'Samtaler, besøk, doser og strøm under en hendelse, i sonene sine',
    },
    readReceived: { name: 'Følger opp Mottatt', meaning: 'At alt som er skrevet kommer inn i EPJ' },
    decideHeldEntries: {
      name: 'Avklarer notater som venter',
      meaning: 'Tar dem inn i journalen, eller avviser dem med grunn',
    },
    joinPatients: {
      name: 'Slår sammen nye brukere med lista',
      meaning: 'Når en midlertidig bruker er kommet med i lista fra EPJ. Kan angres',
    },
    decideAmendments: {
      name: 'Avgjør endringer som ikke stemmer',
      meaning: 'Mellom det som er skrevet på telefonene og det lista sier. Kan angres',
    },
    approveDevices: {
      name: 'Godkjenner nye telefoner',
      meaning: 'Til ansatte i sonene sine, når kommunen har valgt det. Aldri sin egen',
    },
    keepContacts: {
      name: 'Holder numrene ved like',
      meaning: 'Hvem kommunen ringer. Alle har dem på telefonen',
    },
    assessForms: {
      name: 'Tar skjema i bruk',
      meaning: 'Skjema som kommunen må vurdere først, som NEWS2',
    },
    keepForms: {
      name: 'Lager kommunens skjema',
      meaning: 'Gir ut nye versjoner, og tar skjema ut av bruk. Gjelder alle seksjoner',
    },
    printBinder: { name: 'Skriver ut permen', meaning: 'Hvert eksemplar får nummer og loggføres' },
    importLists: {
      name: 'Tar inn ukens lister',
      meaning: 'Ser endringene først, og kan hente tilbake forrige liste',
    },
    fetchPatientPart: {
      name: 'Henter for én bruker om gangen',
      meaning: 'Legemiddelark, kode eller adresse, med grunn som logges. Vises i en time',
    },
    readServerCode: {
      name: 'Gir koden for nye telefoner',
      meaning: 'Så en ny telefon kjenner kommunens server',
    },
    readAlarms: {
      name: 'Leser varsler',
      meaning: 'Det serveren har reagert på, uten brukeropplysninger',
    },
    readSecurityEvents: {
      name: 'Leser sikkerhetshendelser',
      meaning: 'Innlogginger, tilganger og det serveren har avvist, uten brukeropplysninger',
    },
    keepAccounts: {
      name: 'Gir og avslutter tilganger',
      meaning:
        'Kontoer og engangskoder. Seksjonsleder for ansatte i egne soner, administrator for alle. Aldri sin egen. Alt loggføres',
    },
    keepSections: {
      name: 'Lager seksjoner og soner',
      meaning: 'Navn, og om sonen er i bruk',
    },
    changeSettings: {
      name: 'Endrer det som gjelder hele kommunen',
      meaning: 'Om nye telefoner må godkjennes. Hver endring loggføres',
    },
    readRoleTable: { name: 'Ser denne tabellen', meaning: 'Hva hver rolle ser og gjør' },
  } satisfies Record<Duty, Line>,
  sight: { all: 'Ja', oneAtATime: 'Én', none: '–' } satisfies Record<Sight, string>,
  sightMeaning: {
    all: 'Ja',
    oneAtATime: 'Én bruker om gangen',
    none: 'Nei',
  } satisfies Record<Sight, string>,
  legend:
    '«Én» betyr én bruker om gangen, hentet fra serveren med en grunn som logges. Ellers ligger det på enheten, i sonene den ansatte har.',
  noPatientData:
    'Administrator har ingen brukeropplysninger, heller ikke med soner på kontoen. Ukens lister kan også tas inn av serveren selv.',
}
