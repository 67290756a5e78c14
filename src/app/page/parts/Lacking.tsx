import { countNewer } from '#domain/documents/newer-documents.ts'
import { shell } from '#text/nb/screens/shell.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { Notice } from '../ui/Notice.tsx'
import { TrustNotices } from './TrustNotices.tsx'

/** Says what an open reading lacks, in words for each case. It renders nothing for a complete reading. */
export function Lacking({ reading }: { reading: Reading<unknown> }) {
  if (reading.kind !== 'open') return null
  const newer = countNewer(reading.newer)
  return (
    <>
      <TrustNotices reading={reading} />
      {reading.damaged === 0 ? null : (
        <Notice kind="failed" title={shell.damaged} text={shell.damagedMeaning} />
      )}
      {reading.missing === 0 ? null : (
        <Notice kind="failed" title={shell.missingZones} text={shell.missingZonesMeaning} />
      )}
      {newer === 0 ? null : (
        <Notice kind="failed" title={shell.newer(newer)} text={shell.newerMeaning} />
      )}
    </>
  )
}
