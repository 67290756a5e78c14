/** The words of a command that cannot run because of its surroundings, and what to do about it. */
export const commandFault = {
  portTaken: (port: number) =>
    `Porten ${port} er i bruk. Kjører Beredt allerede? Velg en annen port, for eksempel: PORT=${port + 1} npm start`,
  portClosed: (port: number) =>
    `Har ikke lov til å bruke porten ${port}. Velg en port fra 1024 og oppover med PORT.`,
  addressMissing: (host: string) => `Denne maskinen har ikke adressen ${host}. Se over HOST.`,
  notWritable: (path: string) =>
    `Får ikke skrevet til ${path}. Gi brukeren som kjører Beredt skrivetilgang, eller velg en annen mappe med DATA_DIR.`,
  missing: (path: string) => `Finner ikke ${path}.`,
  diskFull: 'Disken er full. Frigjør plass, og prøv igjen.',
  databaseOutOfReach:
    'Får ikke kontakt med databasen i DATABASE_URL. Se over adresse, navn og passord, og at databasen kjører.',
  databaseLost:
    'Databasen ble borte underveis. Det som ikke var ferdig, er ikke lagret. Kjør kommandoen igjen.',
  databaseRoles: {
    owner:
      'DATABASE_URL logger inn som eieren av databasen. Ingenting er startet. Beredt skal logge inn som en rolle som ikke eier noe: Sett DATABASE_OWNER_URL til eierens adresse, kjør npm run database, og bruk adressen den skriver ut som DATABASE_URL.',
    unprepared:
      'Databasen i DATABASE_URL er ikke gjort klar for Beredt. Ingenting er startet. Sett DATABASE_OWNER_URL til eierens adresse, kjør npm run database, og bruk adressen den skriver ut som DATABASE_URL.',
    behind:
      'Databasen er eldre enn denne versjonen av Beredt. Ingenting er startet. Sett DATABASE_OWNER_URL til eierens adresse, kjør npm run database, og prøv igjen.',
  },
  foreignData: (folder: string) =>
    `Databasen i ${folder} tilhører en annen bruker på maskinen. Kjør kommandoen som den brukeren, eller velg en annen mappe med DATA_DIR.`,
  serverKeys: {
    missing: (folder: string) =>
      `Serverens nøkler mangler i ${folder}, og databasen er tatt i bruk med dem. Ingenting er startet. Hent mappen keys/ tilbake fra sikkerhetskopien til ${folder}, og prøv igjen. Beredt lager ikke nye nøkler i stedet av seg selv: Da kan det som telefonene alt har sendt, ikke åpnes. Er nøklene tapt for godt, legg rotnøkkelen root.json tilbake i ${folder} om du har den, og start med npm start -- --accept-new-keys.`,
    foreign: (folder: string) =>
      `Databasen hører til andre nøkler enn dem i ${folder}. Ingenting er startet. Hent mappen keys/ som hører til databasen, tilbake fra sikkerhetskopien til ${folder}, eller se over DATA_DIR og DATABASE_URL. Slett ikke nøklene som ligger der: De kan høre til en annen database. Er de riktige nøklene tapt for godt, start med npm start -- --accept-new-keys. Da må hver telefon registreres på nytt.`,
    older: (folder: string) =>
      `Nøklene i ${folder} er eldre enn dem databasen sist ble brukt med. Ingenting er startet. Hent den nyeste mappen keys/ tilbake fra sikkerhetskopien til ${folder}, og prøv igjen. Er de nyeste nøklene tapt, legg rotnøkkelen root.json tilbake der, og start med npm start -- --accept-new-keys: Det lager nye, og ingen telefon må registreres på nytt.`,
    rootNeeded: (folder: string) =>
      `Rotnøkkelen root.json er ikke i ${folder}, og uten den kan ikke nye nøkler lages som telefonene tror på. Ingenting er startet. Legg root.json tilbake, og prøv igjen. Er den tapt for godt, flytt hele ${folder} til et trygt sted og prøv igjen: Da må hver telefon registreres på nytt.`,
    identityKey: (folder: string) =>
      `Nøkkelen som brukere kjennes igjen med, identity.json, mangler i ${folder} eller er en annen enn databasens. Ingenting er startet. Hent den tilbake fra den nyeste sikkerhetskopien av keys/, og prøv igjen. Er den tapt for godt, start med npm start -- --accept-new-keys: Da kjennes de igjen som står på listene nå, og ingen telefon må registreres på nytt.`,
    damaged: (file: string) =>
      `Nøkkelfilen ${file} er skadet. Ingenting er startet. Hent den tilbake fra sikkerhetskopien, og prøv igjen.`,
    readableByOthers: (file: string) =>
      `Nøkkelfilen ${file} kan leses av andre på maskinen. Ingenting er startet. Kjør chmod 600 ${file}, og prøv igjen. Meld fra til den som har ansvar for sikkerheten hvis noen kan ha lest den.`,
  },
  environment: (problems: string) => `Miljøvariablene er ikke riktige:\n${problems}`,
  unknownOption: 'Bruk: npm start -- [--no-demo] [--accept-new-keys]',
} as const
