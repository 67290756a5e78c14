import type { Access } from './patient.ts'

/** Whether a way in works without network; null for a key, which needs none and of which nobody has asked. */
export type AccessOffline = 'works' | 'fails' | 'unknown' | null

export function accessOffline({ kind, worksOffline }: Access): AccessOffline {
  if (worksOffline === null) return kind === 'electronicLock' ? 'unknown' : null
  return worksOffline ? 'works' : 'fails'
}
