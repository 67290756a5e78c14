/** TK-01 to TK-05, from the sections 1.3 to 1.7; see `domain-card.ts`. */
export const outages = `
TK-01
around | brukere; basen; nettselskapet; ikke tilkoblet strøm; farevarsel; vind; snø; flom; TK-02; TK-05; TK-06; TK-08;
  TK-10; 2–4 t; 24–70 t; 18–24 t; 20 000; egenberedskap; egen reserve; register; leder; HDU-vakt; feil; 116 117; 113;
  behandlingshjelpemidler; dagtid; hverdag 15–24; helg 08–24; ikke natt; kriseledelsen; oksygenkonsentrator;
  nattrespirator; luftmadrass; UPS; 1.1.2024; Si når du ringer rundt
0–15 min | A V | klokkeslett; sikringer; naboer; gatelys; SMS; kart
0–15 min | V | BST; P1; P2; 10 min; nærmeste bil
0–15 min | V | leder; HDU-vakt; planlagt eller ikke; hendelseslogg
0–15 min | A | i bilen; strømsparing; lås opp; på telefonen
15–60 min | V | batteriet tomt; flaske; ekstra batteri; bag; aggregat
15–60 min | V | hvem er der; flyttes; tom kl.
15–60 min | V | 60 min; «tom kl.», ikke etter rute
15–60 min | V | TRY/HST; VEM; VDT; VLT; mister varsling; mens det går
15–60 min | V | hvor er telefonen; hvem ser til deg; trenger hjelp; når vi kommer
15–60 min | L | nivå 2 eller 3; møtepunkt og klokkeslett; uten telefon; kall inn
15–60 min | H | IKT; leverandør; reservestrøm; hvor lenge; annet system
1–4 t | A | P1, alene uten kontakt, P2, VEM uten utlevert dose, så de øvrige
1–4 t | A | apparat; batteri; varme i rommet; drikke; mat; medisin; lys
1–4 t | A | nøkkel; lås; pårørende varslet; neste kontakt
1–4 t | V | manuelle doser; VEM; TK-06; kjøling; insulin; uker; frost
1–4 t | V L | 2 t batteri; uten reserve; AMK; legevakt; behandlingshjelpemidler
1–4 t | V L | sykehus; sykehjem med aggregat; før batteriet er tomt
1–4 t | L | reservestrøm; medisinkjøleskap; lading; nett; lys
1–4 t | L | medisinsk utstyr; dokumentasjonssystem; trygghetsalarmer; varme
4–24 t | L B | P1 hver 1–2 t; P2 hver 4 t; P3 hver 12 t; P4 daglig; 4. time
4–24 t | A | 18 °C; tepper; ett rom; 16 °C; nedkjøling; flytt; sykehjem; ved
4–24 t | L | måltider; vann; pumpe; heis; brannvarsling; Sivilforsvar; Røde Kors
>24 t | B | TK-11; drivstoff; turnus; pårørende
Normalisering | V | bekreft strøm; ikke anta; respirator; oksygenkonsentrator; sug
Normalisering | V | fylt; seng; løfter; neste dose; kamera; ruter; kjøleskap
Normalisering | V | testalarm; ikke kom fram; etterregistrer; avvik; normal drift

TK-02
around | dekning; Citrix; Telenor; rådgiver Beredskap; ingen kontakt; internt nett; annet WiFi; delt fra mobil;
  eget SIM; én base; bor spredt; én operatør; 112; 110; 113; SIM-kort; to SIM; mastene; varighet; 60 min; 4 t; én sone;
  prioritetsabonnement; september 2023; Nkom; nødnett; powerbank; papirliste; kan ikke nå kommunen;
  tror at alarmen virker; Teams; hvor gamle
0–15 min | A V | tale; SMS; data; nødnett; tid og område; logg
0–15 min | V | responssenteret nå oss; TRY/HST; uten varsling; fasttelefon
0–15 min | V | testet uten strøm; kobbernettet; IP-telefon; reservetelefon
15–60 min | V | leder; responssenter; felles postkasse; hver hele time; send bil
15–60 min | V | sone; møteplass og klokkeslett; hver 2. time; papirkart; adresse
15–60 min | V | fall, hjerte, pust eller demens; pårørende; nabo; fasttelefon; bjelle
1–4 t | A | TRY/HST; P1; P2; naboer; P3; P4; skriftlig; hvem kommer; når; hvor
1–4 t | L | satellittelefon; nødnett-terminal; hvem kan bruke; NRK P1; oppslag
1–4 t | L | oppmøtesteder; Hystadveien 9; Hjertnespromenaden 21; Bugårdsgata 9B
1–4 t | L | Sandefjordsveien 3; Andebuveien 939; Ole Stavnums vei 12; kontroller årlig
4–24 t | L | ekstra; runder; bud; hver 4. time
4–24 t | V | timeplan; VEM; ikke er tatt; VLT; GPS; pårørende; følge; vandrer
>24 t | B | reservesamband; Sivilforsvar; frivillige; intervall; liv og helse
Normalisering | V | tapte alarmer; anrop; test alle alarmer; TRY/HST; etterregistrer
Normalisering | V | normal drift

TK-03
around | server eller nettverk; alvorlig truet; melding fra IKT; løsepenger; utestengt; 23 20 80 00; 23 31 07 50;
  02497; KommuneCERT; 72 t; 24 t; kommunens AD; slettet; Østre Toten; utenfor kommunens server
0–15 min | A V | IKTs beskjed; ikke slå av; ikke logg på flere; privat utstyr
0–15 min | A V | bilde av skjermen; ring; ikke bruk e-post
0–15 min | V | papir; utenfor kommunens nett; WiFi; mobildata; synke; utboksen
0–15 min | H | beredskapsledelse; NC3; hele døgnet; NCSC; HelseCERT; årlig
15–60 min | V | ukens lister; permen; arbeidslister; legemiddelark
15–60 min | L | alle avdelinger; hvem mangler hva; ingen skal glemmes
15–60 min | B | respons; e-lås; IKOS; Spider; e-post; telefoni; bjeller; tilsyn
1–4 t | V A | prioriteringslisten; dokumenter; fastlege; apotek; legemiddelliste
1–4 t | B | kriseledelse; Datatilsynet; 72 t; politi; NSM; 24 t; § 1; Helsetilsynet
1–4 t | B | DMP; uventet død eller svært alvorlig skade; svikt i utstyr
4–24 t | L | godkjente telefoner; møter på base; papirbud; privat e-post; sky; SMS
4–24 t | L | ren PC; skriver; 4G; logg; papir
1–3 dager | B L | minimumsdrift; nye brukere; utskrivninger; vedtak; lønn; turnus
Uker–måneder | B | 9–10 uker; arkivmappe; hver uke; ny, ute eller død
Normalisering | H | ren enhet; passord; legemidler, CAVE; innskrevet; fasit
Normalisering | H | legemiddelhendelser, alvorlige observasjoner, avvik, rutinebesøk; evaluer

TK-04
around | feilmelding; 15 min; varslet nedetid; TK-03; TK-02; 30 min: vent; 30–120 min; over 2 t: nivå 2;
  over 8 t: nivå 3; e-meldinger; først når EPJ er oppe
Før planlagt | V | 2 t før; siste lister; to vakter; 7 dagene; start og slutt
Før planlagt | V | legemiddelendringer
0–15 min | V | annen PC; annen base; HDU-vakt; noter når; si høyt hvor gamle
15–60 min | V | arbeidslisten; ny; sykehus; endret medisin; død; mottak og endringer
15–60 min | A | dokumenter; papir; klokkeslettet det skjedde; du skriver
1–4 t | V | to personer; rull; eske; apotek; lege; lesekopi; hvem som beslutter
1–4 t | L | 2 t; nivå 2; flertallet av sykehusene; oppetid hver time
4–24 t | V | muntlig; skriftlig; per bruker; legevakt; apotek; fastlege
4–24 t | V | sykehuset; ikke lest; ring ved utskrivning
>24 t | L | for hånd; én person eier; vedtak; ventelister; timer
Normalisering | V | neste vakt; 24 t; legemidler, alvorlige observasjoner, avvik, resten
Normalisering | V | observerte; forfatter; etterregistrert, hendelse kl.
Normalisering | L | uten dokumentasjon; ikke dokumentasjon; ukentlig; skannes; makuleres

TK-05
around | P1 og P2 er nådd innen 60 min; alle innen 4 t; svart eller blitt sett; Tellu; røykvarsle; brannvesen
Én bruker | A | av og på; 30 sek; feillampene; VFT; dagtid; kveld; natt; helg
Én bruker | A | mobil; bjelle; pårørende; ekstra tilsyn med klokkeslett; P1
0–15 min | V | leder; VFT; leverandørens vakt; egen mobil; reservetelefon; TRY/HST
0–15 min | V | 1. Nylig fall, hjerte, pust, epilepsi eller diabetes, og alene
0–15 min | V | 2. Alene med gangproblem; 3. Bor med noen; 4. Øvrige
15–60 min | V | manuelle rutiner; kan nås; P1 og P2; fasttelefon; hver time
15–60 min | V | responssenterets beskjed
15–60 min | L | EPJ-id; distrikt; sted; ekstra; Nordfjord
1–4 t | A | se hver bruker; snakk; status; hjelp nå
1–4 t | V | to personer; rutes; tid; bruker; årsak; tiltak
4–24 t | L | rundetid; prioritet; 08–11; om natten; P1 og P2
Normalisering | V | har kontakt; testalarm; tapte alarmer; stikkprøve; trykknapp
Normalisering | V | uttrykkelig; normal drift
`
