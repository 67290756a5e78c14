/** Thirty employees of two sections and five zones, as a leader would send them from a spreadsheet. */
export const thirtyEmployees = {
  name: 'ansatte.csv',
  count: 30,
  bytes(): Buffer {
    return Buffer.from(lines.join('\r\n'), 'latin1')
  },
}

const zones = ['Indre', 'Ytre', 'Øst', 'Vest', 'Sentrum']
const sections = ['Nordre', 'Nordre', 'Nordre', 'Søndre', 'Søndre']

const lines = [
  'Etternavn;Fornavn;Stilling;Rolle;Seksjon;Sone;HPR-nr',
  'Myhre;Solveig;Avdelingsleder;Seksjonsleder;Nordre;alle;',
  'Sæther;Gudrun;Avdelingsleder;Seksjonsleder;Søndre;;',
  'Haugen;Ahmed;Sykepleier;Ansvarsvakt;Nordre;Indre, Ytre og Øst;7654321',
  ...Array.from({ length: 27 }, (_, at) => {
    const place = at % zones.length
    return `Prøvestad${'abcdefghijklmnopqrstuvwxyz'.charAt(at) || 'eng'};Bjørg;Helsefagarbeider;Ansatt på rute;${sections[place]};${zones[place]};`
  }),
]
