/** What screen and paper call the parts of a tiltakskort. */
export const actionCardWords = {
  triggers: 'Brukes når',
  notWhen: 'Brukes ikke når',
  togetherWith: 'Bruk sammen med',
  decisions: 'Finn ut hva det er',
  notify: 'Varsle',
  figures: 'Tall',
  thresholds: 'Grenser',
  prepared: 'Forberedt',
  traps: 'Feller',
  writtenOn: 'Skriv på',
  notApproved: 'Ikke faglig godkjent',
  approvedBy: (name: string) => `Godkjent av ${name}`,
} as const
