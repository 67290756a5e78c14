/** What a zone has agreed on, on screen and paper. */
export const zonePlanWords = {
  title: 'Avtalt på forhånd',
  place: 'Møteplass',
  meetings: 'Møter',
  meetingsText: (at: string, interval: string) => `${interval}, som ${at}`,
  fetching: 'Hvem henter hva',
  intervals: {
    60: 'hver time',
    120: 'hver 2. time',
    180: 'hver 3. time',
    240: 'hver 4. time',
  },
} as const
