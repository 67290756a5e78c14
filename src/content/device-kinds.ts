import type { DeviceKind } from '#domain/device-kind.ts'

/**
 * Power-dependent aids of home care. Priorities are proposals until a professional of the
 * municipality has confirmed them; where it depends (flow, hours a day, tracheostomy) the cautious
 * one stands here and the patient's own recorded facts decide.
 */
export const deviceKinds: readonly DeviceKind[] = [
  {
    title: 'Respirator, invasiv',
    defaultPriority: 'P1',
    priorityWithReserve: null,
    atLoss:
      'Livstruende når batteriet er tomt. Bag, reservemaskin og opplært hjelper må være til stede.',
  },
  {
    title: 'Respirator, non-invasiv (BiPAP)',
    defaultPriority: 'P1',
    priorityWithReserve: null,
    atLoss: 'Tyngre pust og opphopning av CO₂. Sitt opp. Til sykehus hvis avhengig.',
  },
  {
    title: 'Respirator, non-invasiv (BiPAP), inntil 16 t i døgnet',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Tyngre pust og opphopning av CO₂. Sitt opp.',
  },
  {
    title: 'CPAP',
    defaultPriority: 'P4',
    priorityWithReserve: null,
    atLoss: 'Pusten går gjennom masken. Kort stans er ufarlig, plagene kommer tilbake.',
  },
  {
    title: 'Oksygenkonsentrator, stasjonær',
    defaultPriority: 'P1',
    priorityWithReserve: 'P2',
    atLoss: 'Stopper straks. Bytt til flaske eller bærbar.',
  },
  {
    title: 'Oksygenkonsentrator, stasjonær, 5 l/min eller mer',
    defaultPriority: 'P1',
    priorityWithReserve: null,
    atLoss: 'Stopper straks. Bytt straks til flaske eller bærbar.',
  },
  {
    title: 'Oksygenkonsentrator, bærbar',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Går på batteri. Hold den ladet.',
  },
  {
    title: 'Hostemaskin',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Slim samler seg. Manuell hostestøtte.',
  },
  {
    title: 'Hostemaskin ved trakeostomi',
    defaultPriority: 'P1',
    priorityWithReserve: null,
    atLoss: 'Slim samler seg. Manuell hostestøtte.',
  },
  {
    title: 'Sug ved trakeostomi',
    defaultPriority: 'P1',
    priorityWithReserve: null,
    atLoss: 'Luftveien kan tettes. Hånd- eller fotsug.',
  },
  {
    title: 'Sug',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Luftveien kan tettes. Hånd- eller fotsug.',
  },
  {
    title: 'Ernæringspumpe',
    defaultPriority: 'P3',
    priorityWithReserve: null,
    atLoss: 'Bolus med sprøyte etter plan. Fare for lavt blodsukker ved insulin.',
  },
  {
    title: 'Infusjons- eller smertepumpe',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Smertekrise eller abstinens. Ring palliativt team.',
  },
  {
    title: 'Parenteral ernæring',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Skyll og steng kateteret. Følg blodsukker.',
  },
  {
    title: 'Hemodialyse hjemme',
    defaultPriority: 'P1',
    priorityWithReserve: null,
    atLoss: 'Stopp, gi blodet tilbake for hånd, flytt. Trenger også vann.',
  },
  {
    title: 'Peritonealdialyse (APD)',
    defaultPriority: 'P3',
    priorityWithReserve: null,
    atLoss: 'Gå over til manuelle poser (CAPD).',
  },
  {
    title: 'Insulinpumpe',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Reservepenn, mål blodsukker. Ketoacidose i løpet av timer hvis pumpen stopper.',
  },
  {
    title: 'Kjøleskap med legemidler',
    defaultPriority: 'P3',
    priorityWithReserve: null,
    atLoss: 'Kjølebag. Skriv ned temperaturen.',
  },
  {
    title: 'Pulsoksymeter eller apnéalarm',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Alarmen er borte. Noen må være til stede.',
  },
  {
    title: 'Luftmadrass',
    defaultPriority: 'P3',
    priorityWithReserve: null,
    atLoss: 'Tømmes på minutter til timer. Snu hver 2. time, skummadrass.',
  },
  {
    title: 'Luftmadrass ved sår eller immobilitet',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Tømmes på minutter til timer. Snu hver 2. time, skummadrass.',
  },
  {
    title: 'Elektrisk seng',
    defaultPriority: 'P4',
    priorityWithReserve: null,
    atLoss: 'Fast høyde og vinkel. Sveiv eller nødsenking.',
  },
  {
    title: 'Personløfter',
    defaultPriority: 'P3',
    priorityWithReserve: null,
    atLoss: 'Kan stanse med bruker i seilet. Nødsenking, to personer.',
  },
  {
    title: 'Trappeheis',
    defaultPriority: 'P4',
    priorityWithReserve: null,
    atLoss: 'Kan stå fast. Vansker ved evakuering.',
  },
  {
    title: 'Elektrisk rullestol',
    defaultPriority: 'P4',
    priorityWithReserve: null,
    atLoss: 'Bruker blir isolert.',
  },
  {
    title: 'Døråpner',
    defaultPriority: 'P3',
    priorityWithReserve: null,
    atLoss: 'Bruker kan bli låst inne eller ute.',
  },
  {
    title: 'Kommunikasjonshjelpemiddel',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Bruker kan ikke tilkalle hjelp.',
  },
  {
    title: 'Oppvarming med strøm',
    defaultPriority: 'P2',
    priorityWithReserve: null,
    atLoss: 'Nedkjøling om vinteren. Tepper, ett rom, vurder flytting.',
  },
  {
    title: 'Trygghetsalarm, stasjonær',
    defaultPriority: null,
    priorityWithReserve: null,
    atLoss: 'Alarmen når ikke fram når batteriet er tomt.',
  },
  {
    title: 'Trygghetsalarm, mobil',
    defaultPriority: null,
    priorityWithReserve: null,
    atLoss: 'Død straks mobilnettet faller ut.',
  },
  {
    title: 'Medisindispenser',
    defaultPriority: null,
    priorityWithReserve: null,
    atLoss: 'Varsel om dose som ikke er tatt, kommer ikke fram.',
  },
  {
    title: 'Digitalt tilsyn',
    defaultPriority: null,
    priorityWithReserve: null,
    atLoss: 'Stopper straks. Tilsyn må gjøres ved oppmøte.',
  },
  {
    title: 'Lokaliseringsenhet (GPS)',
    defaultPriority: null,
    priorityWithReserve: null,
    atLoss: 'Bare siste kjente posisjon finnes.',
  },
]
