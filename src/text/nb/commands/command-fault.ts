/** What a command says when something outside it stands in the way, and what to do about it. */
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
  foreignData: (folder: string) =>
    `Databasen i ${folder} tilhører en annen bruker på maskinen. Kjør kommandoen som den brukeren, eller velg en annen mappe med DATA_DIR.`,
  environment: (problems: string) => `Miljøvariablene er ikke riktige:\n${problems}`,
  unknownOption: 'Bruk: npm start -- [--no-demo]',
} as const
