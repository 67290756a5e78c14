import type { AccessOffline } from '#domain/patient/access-offline.ts'
import type { Access } from '#domain/patient/patient.ts'

export const accessKindText = {
  key: 'Nøkkel',
  keyBox: 'Nøkkelboks',
  electronicLock: 'E-lås',
  opensDoor: 'Åpner selv',
} satisfies Record<Access['kind'], string>

/** The way in as it was written down, else its kind. */
export function accessText({ kind, description }: Access): string {
  return description === '' ? accessKindText[kind] : description
}

export const offlineText = {
  works: 'virker uten nett',
  fails: 'virker ikke uten nett',
  unknown: 'ikke kjent om den virker uten nett',
} satisfies Record<Exclude<AccessOffline, null>, string>

export const hasCodeText = 'kode finnes'
