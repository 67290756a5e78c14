import type {
  ImportRefusal,
  ImportWarning,
  UnreadableReason,
  ValueDoubt,
} from '#domain/roster/import-problem.ts'
import { changedFieldText } from '../changed-field.ts'
import { documentCount } from '../count.ts'
import { zoneText } from '../zone.ts'

function unreadable(reason: UnreadableReason): string {
  switch (reason.kind) {
    case 'torn':
      return `Linjen er avbrutt etter ${reason.cells} av ${reason.columns} kolonner`
    case 'tooManyColumns':
      return `Linjen har ${reason.cells} kolonner, overskriften har ${reason.columns}`
    case 'cellTooLong':
      return `Feltet «${reason.heading}» er for langt`
    case 'nameMissing':
      return reason.leftOut === undefined
        ? 'Navn mangler'
        : `Navn mangler. Ikke tatt med: ${reason.leftOut}`
    case 'repeatedHeader':
      return 'Overskriften gjentatt, hoppet over'
    case 'footer':
      return 'Sidetopp, sum eller bunntekst, hoppet over'
    case 'zoneHeading':
      return 'Soneoverskrift, ingen bruker'
    case 'notAPerson':
      return notAPerson[reason.because ?? 'empty']
    case 'resourceNotUsed':
      return `${reason.resourceType} brukes ikke i Beredt`
    case 'resourceBroken':
      return reason.resourceType === null
        ? 'Oppføringen mangler ressurstype'
        : `${reason.resourceType} lar seg ikke lese${reason.field === undefined ? '' : `: feil i «${reason.field}»`}`
    case 'resourceWithoutPatient':
      return `${reason.resourceType} hører ikke til noen bruker som er lest fra filen`
  }
}

const notAPerson = {
  empty: 'Linjen har verken navn eller nummer',
  shiftedCells:
    'Feltene står i feil kolonne. Et felt har trolig et skilletegn for mye eller for lite',
  otherTable: 'Linjen hører til en annen tabell under listen, ikke lest',
  lonelyCell: 'Bare ett felt er fylt ut. Overskrift eller tittel, hoppet over',
  brokenLine: 'Linjen lar seg ikke lese som JSON',
  deleted: 'Oppføringen er slettet i journalsystemet',
} satisfies Record<string, string>

/** Words what a leader can do about it; null when the reason says enough. */
function unreadableHint(reason: UnreadableReason): string | null {
  switch (reason.kind) {
    case 'torn':
      return 'Filen er trolig kuttet. Hent den ut på nytt om flere mangler.'
    case 'tooManyColumns':
      return 'Et felt inneholder trolig skilletegnet.'
    case 'nameMissing':
      return 'Rett navnet i journalsystemet, eller skriv det inn i filen.'
    case 'cellTooLong':
    case 'repeatedHeader':
    case 'footer':
    case 'zoneHeading':
    case 'notAPerson':
    case 'resourceNotUsed':
    case 'resourceBroken':
    case 'resourceWithoutPatient':
      return null
  }
}

