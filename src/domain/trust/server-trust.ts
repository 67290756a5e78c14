import type { MunicipalityId } from '../base/ids.ts'
import type { KeySet, SignedKeySet } from './key-set.ts'

/** The server's keys, as this device believes them. It works while locked. */
export interface ServerTrust {
  /** Null before the first enrolment. */
  find(): Promise<{ municipality: MunicipalityId; keySet: KeySet } | null>
  /** Takes over a higher version that the pinned root has signed. `refused`: another root, or a wrong signature. */
  adopt(signed: SignedKeySet): Promise<'adopted' | 'unchanged' | 'refused'>
}
