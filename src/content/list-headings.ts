import type { ReadColumn } from '#domain/roster/list-column.ts'

/** The column headings of Norwegian record systems, separated by `|` and compared in folded form. */
export const listHeadings = {
  personalNumber:
    'fnr|f.nr|fødselsnr|fødselsnummer|fødselsnummer/d-nummer|fnr/dnr|fødselsnr (11 siffer)|personnr|personnummer|pnr|pers.nr|d-nummer|dnr|entitetsidentifikator|nin|id-nummer|personid|fødselsnummer (11 siffer)|fødsels- og personnummer|personal number|national id|national id number|norwegian national id',
  ehrId:
    'løpenr|løpenummer|brukernr|brukernummer|journalnr|journalnummer|EPJ-id|EPJ id|EPJ-nr|EPJ nummer|klientnr|pasientnr|pasientid|brukerid|tjenestemottakernr|id|cosdoc id|profil id|gerica id|lnr|patient id|patient no|patient number|client id|brukar-id|brukarnr|journal id|epj',
  name: 'navn|brukernavn|bruker|pasient|pasientnavn|tjenestemottaker|fullt navn|brukers navn|fornavn etternavn|fornavn og etternavn|navn på bruker|mottaker|namn|brukarnamn|brukar|fullt namn|namn på brukar|tenestemottakar|name|patient|patient name|full name|client|client name',
  nameFamilyFirst:
    'etternavn, fornavn|etternavn fornavn|etternavn og fornavn|etternavn/fornavn|navn (etternavn, fornavn)|etternavn, fornavn mellomnavn|etternamn, fornamn|etternamn fornamn|etternamn og fornamn|last name, first name|surname, first name',
  familyName:
    'etternavn|slektsnavn|enavn|etternamn|slektsnamn|last name|lastname|surname|family name',
  givenName:
    'fornavn|fornavn og mellomnavn|fornavn (mellomnavn)|fnavn|fornamn|fornamn og mellomnamn|førenamn|first name|firstname|given name|given names',
  middleName: 'mellomnavn|mellomnamn|middle name',
  bornOn:
    'født|fødselsdato|f.dato|fdato|født dato|fødd|fødselsdag|fødselsdato (dd.mm.åååå)|fødselsår og dato|fødd dato|fødedato|fødselsdag (dd.mm.åååå)|birth date|birthdate|date of birth|dob|born',
  street:
    'adresse|gateadresse|gate|bosted|bostedsadresse|besøksadresse|veiadresse|folkeregisteradresse|adr|adresselinje|adresselinje 1|gatenavn|hjemmeadresse|oppholdsadresse|bustad|bustadadresse|gatenamn|vegadresse|heimeadresse|address|street|street address|home address|address line 1',
  addressDetail:
    'etasje|oppgang|leilighet|leil.nr|bolignr|rom|romnr|adresselinje 2|c/o|inngang|etg|etasje/leilighet|husvære|leilegheit|apartment|floor|address line 2',
  postalCode: 'postnr|postnummer|p.nr|postkode|zip|zip code|postal code|postcode',
  city: 'poststed|sted|postadresse sted|poststad|stad|city|town',
  postalPlace:
    'postnr/poststed|postnr og poststed|postnr poststed|postnr./sted|postadresse|postnr/poststad|postnr og poststad|postnr/sted|postnr/stad',
  addressProtection:
    'adressesperre|graderingsnivå|gradering|adressegradering|adressebeskyttelse|adressebeskytta|beskyttet adresse|skjermet|skjermet adresse|skjult adresse|hemmelig adresse|sperret adresse|kode 6/7|kode 6 / 7|kode 6|kode 7|fortrolig|fortrolig adresse|h|adressevern|skjerma|skjerma adresse|sperra adresse|hemmeleg adresse|skjult adr|protected address|confidential address',
  phone:
    'tlf|tlf.nr|tlfnr|telefon|telefonnr|telefonnummer|mobil|mobilnr|mobiltelefon|mobilnummer|tlf privat|tlf mobil|telefon mobil|telefon privat|tlf bruker|brukers telefon|brukers tlf|fasttelefon|tlf 1|tlf heime|telefon heime|mobiltlf|mobil tlf|telefonnr privat|phone|phone number|telephone|mobile|mobile phone|cell phone',
  zone: 'sone|distrikt|rode|rute|avdeling|team|sone/distrikt|område|gruppe|enhet|arbeidslag|sonenavn|sona|zone|district|avdeling/sone|rute/sone|team/sone|sone / rode',
  services:
    'tjeneste|tjenester|tjenestekode|tjenestekoder|vedtak|vedtakskode|tjenestetype|tjeneste(r)|aktive tjenester|innvilgede tjenester|tjenester (koder)|koder|kode|teneste|tenester|tenestekode|tenestekodar|vedtakstype|vedtakstyper|tenestetype|tildelte tjenester|service|services',
  status: 'status|brukerstatus|status bruker|s|tjenestestatus|tenestestatus|patient status',
  kin: 'nærmeste pårørende|pårørende|kontaktperson|kontaktpersoner|navn pårørende|pårørende navn|hovedpårørende|nærmeste pårørende navn|nærmeste pårørende (navn)|pårørende/kontaktperson|navn på pårørende|forbindelser|nestepårørende|pårørende 1|pårørende 2|kontaktperson 1|kontaktperson 2|næraste pårørande|pårørande|pårørande 1|pårørande 2|kontaktpersonar|namn pårørande|pårørande namn|next of kin|emergency contact|contact person',
  kinPhone:
    'tlf pårørende|pårørende tlf|pårørende telefon|telefon pårørende|tlf. nærmeste pårørende|nærmeste pårørende tlf|nærmeste pårørende telefon|tlf kontaktperson|kontaktperson tlf|kontaktperson telefon|pårørendes telefon|pårørendes tlf|mobil pårørende|pårørende mobil|telefon nærmeste pårørende|tlf pårørende 1|tlf pårørende 2|pårørende 1 tlf|pårørende 2 tlf|pårørende tlf.nr|tlf pårørande|pårørande tlf|pårørande telefon|telefon pårørande|mobil pårørande|tlf næraste pårørande|next of kin phone|emergency contact phone|contact phone',
  kinRelation:
    'relasjon|slektskap|relasjon pårørende|pårørende relasjon|forhold|tilknytning|slektskap/relasjon|relation|relationship',
  doctor:
    'fastlege|fastl.|lege|fastlege navn|fastlegens navn|navn fastlege|fastlege namn|fastlegen|gp|doctor|general practitioner',
  doctorOffice:
    'legekontor|legesenter|fastlegekontor|fastlege kontor|legekontor/legesenter|gp office|doctor office',
  doctorPhone:
    'tlf fastlege|fastlege tlf|fastlege telefon|telefon fastlege|tlf lege|lege tlf|legekontor tlf|tlf legekontor|telefon legekontor|gp phone|doctor phone',
  cave: 'cave|allergi|allergier|cave/allergi|overfølsomhet|cave / allergier|allergiar|overfølsemd|cave/allergiar|allergies|allergy',
  criticalCondition:
    'kritisk informasjon|kritisk info|viktig informasjon|viktig|kritisk|nøkkelopplysninger|viktig info|kritiske opplysninger|kritiske opplysningar|critical information',
  infection: 'smitte|smittestatus|smitteinfo|smittefare|infection',
  key: 'nøkkel|nøkkelnr|nøkkelnummer|nøkler|nøkkel nr|nøkkel/e-lås|nøkkel / lås|tilgang|tilgang til bolig|adkomst|nykel|nykelnr|nyklar|key|keys',
  keyBox:
    'nøkkelboks|nøkkelskap|nøkkelboks plassering|nøkkelsafe|nykelboks|nykelskap|key box|keybox',
  electronicLock:
    'e-lås|elås|elektronisk lås|elektronisk dørlås|digital lås|låssystem|lås|elektronisk lås|digitallås|electronic lock',
  door: 'åpner selv|dør|døråpner selv',
  accessCode:
    'nøkkelkode|kode nøkkelboks|nøkkelbokskode|dørkode|kode dør|portkode|kode til dør|låskode|inngangskode|nykelkode|nykelbokskode|alarmkode|pinkode|pin-kode|kode alarm|kode nykelboks|kode til nøkkelboks|door code|access code',
  livesAlone:
    'alene|bor alene|aleneboende|bor aleine|enslig|bur aleine|bur åleine|aleine|åleine|lives alone',
  livesWith:
    'bor med|bor sammen med|husstand|boforhold|alene/bor med|bor alene/med|bur med|bur saman med|hushald|buforhold|lives with|household',
  resuscitation: 'HLR|HLR-status|HLR minus|HLR-|R|hjertelungeredning',
  gender: 'kjønn|kjønn (m/k)|sex|gender',
  mobility: 'mobilitet|forflytning|gangfunksjon|går|rørsle|gåfunksjon|mobility',
  communication:
    'kommunikasjon|språk|tolk|språk/tolk|kommunikasjonsform|syn/hørsel|hørsel|syn|språk / tolk|language|interpreter',
  remark:
    'merknad|merknader|fritekst|kommentar|kommentarer|anmerkning|dyr|obs|info|annet|notat|beskjed|merknadar|fritekst merknad|kommentarar|anna|notater|remarks|remark|comment|comments|notes|note',
  device:
    'hjelpemiddel|hjelpemidler|utstyr|apparat|strømavhengig utstyr|medisinsk utstyr|strømavhengig|tekniske hjelpemidler|BST-utstyr|BHM|velferdsteknologi|hjelpemiddel (strøm)|hjelpemidlar|utstyr som krever strøm|device|devices|equipment',
  batteryTime:
    'batteri|batteritid|batteri (min)|batteritid (min)|batteri min|batteri minutter|batteri (t)|batteri (timer)|batteritid (t)|batteritid (timer)|batteri timer|battery (min)|battery time (min)',
  reserve: 'reserve|reserveløsning|backup',
  reserveTime:
    'reservetid|reservetid (min)|reserve (min)|reservetid (t)|reserve (t)|reservetid (timer)|reserve (timer)',
  toleranceTime:
    'tåletid|tåler uten|tåletid (min)|tåletid uten (min)|tåler uten (min)|tåletid (t)|tåler uten (t)|tåletid (timer)|tåler uten (timer)|tåletid uten',
  alarmOperator:
    'operatør|operatør alarm|alarmoperatør|mobiloperatør|mobilnett|nett alarm|operatør 1|operatør 2|SIM 1|SIM 2|operatør/SIM|operatør/SIM 1|operatør/SIM 2',
  alarmSims: 'SIM|antall SIM|SIM-kort|antall SIM-kort|to SIM|2 SIM',
  doseTimes:
    'dosetider|dispensertider|medisintider|medisintid|doser kl|dispensertid|dosetidspunkt|neste dose|medisindispenser tider|VEM-tider|VEM tider|medisintider kl|dosetidspunkter|dose times',
  supervisionTimes:
    'tilsynstider|tilsyn kl|digitalt tilsyn tider|tidspunkt tilsyn|tilsynstid|digitalt tilsyn kl|VDT-tider|VDT tider',
  diagnoses: 'diagnose|diagnoser|diagnosekode|diagnoser (kort)|diagnosar|diagnosis|diagnoses',
  nutrition: 'ernæring|kost|kosthold|kosthald|nutrition',
  houseNumber:
    'husnr|husnummer|gatenr|gatenummer|hus nr|veinr|vegnr|house number|house no|street number',
  houseLetter: 'bokstav|husbokstav|oppgangsbokstav|litra|house letter',
  serviceEndsOn:
    'sluttdato|til dato|tildato|vedtak til|vedtak slutt|gyldig til|gjelder til|gjeld til|opphørsdato|stoppdato|avsluttet dato|avsluttet|end date|valid to|tjeneste til|slutt',
  pharmacy: 'apotek|pharmacy',
} satisfies Record<ReadColumn, string>
