import { foldText } from '#domain/base/folded-text.ts'
import type { Gender } from '#domain/patient/gender.ts'

const gendersByWord = new Map<string, Gender>([
  ...(['k', 'kv', 'kvinne', 'f', 'female', 'jente', 'dame', 'woman'] as const).map(
    (word) => [word, 'female'] as const,
  ),
  ...(['m', 'mann', 'male', 'gutt', 'herre', 'man'] as const).map(
    (word) => [word, 'male'] as const,
  ),
  ...(['annet', 'annen', 'other', 'x'] as const).map((word) => [word, 'other'] as const),
  ...(['ukjent', 'unknown', 'u', 'uspesifisert'] as const).map(
    (word) => [word, 'unknown'] as const,
  ),
])

/** The gender that a list means by a word; null for a word that nobody knows. */
export function readGender(text: string): Gender | null {
  return gendersByWord.get(foldText(text)) ?? null
}
