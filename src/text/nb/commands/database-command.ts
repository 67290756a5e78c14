/** The words of `npm run database`, which prepares an external database. */
export const databaseCommand = {
  usage: [
    'Bruk: DATABASE_OWNER_URL=postgres://EIER:PASSORD@VERT/DATABASE npm run database [-- --new-password]',
    '      npm run database -- --sql',
    'Den første gjør databasen klar, eller oppdaterer den. --new-password gir rollene Beredt logger inn som, et nytt passord.',
    '--sql skriver ut SQL-en som lager rollene, for databaser der eieren ikke får lage roller selv.',
  ].join('\n'),
  noOwner:
    'Sett DATABASE_OWNER_URL til adressen eieren av databasen logger inn med, og prøv igjen.',
  prepared: 'Databasen er klar for denne versjonen av Beredt.',
  address: (url: string) =>
    `Start Beredt med denne adressen. Den vises bare nå:\nDATABASE_URL=${url}`,
  /** Before the statements, as a comment of SQL. */
  sqlFor: (password: string) =>
    [
      '-- Kjør dette som en rolle som får lage roller, koblet til databasen Beredt skal bruke.',
      `-- Beredt logger så inn med postgres://beredt_server:${password}@VERT/DATABASE`,
    ].join('\n'),
} as const
