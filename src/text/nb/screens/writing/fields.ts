export const fields = {
  required: 'må fylles ut',
} as const
