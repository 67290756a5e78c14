import type { AccessOffline } from '#domain/patient/access-offline.ts'
import type { Access } from '#domain/patient/patient.ts'

export const accessKindText = {
  key: 'Nøkkel',
  keyBox: 'Nøkkelboks',
  electronicLock: 'E-lås',
  opensDoor: 'Åpner selv',
} satisfies Record<Access['kind'], string>

/** The way in as it was written down, else its kind; a number alone is the number of a key. */
export function accessText({ kind, description }: Pick<Access, 'kind' | 'description'>): string {
  if (description === '') return accessKindText[kind]
  return /^[\d\s/-]+$/.test(description) ? `${accessKindText[kind]} ${description}` : description
}

export const offlineText = {
  works: 'virker uten nett',
  fails: 'virker ikke uten nett',
  unknown: 'ikke kjent om den virker uten nett',
} satisfies Record<Exclude<AccessOffline, null>, string>

export const hasCodeText = 'kode finnes'
