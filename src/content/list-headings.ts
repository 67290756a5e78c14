import type { ListColumn } from '#domain/roster/list-column.ts'

/** The column headings of Norwegian record systems, separated by `|` and compared in folded form. */
export const listHeadings = {
  personalNumber:
    'fnr|f.nr|fødselsnr|fødselsnummer|fødselsnummer/d-nummer|fnr/dnr|fødselsnr (11 siffer)|personnr|personnummer|pnr|pers.nr|d-nummer|dnr|entitetsidentifikator|nin|id-nummer|personid',
  ehrId:
    'løpenr|løpenummer|brukernr|brukernummer|journalnr|journalnummer|EPJ-id|EPJ id|EPJ-nr|EPJ nummer|klientnr|pasientnr|pasientid|brukerid|tjenestemottakernr|id|cosdoc id|profil id|gerica id|lnr',
  name: 'navn|brukernavn|bruker|pasient|pasientnavn|tjenestemottaker|fullt navn|brukers navn|fornavn etternavn|fornavn og etternavn|navn på bruker|mottaker',
  nameFamilyFirst:
    'etternavn, fornavn|etternavn fornavn|etternavn og fornavn|etternavn/fornavn|navn (etternavn, fornavn)|etternavn, fornavn mellomnavn',
  familyName: 'etternavn|slektsnavn|enavn',
  givenName: 'fornavn|fornavn og mellomnavn|fornavn (mellomnavn)|fnavn',
  middleName: 'mellomnavn',
  bornOn: 'født|fødselsdato|f.dato|fdato|født dato|fødd|fødselsdag|fødselsdato (dd.mm.åååå)',
  street:
    'adresse|gateadresse|gate|bosted|bostedsadresse|besøksadresse|veiadresse|folkeregisteradresse|adr|adresselinje|adresselinje 1|gatenavn|hjemmeadresse|oppholdsadresse',
  addressDetail: 'etasje|oppgang|leilighet|leil.nr|bolignr|rom|romnr|adresselinje 2|c/o|inngang',
  postalCode: 'postnr|postnummer|p.nr',
  city: 'poststed|sted|postadresse sted',
  postalPlace: 'postnr/poststed|postnr og poststed|postnr poststed|postnr./sted|postadresse',
  addressProtection:
    'adressesperre|graderingsnivå|gradering|adressegradering|adressebeskyttelse|adressebeskytta|beskyttet adresse|skjermet|skjermet adresse|skjult adresse|hemmelig adresse|sperret adresse|kode 6/7|kode 6 / 7|kode 6|kode 7|fortrolig|fortrolig adresse|h',
  phone:
    'tlf|tlf.nr|tlfnr|telefon|telefonnr|telefonnummer|mobil|mobilnr|mobiltelefon|mobilnummer|tlf privat|tlf mobil|telefon mobil|telefon privat|tlf bruker|brukers telefon|brukers tlf|fasttelefon|tlf 1',
  zone: 'sone|distrikt|rode|rute|avdeling|team|sone/distrikt|område|gruppe|enhet|arbeidslag|sonenavn',
  services:
    'tjeneste|tjenester|tjenestekode|tjenestekoder|vedtak|vedtakskode|tjenestetype|tjeneste(r)|aktive tjenester|innvilgede tjenester|tjenester (koder)|koder|kode',
  status: 'status|brukerstatus|status bruker|s',
  kin: 'nærmeste pårørende|pårørende|kontaktperson|kontaktpersoner|navn pårørende|pårørende navn|hovedpårørende|nærmeste pårørende navn|nærmeste pårørende (navn)|pårørende/kontaktperson|navn på pårørende|forbindelser|nestepårørende|pårørende 1|pårørende 2|kontaktperson 1|kontaktperson 2',
  kinPhone:
    'tlf pårørende|pårørende tlf|pårørende telefon|telefon pårørende|tlf. nærmeste pårørende|nærmeste pårørende tlf|nærmeste pårørende telefon|tlf kontaktperson|kontaktperson tlf|kontaktperson telefon|pårørendes telefon|pårørendes tlf|mobil pårørende|pårørende mobil|telefon nærmeste pårørende|tlf pårørende 1|tlf pårørende 2|pårørende 1 tlf|pårørende 2 tlf|pårørende tlf.nr',
  kinRelation: 'relasjon|slektskap|relasjon pårørende|pårørende relasjon|forhold|tilknytning',
  doctor: 'fastlege|fastl.|lege|fastlege navn|fastlegens navn|navn fastlege',
  doctorOffice: 'legekontor|legesenter|fastlegekontor|fastlege kontor',
  doctorPhone:
    'tlf fastlege|fastlege tlf|fastlege telefon|telefon fastlege|tlf lege|lege tlf|legekontor tlf|tlf legekontor',
  cave: 'cave|allergi|allergier|cave/allergi|overfølsomhet|cave / allergier',
  criticalCondition:
    'kritisk informasjon|kritisk info|viktig informasjon|viktig|kritisk|nøkkelopplysninger',
  infection: 'smitte|smittestatus|smitteinfo',
  key: 'nøkkel|nøkkelnr|nøkkelnummer|nøkler|nøkkel nr|nøkkel/e-lås|nøkkel / lås|tilgang|tilgang til bolig|adkomst',
  keyBox: 'nøkkelboks|nøkkelskap|nøkkelboks plassering|nøkkelsafe',
  electronicLock: 'e-lås|elås|elektronisk lås|elektronisk dørlås|digital lås|låssystem|lås',
  door: 'åpner selv|dør|døråpner selv',
  accessCode:
    'nøkkelkode|kode nøkkelboks|nøkkelbokskode|dørkode|kode dør|portkode|kode til dør|låskode|inngangskode',
  livesAlone: 'alene|bor alene|aleneboende|bor aleine|enslig',
  livesWith: 'bor med|bor sammen med|husstand|boforhold|alene/bor med|bor alene/med',
  resuscitation: 'HLR|HLR-status|HLR minus|HLR-|R|hjertelungeredning',
  gender: 'kjønn|kjønn (m/k)|sex',
  mobility: 'mobilitet|forflytning|gangfunksjon|går',
  communication: 'kommunikasjon|språk|tolk|språk/tolk|kommunikasjonsform|syn/hørsel|hørsel|syn',
  remark:
    'merknad|merknader|fritekst|kommentar|kommentarer|anmerkning|dyr|obs|info|annet|notat|beskjed',
  device:
    'hjelpemiddel|hjelpemidler|utstyr|apparat|strømavhengig utstyr|medisinsk utstyr|strømavhengig|tekniske hjelpemidler|BST-utstyr|BHM|velferdsteknologi',
  batteryTime:
    'batteri|batteritid|batteri (min)|batteritid (min)|batteri min|batteri minutter|batteri (t)|batteri (timer)|batteritid (t)|batteritid (timer)|batteri timer',
  reserve: 'reserve|reserveløsning|backup',
  reserveTime:
    'reservetid|reservetid (min)|reserve (min)|reservetid (t)|reserve (t)|reservetid (timer)|reserve (timer)',
  toleranceTime:
    'tåletid|tåler uten|tåletid (min)|tåletid uten (min)|tåler uten (min)|tåletid (t)|tåler uten (t)|tåletid (timer)|tåler uten (timer)|tåletid uten',
  alarmOperator:
    'operatør|operatør alarm|alarmoperatør|mobiloperatør|mobilnett|nett alarm|operatør 1|operatør 2|SIM 1|SIM 2|operatør/SIM|operatør/SIM 1|operatør/SIM 2',
  alarmSims: 'SIM|antall SIM|SIM-kort|antall SIM-kort|to SIM|2 SIM',
  doseTimes:
    'dosetider|dispensertider|medisintider|medisintid|doser kl|dispensertid|dosetidspunkt|neste dose|medisindispenser tider|VEM-tider|VEM tider',
  supervisionTimes:
    'tilsynstider|tilsyn kl|digitalt tilsyn tider|tidspunkt tilsyn|tilsynstid|digitalt tilsyn kl|VDT-tider|VDT tider',
  diagnoses: 'diagnose|diagnoser|diagnosekode|diagnoser (kort)',
  nutrition: 'ernæring|kost|kosthold',
  pharmacy: 'apotek',
} satisfies Record<ListColumn, string>
