import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { PatientId } from '#domain/ids.ts'
import type { Patient } from '#domain/patient.ts'
import { lists } from '#text/nb/lists.ts'
import { patient as words } from '#text/nb/patient.ts'
import { useOpened } from '../../device/use-opened.ts'
import { OpenReading } from '../../OpenReading.tsx'
import { useServices } from '../../services.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { PatientCard } from './PatientCard.tsx'

/** The patient card. That it is opened is written down, durably, before anything of it is shown. */
export function PatientScreen() {
  const { patientId } = useParams()
  const id = PatientId.safeParse(patientId)
  const reading = useOpened(
    async (core) => (id.success ? core.reader.findPatient(id.data) : ({ kind: 'none' } as const)),
    [patientId],
  )
  const found = reading?.kind === 'open' ? reading.value : null

  if (found !== null) return <OpenedCard key={found.id} patient={found} />
  return (
    <Screen title={words.card} busy={reading === undefined}>
      <OpenReading
        reading={reading}
        none={{ title: lists.nothingHere, text: lists.nothingHereText }}
      >
        {() => <Notice kind="empty" title={words.unknown} text={words.unknownText} />}
      </OpenReading>
    </Screen>
  )
}

function OpenedCard({ patient }: { patient: Patient }) {
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
    void open()
    return () => {
      isWanted = false
    }
  }, [device, id, zone])

  if (opening === 'written') return <PatientCard patient={patient} />
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
