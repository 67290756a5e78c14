/** The words of `npm run keys`. */
export const keysCommand = {
  usage: [
    'Bruk: npm run keys -- show',
    '      npm run keys -- rotate signing|credentials|sealing [--revoke NØKKEL --since TIDSPUNKT]',
    'TIDSPUNKT skrives som 2026-11-23T05:12:00.000Z.',
  ].join('\n'),
  shown: (set: { root: string; version: number; fragment: string; rootKeyHere: boolean }) =>
    [
      `Rotnøkkelens avtrykk: ${set.root}`,
      `Nøkkelsettets versjon: ${set.version}`,
      `Legg dette til bak adressen telefonene registreres med: ${set.fragment}`,
      set.rootKeyHere
        ? 'Rotnøkkelen ligger på denne maskinen. Flytt root.json til et trygt sted; den trengs bare når nøkler skal byttes.'
        : 'Rotnøkkelen ligger ikke på denne maskinen. Legg den tilbake når nøkler skal byttes.',
    ].join('\n'),
  rotated: (version: number) =>
    `Nye nøkler er laget. Nøkkelsettet har versjon ${version}. En server som kjører, tar dem i bruk i løpet av noen sekunder.`,
  refusals: {
    noRootKey: (file: string) =>
      `Finner ikke rotnøkkelen ${file}. Ingenting er endret. Legg filen tilbake, og prøv igjen.`,
    otherRootKey: (file: string) =>
      `${file} er en annen rotnøkkel enn den telefonene kjenner. Ingenting er endret. Legg den riktige tilbake, og prøv igjen.`,
    noKeys: () => 'Det er ingen nøkler ennå. Serveren lager dem første gang den starter.',
    unknownKey: () => 'Nøkkelen som skal trekkes tilbake, finnes ikke. Ingenting er endret.',
    stillInUse: () =>
      'Nøkkelen som skal trekkes tilbake, er fortsatt i bruk til noe annet. Bytt den nøkkelen i stedet. Ingenting er endret.',
    tooMany: () => 'Det er ikke plass til flere nøkler. Ingenting er endret.',
  },
} as const
