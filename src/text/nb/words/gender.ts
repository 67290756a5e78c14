import type { Gender } from '#domain/patient/gender.ts'

export const genderText = {
  female: 'Kvinne',
  male: 'Mann',
  other: 'Annet',
  unknown: 'Ukjent',
} satisfies Record<Gender, string>
