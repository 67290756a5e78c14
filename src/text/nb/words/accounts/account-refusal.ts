import type { AccountRefusal } from '#domain/accounts/judge-account.ts'

/** Why an account is not made or changed, and what to do. */
export const accountRefusals = {
  own: 'Din egen tilgang endrer du ikke selv. Be en annen administrator eller lederen din.',
  notYours: 'Kontoen har soner utenfor din seksjon, eller en rolle du ikke gir. Be administrator.',
  roleNotYours: 'Denne rollen gis av administrator.',
  zonesNotYours: 'Du kan bare gi soner du har selv. Be administrator om de andre.',
  zonesMissing: 'Velg minst én sone.',
  administratorWithZones:
    'En administrator har ingen soner. Ta dem bort, eller velg en annen rolle.',
  unknownZone: 'En av sonene finnes ikke lenger. Hent siden på nytt.',
  closedZone: 'En av sonene er ute av bruk. Ta den i bruk igjen først.',
  usernameTaken: 'Brukernavnet er tatt. Velg et annet.',
  lastAdministrator:
    'Dette er den siste administratoren som kan logge inn. Gjør en annen til administrator først.',
  closed: 'Kontoen er avsluttet. Lag en ny om hun skal ha tilgang igjen.',
  unknownAccount: 'Kontoen finnes ikke, eller er ikke din å endre.',
  unreadableDays: 'En av datoene finnes ikke. Skriv dag, måned og år, for eksempel 14.12.2026.',
  reversedDays: 'Siste dag er før den første. Se over datoene.',
  pastDays: 'Siste dag er passert. Velg i dag eller senere, eller avslutt nå.',
  notStandIn: 'Kontoen har ingen sluttdato. Avslutt tilgangen i stedet.',
  zoneHeld: 'Hun har denne sonen fast fra før.',
  notLent: 'Hun har ikke sonen på tid. Hent siden på nytt.',
} as const satisfies Record<AccountRefusal['kind'], string>
