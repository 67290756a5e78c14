export const printBinder = {
  title: 'Beredskapsperm',
  meaning:
    'Hele permen for en sone som én PDF. Den er taushetsbelagt: før opp eksemplaret, hent det inn og makuler det når det er byttet ut.',
  zone: 'Sone',
  make: (zone: string) => `Lag permen for ${zone}`,
  making: 'Lager permen',
  page: (done: number, of: number) => `Del ${done} av ${of}`,
  cancel: 'Avbryt',
  cancelled: 'Avbrutt. Ingen perm er laget.',
  ready: (pages: number) => `Permen er klar, ${pages} sider`,
  download: 'Last ned PDF',
  copy: (number: number) => `Eksemplar ${number}`,
  failed: 'Permen lot seg ikke lage',
  failedText: 'Ingenting er skrevet ut. Prøv igjen.',
  offline: 'Permen trenger et eksemplarnummer fra tjeneren. Koble til nett og prøv igjen.',
} as const
