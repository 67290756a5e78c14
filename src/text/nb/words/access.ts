import type { AccessOffline } from '#domain/patient/access-offline.ts'
import type { Access } from '#domain/patient/patient.ts'

export const accessKindText = {
  key: 'Nøkkel',
  keyBox: 'Nøkkelboks',
  electronicLock: 'E-lås',
  opensDoor: 'Åpner selv',
} satisfies Record<Access['kind'], string>

/** Returns the description of the access, or its kind when there is none. */
export function accessText({ kind, description }: Access): string {
  return description === '' ? accessKindText[kind] : description
}

export const offlineText = {
  works: 'virker uten nett',
  fails: 'virker ikke uten nett',
  unknown: 'ikke kjent om den virker uten nett',
} satisfies Record<Exclude<AccessOffline, null>, string>

export const hasCodeText = 'kode finnes'
