import type { Role } from '#domain/base/role.ts'

/** The headings of a list of employees, separated by `|` and compared in folded form. */
export const employeeHeadings = {
  name: 'navn|ansatt|ansattnavn|fullt navn|fornavn etternavn|fornavn og etternavn|etternavn, fornavn|namn|tilsett|name|employee',
  familyName: 'etternavn|slektsnavn|etternamn|last name|surname',
  givenName: 'fornavn|fornavn og mellomnavn|fornamn|first name|given name',
  username: 'brukernavn|brukarnamn|brukerid|ident|bruker-id|login|username',
  title: 'stilling|tittel|yrke|stillingstittel|yrkestittel|profesjon|title|position',
  role: 'rolle|rolle i beredt|beredt-rolle|tilgang|role',
  section: 'seksjon|avdeling|enhet|virksomhet|section|department',
  zones: 'sone|soner|distrikt|rode|rute|team|zone|zones',
  validFrom:
    'fra|fra dato|gjelder fra|vikar fra|startdato|fra og med|f.o.m.|fom|gyldig fra|start date',
  validTo: 'til|til dato|gjelder til|vikar til|sluttdato|til og med|t.o.m.|tom|gyldig til|end date',
  hprNumber: 'hpr|hpr-nr|hpr nr|hprnr|hpr-nummer|hpr nummer',
} as const

export type EmployeeColumn = keyof typeof employeeHeadings

/** What roles are called in such lists, compared in folded form. An empty cell means the first of them. */
export const roleNames = {
  nurse:
    'ansatt på rute|ansatt|sykepleier|sjukepleiar|helsefagarbeider|helsefagarbeidar|hjelpepleier|vernepleier|assistent|rute|pleier',
  shiftLead: 'ansvarsvakt|ansvarshavende|vaktleder|ansvarsvakta',
  sectionLeader:
    'seksjonsleder|avdelingsleder|enhetsleder|leder|leiar|seksjonsleiar|virksomhetsleder',
  hdu: 'hdu|hdu vakt',
  administrator: 'administrator|admin|systemadministrator',
} as const satisfies Record<Role, string>
