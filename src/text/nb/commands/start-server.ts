/** The words on the terminal of the person who starts the server. */
export const startServer = {
  building: 'Bygger appen …',
  starting: 'Starter databasen og serveren …',
  running: (url: string) => `Beredt kjører på ${url}`,
  keys: {
    newSet:
      'Nye nøkler er tatt i bruk under den samme rotnøkkelen. Telefonene tar dem i bruk selv. Ta sikkerhetskopi av keys/ nå, og start neste gang uten --accept-new-keys.',
    newRoot:
      'Nye nøkler er tatt i bruk, med en ny rotnøkkel. Telefonene sier «Svarene er ikke fra kommunens server» til de registreres på nytt: Si fra til lederne. Det som er skrevet på en telefon og ikke er åpnet her, kommer når eieren låser opp etter at hun har registrert den. Ta sikkerhetskopi av keys/ nå, og start neste gang uten --accept-new-keys.',
  },
  demo: 'Demokommune med oppdiktede pasienter. Logg inn som:',
  invitation:
    'Ingen er lagt inn ennå. Den første administratoren oppretter seg selv med denne lenken (gjelder i 24 timer, én gang):',
  invitationCall: (path: string) =>
    `Uten nettleser: POST ${path} med token, municipalityName, name, username og password (minst 12 tegn).`,
  insecure:
    'Telefoner trenger https: sett TLS_CERT og TLS_KEY, eller PUBLIC_URL bak en https-proxy.',
  stopping: 'Stopper …',
  stopped: 'Stoppet.',
}
