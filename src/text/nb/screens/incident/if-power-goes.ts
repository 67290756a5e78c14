/** «Hva hvis strømmen går?», before anything has happened. */
export const ifPowerGoes = {
  /** «kl. 16:00», or «i morgen 06:00». */
  title: (at: string) => `Hvis strømmen går ${/^\d\d:\d\d$/.test(at) ? `kl. ${at}` : at}`,
  link: 'Hva hvis strømmen går?',
  nothingBegun: 'Ingenting er meldt, og ingenting blir lagret.',
  at: 'Når?',
  atHelp: 'Som «16:00» eller «i morgen 06:00».',
  show: 'Vis',
  unreadable: 'Skriv tiden som «16:00» eller «i morgen 06:00».',
  past: 'Skriv et tidspunkt som ikke har vært.',
  nobody: 'Ingen på listene trenger strøm for liv og helse',
} as const
