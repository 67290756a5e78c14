import type { ZoneId } from '#domain/base/ids.ts'
import type { StoredPatient } from '#domain/documents/aged-documents.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import type { ZoneKind } from '#domain/documents/stream-of-kind.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamWrite } from './stream-writes.ts'

/** Takes the address of a temporary patient out of the open class, where the list protects that of the same person. */
export function hiddenWrites(
  temporary: StoredPatient,
  hidden: ProtectedDetails | null,
  {
    listed,
    streamOf,
  }: { listed: StoredPatient | null; streamOf: (kind: ZoneKind, zone: ZoneId) => StreamId },
): StreamWrite[] {
  const { id, zone, address, phone } = temporary
  const addressProtection = listed?.addressProtection ?? 'confidential'
  const open = { ...temporary, addressProtection, address: null, phone: null }
  const details = { patientId: id, address, phone, codes: hidden?.codes ?? [] }
  return [
    {
      stream: streamOf('patient', zone),
      write: { kind: 'put', ...documentOf('patient', open) },
    },
    {
      stream: streamOf('protectedDetails', zone),
      write: { kind: 'put', ...documentOf('protectedDetails', details) },
    },
  ]
}
