import type {
  EmployeeListRefusal,
  EmployeeOutcome,
  UnclearEmployee,
} from '#domain/accounts/listed-employee.ts'

/** What becomes of a row of a list of employees, and why a file is none. */
export const employeeList = { unclear, canSignIn, refusal } as const

function unclear(reason: UnclearEmployee): string {
  switch (reason.kind) {
    case 'noName':
      return 'Navnet mangler.'
    case 'unreadableUsername':
      return 'Brukernavnet kan ikke brukes. Bokstaver, tall, punktum og bindestrek, minst to tegn.'
    case 'usernameTaken':
      return 'Brukernavnet er en annens. Gi et annet, eller la det stå tomt.'
    case 'sameName':
      return 'Flere i lista heter det samme. Gi hver sitt brukernavn, så vet vi hvem som er hvem.'
    case 'repeated':
      return 'Brukernavnet står på en tidligere linje.'
    case 'unreadableHpr':
      return 'HPR-nummeret har ikke sju til ni siffer.'
    case 'zonesMissing':
      return 'Sone mangler. Skriv hvilke soner hun skal ha.'
    case 'zoneWithoutSection':
      return 'Sonen er ny, og seksjonen mangler. Skriv hvilken seksjon den hører til.'
    case 'administratorWithZones':
      return 'En administrator har ingen soner. La sone stå tom.'
    case 'standInWithoutEnd':
      return 'Siste dag mangler. En vikar må ha begge datoene, eller bare den siste.'
    case 'unreadableDays':
      return 'En dato kan ikke leses. Skriv dag, måned og år, for eksempel 14.12.2026.'
    case 'reversedDays':
      return 'Siste dag er før den første.'
    case 'pastDays':
      return 'Siste dag er passert.'
    case 'roleNotYours':
      return 'Rollen gis av administrator.'
    case 'zonesNotYours':
      return 'Sonen er ikke din. Lederen der, eller administrator, gir tilgangen.'
    case 'unknownRole':
      return `Kjenner ikke rollen «${reason.text}». Bruk ansatt, ansvarsvakt, seksjonsleder, HDU-vakt eller administrator.`
    case 'unknownZone':
      return `Kjenner ikke «${reason.text}». Se over navnet.`
    case 'zoneInSeveral':
      return `«${reason.text}» finnes i flere seksjoner. Skriv hvilken seksjon.`
  }
}

/** «Kan hun logge inn?» */
function canSignIn(outcome: EmployeeOutcome): string {
  switch (outcome.kind) {
    case 'new':
      return 'Ja, med engangskode'
    case 'unclear':
      return 'Nei, ikke før linjen er rettet'
    case 'known':
      return known[outcome.signIn]
  }
}

const known = {
  password: 'Ja, har konto fra før',
  code: 'Har fått engangskode som ikke er brukt',
  none: 'Nei, engangskoden er gått ut. Gi en ny under Ansatte',
  closed: 'Nei, kontoen er avsluttet',
} as const

function refusal(reason: EmployeeListRefusal): string {
  switch (reason.kind) {
    case 'emptyFile':
      return 'Filen er tom.'
    case 'excelFile':
      return 'Dette er et regneark. Åpne det, lagre det som «CSV UTF-8», og prøv igjen.'
    case 'pdfFile':
    case 'documentFile':
    case 'binaryFile':
      return 'Filen er ingen liste. Lagre ansattlista som «CSV UTF-8», og prøv igjen.'
    case 'zipFile':
      return 'Dette er en zip-fil. Pakk den ut først.'
    case 'otherEncoding':
      return 'Filen er lagret i et tegnsett som Beredt ikke leser, så æ, ø og å ville blitt feil. Lagre den som «CSV UTF-8», og prøv igjen.'
    case 'noTable':
      return 'Fant ingen overskriftslinje med navn og minst én kjent kolonne til: stilling, rolle, seksjon, sone, brukernavn eller HPR-nr.'
    case 'tooMuch':
      return 'Filen er for stor til å være en ansattliste.'
    case 'tooManyRows':
      return `Filen har flere enn ${reason.max} linjer. Del den opp.`
    case 'noEmployees':
      return 'Det står ingen under overskriften.'
    case 'newPlaces':
      return 'Lista nevner seksjoner eller soner som ikke finnes. Se over navnene, og godta dem.'
    case 'changedMeanwhile':
      return 'Noe er endret imens. Se over på nytt.'
  }
}
