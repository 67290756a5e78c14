import { useEffect, useState } from 'react'
import { EntryId } from '#domain/base/ids.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { shell } from '#text/nb/screens/shell.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Core } from '#app/bridge/core.ts'
import { GoTo } from '../../parts/GoTo.tsx'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'

type Begun = 'begun' | 'notHere'

/** Begins a correction: a new form filled with the earlier answers. The corrected entry stays as it is. */
export function CorrectScreen({ entryId }: { entryId: EntryId }) {
  const { newId, clock, device } = useServices()
  const [id] = useState(() => EntryId.parse(newId()))
  const [begun, setBegun] = useState<Begun | undefined>()
  useEffect(() => {
    async function begin() {
      setBegun(await beginCorrection(device.core(), entryId, { id, startedAt: clock.now() }))
    }
    void begin()
  }, [device, clock, entryId, id])

  if (begun === 'begun') return <GoTo path={paths.draft.to({ draftId: id })} />
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
  entryId: EntryId,
  begun: Pick<Draft, 'id' | 'startedAt'>,
): Promise<Begun> {
  const before = await vault.drafts.find(begun.id)
  if (before.ok && before.value !== null) return 'begun'
  const own = await vault.entries.findOwn(entryId)
  if (!own.ok || own.value === null || own.value.content.kind !== 'open') return 'notHere'
  const { content, form, zone, world } = own.value
  if (content.value.kind !== 'form' || zone === null) return 'notHere'
  const { patientId, eventAt, response } = content.value
  const saved = await vault.drafts.save({
    ...begun,
    form,
    zone,
    world,
    patientId,
    eventAt,
    corrects: { entryId, reason: '' },
    response: { ...response, status: 'in-progress' },
  })
  return saved.ok ? 'begun' : 'notHere'
}
