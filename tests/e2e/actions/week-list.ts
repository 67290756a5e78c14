/** A list as an EHR on Windows writes it: title lines, semicolons, Windows-1252, a torn last line. */
export const weekList = {
  name: 'brukerliste_uke48.csv',
  /** Persons that can be read. */
  people: 12,
  /** The person the tests write about. */
  patient: 'Gravdal, Åshild Kjærstad',
  search: 'gravdal',
  street: 'Skjærgårdsveien 88 C',
  bytes(): Buffer {
    return Buffer.from(lines.join('\r\n'), 'latin1')
  },
}

const header =
  'Løpenr;Navn;Født;Adresse;Postnr;Poststed;Telefon;Sone;Tjenester;Nærmeste pårørende;Tlf pårørende;Fastlege;CAVE;Bor alene'

const lines = [
  'Brukerliste hjemmetjenesten',
  'Uttrekk mandag 23.11.2026 06:12',
  '',
  header,
  '70101;Gravdal, Åshild Kjærstad;14.03.1941;Skjærgårdsveien 88 C;3230;Sandefjord;900 00 701;nord-2;BST, TRY;Øyvind Gravdal;900 00 702;Liv Sæther;penicillin;ja',
  ...Array.from({ length: 11 }, (_, index) => {
    const number = index + 10
    return `702${number};Prøvestad${'abcdefghijk'.charAt(index)}, Bjørg;0${1 + (index % 9)}.05.19${30 + index};Lågenveien ${number};3230;Sandefjord;900 00 7${number};nord-2;${index % 2 === 0 ? 'TRY' : 'VEM/VDT'};Pål Vik;900 00 8${number};Liv Sæther;;nei`
  }),
  '70399;Avbrutt, Lin',
]
