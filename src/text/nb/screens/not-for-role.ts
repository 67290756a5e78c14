/** What a screen says to an employee whose role does not have it. */
export const notForRole = {
  classes: {
    critical: {
      screen: 'Lister',
      title: 'Du har ingen brukeropplysninger',
      text: 'Slik skal det være: administrator styrer tilganger, og har verken lister, hovedkort eller notater. Trenger noen en opplysning, har ansvarsvakta i sonen den.',
    },
    worklists: {
      screen: 'Vakter',
      title: 'Arbeidslistene er hos sonene',
      text: 'Ansvarsvakta i sonen har dem på telefonen.',
    },
  },
  duties: {
    writeNotes: {
      screen: 'Skriv',
      title: 'Du skriver ikke om brukere',
      text: 'Det gjør de som har brukerne på listene sine. Utkast du har fra før, mister du ikke.',
    },
    registerPatients: {
      screen: 'Ny bruker',
      title: 'Nye brukere registreres av ansatte i sonene',
      text: 'Ring ansvarsvakta i sonen, så registrerer hun brukeren.',
    },
    countersignNotes: {
      screen: 'Dobbeltkontroll',
      title: 'Du dobbeltkontrollerer ikke notater',
      text: 'Det gjør en kollega i sonen, på sin egen telefon eller på denne.',
    },
    startIncidents: {
      screen: 'Hva virker ikke?',
      title: 'Hendelser meldes av ansatt på rute, ansvarsvakt, seksjonsleder og HDU-vakt',
      text: 'Er noe nede: ring ansvarsvakta eller HDU-vakta, så melder de det. Tiltakskortene har du under Kort.',
    },
    confirmIncidents: {
      screen: 'Bekreft',
      title: 'Hendelser bekreftes av ansvarsvakt, seksjonsleder eller HDU-vakt',
      text: 'Ring en av dem. Hendelsen virker for fullt i sonen så lenge.',
    },
    closeIncidents: {
      screen: 'Over',
      title: 'Hendelser avsluttes av seksjonsleder',
      text: 'Ring seksjonsleder når det er over.',
    },
    recordPeople: {
      screen: 'Brukere under hendelsen',
      title: 'Hvem som er nådd, føres i sonene',
      text: 'Ansvarsvakta i sonen har listene og fører dem.',
    },
    readReceived: {
      screen: 'Mottatt',
      title: 'Mottatt er for ansvarsvakt og seksjonsleder',
      text: 'De ser til at det som er skrevet på telefonene, kommer inn i EPJ.',
    },
    decideHeldEntries: {
      screen: 'Til avklaring',
      title: 'Notater som venter, avklares av seksjonsleder',
      text: 'Seksjonsleder ser hvorfor de venter, og tar dem inn i journalen eller avviser dem.',
    },
    joinPatients: {
      screen: 'Nye brukere',
      title: 'Nye brukere slås sammen med lista av seksjonsleder',
      text: 'Ring seksjonsleder. Brukeren står på listene så lenge, merket midlertidig.',
    },
    decideAmendments: {
      screen: 'Endringer som ikke stemmer med lista',
      title: 'Dette avgjøres av seksjonsleder',
      text: 'Endringen står på kortet til den er avgjort. Vet du hva som er riktig, si fra til seksjonsleder.',
    },
    approveDevices: {
      screen: 'Telefoner som venter',
      title: 'Nye telefoner godkjennes av seksjonsleder',
      text: 'En seksjonsleder i sonen din ser telefonen som venter, og godkjenner eller avviser den.',
    },
    keepContacts: {
      screen: 'Viktige numre',
      title: 'Numrene endres av seksjonsleder',
      text: 'Er et nummer feil, si fra til seksjonsleder. Du har alle numrene under Mer.',
    },
    assessForms: {
      screen: 'Skjema som må vurderes',
      title: 'Skjema tas i bruk av seksjonsleder',
      text: 'Seksjonsleder tar skjemaet i bruk når kommunen har vurdert det.',
    },
    keepForms: {
      screen: 'Kommunens skjema',
      title: 'Skjema lages av seksjonsleder',
      text: 'Mangler noe i et skjema, si fra til seksjonsleder. Du skriver i det som er i bruk, under Skriv.',
    },
    printBinder: {
      screen: 'Beredskapsperm',
      title: 'Permen skrives ut av ansvarsvakt eller seksjonsleder',
      text: 'De har hele permens innhold, og fører hvilke eksemplarer som finnes.',
    },
    importLists: {
      screen: 'Ukens lister',
      title: 'Ukens lister tas inn av seksjonsleder',
      text: 'Seksjonsleder har alle sonene i seksjonen, og ser hva som blir endret før det skjer.',
    },
    readServerCode: {
      screen: 'Kode for nye telefoner',
      title: 'Koden gis av seksjonsleder eller administrator',
      text: 'Be en av dem om koden når du klargjør en ny telefon.',
    },
    readAlarms: {
      screen: 'Varsler',
      title: 'Varsler er for administrator',
      text: 'De handler om serveren og telefonene, ikke om brukerne.',
    },
    readSecurityEvents: {
      screen: 'Sikkerhetshendelser',
      title: 'Sikkerhetshendelser er for administrator',
      text: 'De handler om innlogginger og tilganger, ikke om brukerne.',
    },
    keepAccounts: {
      screen: 'Ansatte',
      title: 'Tilganger gis av seksjonsleder og administrator',
      text: 'Trenger du andre soner, eller har du glemt passordet: snakk med lederen din.',
    },
    keepSections: {
      screen: 'Seksjoner og soner',
      title: 'Seksjoner og soner er hos administrator',
      text: 'Skal en sone ha et annet navn, si fra til administrator.',
    },
    changeSettings: {
      screen: 'For hele kommunen',
      title: 'Innstillinger for kommunen er hos administrator',
      text: 'Be administrator om å endre dem.',
    },
    readRoleTable: {
      screen: 'Tilganger',
      title: 'Tilganger er for administrator',
      text: 'Spør administrator i kommunen din hva rollen din ser og gjør.',
    },
  },
  toRoles: 'Se hva hver rolle har',
} as const
