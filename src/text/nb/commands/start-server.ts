/** The words on the terminal of the person who starts the server. */
export const startServer = {
  building: 'Bygger appen …',
  starting: 'Starter databasen og serveren …',
  running: (url: string) => `Beredt kjører på ${url}`,
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
