import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { EntryId } from '#domain/base/ids.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { shell } from '#text/nb/screens/shell.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Core } from '#app/bridge/core.ts'
import { GoTo } from '../../parts/GoTo.tsx'
import { useServices } from '../../services/services.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'

type Begun = 'begun' | 'notHere'

/** A correction is a new form with what was written before, which stays as it is. */
export function CorrectScreen() {
  const { entryId } = useParams()
  const { newId, clock, device } = useServices()
  const [id] = useState(() => EntryId.parse(newId()))
  const [begun, setBegun] = useState<Begun | undefined>()
  useEffect(() => {
    async function begin() {
      setBegun(await beginCorrection(device.core(), entryId, { id, startedAt: clock.now() }))
    }
    void begin()
  }, [device, clock, entryId, id])

  if (begun === 'begun') return <GoTo path={`/skriv/utkast/${id}`} />
  return (
    <Screen title={words.correction} busy={begun === undefined}>
      {begun === undefined ? (
        <Notice kind="waiting" title={shell.waiting} />
      ) : (
        <Notice kind="empty" title={words.cannotCorrect} text={words.cannotCorrectText} />
      )}
    </Screen>
  )
}

async function beginCorrection(
  { vault }: Core,
  entryId: string | undefined,
  begun: Pick<Draft, 'id' | 'startedAt'>,
): Promise<Begun> {
  const parsed = EntryId.safeParse(entryId)
  if (!parsed.success) return 'notHere'
  const before = await vault.drafts.find(begun.id)
  if (before.ok && before.value !== null) return 'begun'
  const own = await vault.entries.findOwn(parsed.data)
  if (!own.ok || own.value === null || own.value.content.kind !== 'open') return 'notHere'
  const { content, form, zone, world } = own.value
  if (content.value.kind !== 'form') return 'notHere'
  const { patientId, eventAt, response } = content.value
  const saved = await vault.drafts.save({
    ...begun,
    form,
    zone,
    world,
    patientId,
    eventAt,
    corrects: { entryId: parsed.data, reason: '' },
    response: { ...response, status: 'in-progress' },
  })
  return saved.ok ? 'begun' : 'notHere'
}