function warning(problem: ImportWarning): string {
  switch (problem.kind) {
    case 'personalNumber':
      return `«${problem.value}» er ikke et gyldig fødselsnummer. Det er tatt med som det står.`
    case 'leadingZero':
      return 'Fødselsnummeret manglet nullen foran. Den er satt inn.'
    case 'shortenedNumber':
      return `Regnearket har forkortet fødselsnummeret til «${problem.value}». Gjør kolonnen til tekst før du lagrer, og hent ut på nytt.`
    case 'birthDate':
      return `Fødselsdatoen «${problem.value}» lar seg ikke lese og er ikke tatt med.`
    case 'unknownService':
      return `Tjenesten «${problem.code}» står ikke i kommunens tjenestetabell. Den er tatt med.`
    case 'unknownDevice':
      return `Hjelpemiddelet «${problem.listedAs}» står ikke i kommunens tabell. Det er tatt med og regnes som P1.`
    case 'unclearValue':
      return unclearValue(problem)
    case 'unclearTime':
      return `«${problem.value}» under «${problem.heading}» er ikke lest som klokkeslett. Hele teksten står som merknad. Se over tidene.`
    case 'differentName':
      return problem.isReplaced === true
        ? `«${problem.name}» er slått sammen med linje ${problem.firstLine} i journalsystemet, og er ingen egen bruker.`
        : `Samme nummer som linje ${problem.firstLine}, men navnet er «${problem.name}».`
    case 'weakIdentity':
      return 'Verken gyldig nummer, EPJ-id eller fødselsdato: brukeren gjenkjennes bare på navn og adresse.'
    case 'sharedEhrId':
      return `EPJ-id «${problem.ehrId}» står også på linje ${problem.firstLine}, hos en annen person.`
    case 'sharedNumber':
      return `Fødselsnummeret står også på linje ${problem.firstLine}, hos en annen person. De er lest som to.`
    case 'unusableId':
      return problem.reason === 'shortened'
        ? `Regnearket har forkortet EPJ-id til «${problem.ehrId}» (${problem.count} linjer). Den brukes ikke. Gjør kolonnen til tekst før du lagrer, og hent ut på nytt.`
        : `EPJ-id «${problem.ehrId}» (${problem.count} linjer) er ingens nummer og brukes ikke.`
    case 'idOfMany':
      return `${changedFieldText[problem.field]} «${problem.value}» står hos ${problem.count} forskjellige personer og brukes ikke til å kjenne dem igjen.`
    case 'sameNameOnly':
      return `Samme navn${problem.hasSameBirth === true ? ' og fødselsdato' : ''} som linje ${problem.firstLine}, og ingenting annet sier om det er samme bruker. De er lest som to.`
    case 'severalZones':
      return `Linje ${problem.firstLine} har en annen sone enn «${problem.zone}». Den første gjelder.`
    case 'otherAddress':
      return problem.fields === undefined
        ? `Samme navn og fødselsdato som linje ${problem.firstLine}, men en annen adresse. Er det to brukere, må listen ha nummer som skiller dem.`
        : `Samme bruker som linje ${problem.firstLine}, men med noe annet under ${problem.fields.map((field) => changedFieldText[field]).join(', ')}. Linje ${problem.firstLine} gjelder.`
    case 'inactive':
      return `Status er «${problem.status}». Brukeren er tatt med. Ta linjen ut av listen om den ikke skal være med.`
    case 'unusedColumn':
      return problem.isRepeated === true
        ? `Kolonnen «${problem.heading}» står flere ganger. Den første gjelder, den andre brukes ikke.`
        : `Kolonnen «${problem.heading}» er ukjent og brukes ikke.`
    case 'repairedLetters':
      return `${problem.count} tegn var skrevet i et annet tegnsett enn resten av filen. Se over navnene.`
    case 'lostLetters':
      return `${problem.count} tegn var gått tapt før filen kom hit (�). Hent listen ut på nytt som «CSV UTF-8».`
    case 'formulaLike':
      return `«${problem.heading}» begynner som en formel. Det er tatt med som tekst.`
    case 'keptUnreadable':
      return 'Linjen kunne ikke leses, men brukeren er kjent fra før og blir stående som før.'
    case 'ragged':
      return 'Mange linjer er kortere enn overskriften. Det som mangler bakerst, er lest som tomt.'
  }
}

function refusal(reason: ImportRefusal): string {
  switch (reason.kind) {
    case 'emptyFile':
      return 'Filen er tom. Hent ut listen på nytt.'
    case 'fileMissing':
      return 'Finner ikke filen. Se over navn og mappe.'
    case 'fileUnreadable':
      return 'Har ikke lov til å lese filen. Gi brukeren som kjører Beredt lesetilgang.'
    case 'notAFile':
      return 'Dette er ingen fil, men en mappe. Skriv navnet på filen.'
    case 'excelFile':
      return 'Dette er et regneark. Åpne det, lagre det som «CSV UTF-8», og prøv igjen.'
    case 'pdfFile':
      return 'Dette er en PDF. Hent ut listen som CSV eller FHIR.'
    case 'zipFile':
      return 'Dette er en zip-fil. Pakk den ut først.'
    case 'binaryFile':
      return 'Filen er ikke tekst. Hent ut listen som CSV eller FHIR.'
    case 'documentFile':
      return 'Dette er et tekstdokument, ingen liste. Hent ut listen som CSV eller FHIR.'
    case 'markupFile':
      return reason.isFhir === true
        ? 'Dette er FHIR som XML. Beredt leser FHIR R4 som JSON. Hent ut listen på nytt som JSON.'
        : 'Dette er en nettside eller XML, slik noen systemer lagrer som .xls. Åpne den i et regneark, lagre som «CSV UTF-8», og prøv igjen.'
    case 'otherEncoding':
      return 'Filen er lagret i et tegnsett som Beredt ikke leser, så æ, ø og å ville blitt feil. Lagre den som «CSV UTF-8», og prøv igjen.'
    case 'fileTooLarge':
      return `Filen er større enn ${reason.maxMegabytes} MB. Hent ut listen sone for sone.`
    case 'tooManyRows':
      return `Filen har flere enn ${reason.max} linjer. Hent ut listen sone for sone.`
    case 'tooManyColumns':
      return `Filen har flere enn ${reason.max} kolonner, eller svært mange tomme felt. Hent ut listen på nytt med bare de kolonnene som trengs.`
    case 'tooManyValues':
      return 'Filen inneholder for mange opplysninger til å leses på én gang. Hent ut listen sone for sone.'
    case 'nestedTooDeep':
      return 'Filen har lister inni lister i så mange lag at den ikke kan være en brukerliste. Hent ut listen på nytt som CSV eller FHIR R4.'
    case 'noTable':
      return `Fant ingen overskriftslinje med navn og minst én kjent kolonne til.${reason.headings === undefined ? '' : ` Fant bare: ${reason.headings.join(', ')}.`} Se over filen, eller lag en kolonnetabell for kilden.`
    case 'noPeople':
      return noPeople[reason.because ?? 'none']
    case 'brokenJson':
      return brokenJson(reason)
    case 'unknownMapping':
      return `Kommunen har ingen kolonnetabell som heter «${reason.name}».`
    case 'unknownSection':
      return `Kommunen har ingen seksjon som heter «${reason.section}».`
    case 'foreignZones':
      return `Disse sonene hører til en annen seksjon: ${reason.zones.map(zoneText).join(', ')}. Velg riktig seksjon, eller ta dem ut av listen.`
    case 'newZones':
      return `Nye soner: ${reason.zones.map(zoneText).join(', ')}. Godta dem, eller rett listen.`
    case 'shrink':
      return `Listen ville fjerne mer enn en femdel av brukerne: ${reason.zones
        .map(({ zone, gone, before }) => `${zoneText(zone)} ${gone} av ${before}`)
        .join(', ')}. Er det hele listen?`
    case 'unknownColumns':
      return `Ukjente kolonner ser ut til å ha helseopplysninger: ${reason.headings.map((heading) => `«${heading}»`).join(', ')}. Svar på hva de er under «Ukens lister».`
    case 'changedMeanwhile':
      return 'Listen er endret imens. Se over på nytt.'
    case 'olderServer':
      return `${documentCount(reason.documents)} er skrevet av en nyere utgave av Beredt enn serveren kjører nå. Ingenting er tatt inn. Be den som drifter Beredt om å oppdatere serveren, og prøv igjen.`
    case 'nothingToRestore':
      return 'Det er ingen tidligere liste å hente tilbake.'
    case 'newerImport':
      return 'Det er tatt inn en nyere liste etter denne, så forrige uke hentes ikke tilbake. Se over listene. Er de feil, ta inn riktig fil på nytt.'
  }
}

