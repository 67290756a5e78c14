import { useEffect, useState, type ReactNode } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { useServices } from '../services/services.ts'
import { Notice } from '../ui/Notice.tsx'
import { Screen } from '../ui/Screen.tsx'

/** Logs that the card is opened, and only then renders what is in it. */
export function LoggedOpening({ patient, children }: { patient: Patient; children: ReactNode }) {
  const { device } = useServices()
  const [opening, setOpening] = useState<'writing' | 'written' | 'refused'>('writing')
  const { id, zone } = patient

  useEffect(() => {
    let isWanted = true
    async function open() {
      const { ok } = await device.core().openings.open(id, zone)
      if (isWanted) setOpening(ok ? 'written' : 'refused')
      if (ok) void device.core().trigger('written')
    }
    open().catch((fault: unknown) => {
      // A screen that waits for ever would hide the card and say nothing.
      if (isWanted) setOpening('refused')
      reportError(fault)
    })
    return () => {
      isWanted = false
    }
  }, [device, id, zone])

  if (opening === 'written') return children
  return (
    <Screen title={words.card} busy={opening === 'writing'}>
      {opening === 'writing' ? (
        <Notice kind="waiting" title={words.opening} />
      ) : (
        <Notice kind="failed" title={words.logFailed} text={words.logFailedText} />
      )}
    </Screen>
  )
}
