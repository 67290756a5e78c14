/** TK-06 to TK-14, from the sections 1.8 to 1.14c; see `domain-card.ts`. */
export const devicesAndPlaces = `
TK-06
around | 1.5; 1.7; 1.8; 1.17; 1.18; 1.19; 1.20; bruker ringer; TK-01; TK-02; 18 t; 10 t; 24 t; Pivotell; Careousel;
  4 AA; ett år; SMS; 28 rom; i tide; dokumenteres
0–15 min | V | neste dosetidspunkt; tidskritiske
15–60 min | V A | lød alarmen; ble dosen tatt; siste bekreftede dose; dobbel dose
1–4 t | A | Parkinson; antiepileptika; insulin; antidiabetika; blodfortynnende
1–4 t | A | hjerte; opioid; antibiotikakur; antipsykotika; toleransevindu; lege
1–4 t | A | rull; manuell pakning; pasient, legemiddel, dose, tid og vei; signer
1–4 t | A | pause; nøkkel
4–24 t | V | manuelle medisinrunder; avtale; 116 117; første; ny rull; 14 dager
Normalisering | A V | gitt for hånd; på nytt; klokke; program; neste tid; varsel
Normalisering | A V | avvik; uteblitt eller dobbel dose

TK-07
around | RoomMate; strøm og internett; kontakten er brutt; noen minutter; ikke bilder
0–15 min | V | VDT; VLT; neste planlagte kameratilsyn; ute nå; siste posisjon
0–15 min | V | klokkeslett
15–60 min | V A | fysisk tilsyn; planen; sengealarm; fallrisiko; pårørende
15–60 min | V A | varslene; følge; holdes inne
1–4 t | A | natt; 2.–3. time; kjente steder; 112; avtalt tid; beskrivelse; foto
1–4 t | A | klær; siste posisjon
4–24 t | L | nattevakt; midlertidig plass
Normalisering | V | testvarsel; planlagte tilsyn; pårørende

TK-08
around | Bekey; Bluetooth; Elverum; kommunal telefon; MyLock; 24 t; svenske; kulde; låstype; uten nett;
  fysiske nøkkelen; hvem har; dørkode; heis
0–15 min | A | ved døren; Bluetooth; låsappen; kollegas telefon; bank; ring på
0–15 min | V | låsen, telefonen eller systemet; nøkkelopplysninger
15–60 min | V | nøkkelskap; nøkkelboks; muntlig, aldri i liste; pårørende; nabo
15–60 min | V | vaktmester; virker oftest fortsatt
1–4 t | A V | P1; politi; brann; låsesmed; AMK; nød; ut og inn i logg
4–24 t | L | nøkkelsett; rute; slippe noen inn
Normalisering | H V | tell nøkle; sperr tapt telefon straks; København; minutter
Normalisering | H V | ny kode eller lås; batteri; hvem som brukte reserve

TK-09
around | vannverk; vaktsentral; kommuneoverlege; sykdom; kriseledelse
0–15 min | V | lokalt eller område; helt tørt eller kokepåbud; varsel; logg
15–60 min | V | hjemmedialyse; stomi; kateter; sår; sondeernæring; infeksjon
15–60 min | V | diaré; demens; alene; trykksår; dialyseavdeling; strøm og vann
1–4 t | A | 3 l per person per døgn; vask uten vann; hånddesinfeksjon; flaskevann
1–4 t | A | kokt; medisin; munnstell; sonde; merk kranene
4–24 t | L | vann på rutene; toalettløsning; uten koking; institusjone; ansatte
>24 t | L B | P1 og P2; sted med vann
Normalisering | A | spyl; skriftlig; opphevet; fukter; CPAP; oksygen; filter
Normalisering | A | isbiter; avvik ved sykdom

TK-10
around | rødt farevarsel; leders beslutning; egen sikkerhet først
Før | L | dagen før; 24 t før; listene; kan vente; 1–2 døgn; forsvarlig; lad; kjettinger
Før | L | spade; pannelykt; pårørende; private brøytere; Fredrikstad
0–15 min | V | soner; veier; ikke kan nås; prioriteringslisten
15–60 min | V | liv, helse og medisin først; praktisk bistand; endret besøk; pårørende
15–60 min | V | Kristiansand
1–4 t | V L | til fots; snøscooter; ATV; båt; Røde Kors; Sivilforsvar; taxi
1–4 t | V L | brøytebil; to og to ved fare; ved hvert stopp
4–24 t | L | telefontilsyn; 4. time; P2; sykehjemsplass; overnatting
Normalisering | V | sist; ikke etter rute; dosene

TK-11
around | kontaktopplysning; befolkningsvarsling; Gjerdrum
0–15 min | V | politiet beslutter; gate; sone; bor i området
15–60 min | V | går; rullestol; liggende; to personer; båre; oksygen; dialyse
15–60 min | V | demens; vekt; dyr; hvem er hos; transport etter behov
15–60 min | A | ikke kommer ut selv; hvem som går hvor; døren; tomt
1–4 t | A | legemidler; ark; hjelpemidler; lader; ID; briller; høreapparat
1–4 t | A | tannprotese; hovedkort på papir; nøkkel
1–4 t | L | oppmøtested; evakueringssenter; Røde Kors; ankomst; smitte; demens
4–24 t | L | medisinrunde; apotek; lege; pårørende; hele døgnet
Normalisering | L | bolig; retur; nøkler; hjelpemidler testet; etterregistrering

TK-12
around | telefon; papirliste; perm; 17 brukere; 12 dager; 31 fødselsnumre; 1.2.; 7.2.
0–15 min | A | hva; hvor; når; hvor mange; fødselsnummer; let straks; siste stopp
15–60 min | V L H | sperr eller slett; eksemplarnummer; hvem som kan ha sett
1–24 t | L | Compilo; risikovurdering; personvernombud
72 t | L B | Datatilsynet; ikke er usannsynlig; høy risiko; 34; muntlig; brev; 17
Etterpå | L | nummerert; ut- og innlevering; makulering ved vaktslutt; færrest mulig
Etterpå | L | ingen fødselsnummer

TK-13
around | kort; identitetsleverandør; AD; SMS-koder; én person har glemt koden
0–15 min | V | egen kode; ikke kommer inn; hva de trenger; leder; HDU-vakt; TK-03
15–60 min | H | PC; EPJ; kjernejournal; e-resept; fortsatt virker
15–60 min | L | forleng; snart går ut; leders kode; reservekontoer; HDU
1–4 t | V | sammen med; høyt; aldri bort koden
1–4 t | L | multidoserull; apotek; fastlege; kilde og klokkeslett på hver linje
4–24 t | L | kort og koder; hvem først; P1-ruter; natt; legitimasjon; sted
Normalisering | L H | nødtilgang; loggen; nye koder der noen har delt

TK-14
around | leverandør; responssenter; mange alarmer er stille; svarer ikke; TK-05
0–15 min | V | leder; HDU-vakt; TRY/HST; VEM; VDT; VLT
0–15 min | H | leverandør; hva er nede; hvor lenge; på avveie; TK-12
15–60 min | L | krisenummer; pårørende; uten helseopplysninger
15–60 min | V | ring alle; flere samtidig; ingen to ganger; svarer ikke: besøk
1–4 t | A | hvordan får du hjelp nå; hvem ser til deg; når vi kommer
4–24 t | L | etter prioritet; 08–11; om natten
Normalisering | V | samlet; nyeste først; kvitter; mot listen; ingen slettes usett
Normalisering | V | testalarm for hver bruker; normal drift
`