function unclearValue({
  heading,
  value,
  because,
  isPhone,
  firstLine,
}: Extract<ImportWarning, { kind: 'unclearValue' }>): string {
  const place = `«${value}» under «${heading}»`
  if (because === undefined)
    return `${place} er ${isPhone === true ? 'ikke et telefonnummer' : 'ikke forstått'}, og er ikke tatt med.`
  return `${place} ${doubts[because]}${because === 'continued' ? ` Det er lest som en fortsettelse av linje ${firstLine ?? ''}.` : ''}`
}

const doubts = {
  spreadsheetError: 'er en feil i regnearket og er ikke tatt med. Rett den, og hent ut på nytt.',
  personalNumber: 'er et fødselsnummer på feil sted og vises ikke. Rett det i journalsystemet.',
  lostLetter: 'ser ut til å mangle en bokstav («?»). Hent listen ut på nytt som «CSV UTF-8».',
  notCurrent: 'gjelder ikke nå og er ikke tatt med. Se over om det stemmer.',
  onHold: 'er satt på pause i journalsystemet. Det er tatt med som pauset.',
  protected: 'er uklart. Adressen er behandlet som skjermet til noen sier noe annet.',
  continued: 'står på en linje uten navn.',
  maybeCut:
    'er det siste i filen og ser avkuttet ut. Hent listen ut på nytt, eller se over hva som skulle stått.',
  nameOrder:
    'kan ha etternavnet først. Det er lest med fornavnet først. Svar på spørsmålet om kolonnen under «Ukens lister».',
} satisfies Record<ValueDoubt, string>

const noPeople = {
  none: 'Ingen brukere kunne leses fra filen.',
  notFhir: 'Filen er JSON, men ikke FHIR. Hent ut listen som CSV eller FHIR R4.',
  errorAnswer:
    'Filen er en feilmelding fra journalsystemet (OperationOutcome), ikke en liste. Hent den ut på nytt.',
} as const

function brokenJson({
  because,
  found = '',
}: Extract<ImportRefusal, { kind: 'brokenJson' }>): string {
  switch (because) {
    case undefined:
      return 'Filen begynner som JSON, men lar seg ikke lese. Den er trolig kuttet. Hent den ut på nytt.'
    case 'otherVersion':
      return `Filen er FHIR ${found}. Beredt leser FHIR R4. Hent ut listen på nytt som R4.`
    case 'partOfList':
      return `Filen er bare en del av listen: ${found}. Resten står på flere sider. Hent ut alle sidene i én fil.`
    case 'history':
      return 'Filen er en endringshistorikk, ikke en liste over hvem som er brukere nå. Hent ut en liste.'
    case 'repeatedKey':
      return `Filen har «${found}» flere ganger på samme sted, så noen av brukerne ville gått tapt. Hent den ut på nytt.`
  }
}

export const importReport = {
  unreadable,
  unreadableHint,
  warning,
  refusal,
  otherPhone: (phone: string) => `Annen telefon: ${phone}`,
  /** A medicine that the record system has paused. */
  onHold: 'Satt på pause i journalsystemet',
  /** A text that no field could take, with its heading. */
  asWritten: (heading: string, text: string) => `${heading}: ${text}`,
} as const
