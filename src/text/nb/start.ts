export const start = {
  title: 'Beredt',
  meaning: 'Lister, tiltakskort og skjema for hjemmetjenesten, også uten nett og strøm.',
} as const
