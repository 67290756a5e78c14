import { useState } from 'react'
import type { ZoneId } from '#domain/base/ids.ts'
import { printBinder as words } from '#text/nb/screens/print-binder.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { type NamedZone, streamsText } from '#text/nb/words/stream.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { makeBinder, type BinderOutcome } from './make-binder.ts'

type Work =
  | { kind: 'idle' }
  | { kind: 'making'; done: number; of: number; stop: AbortController }
  | BinderOutcome

/** The zone's binder as one PDF, numbered by the server before it is made. */
export function BinderScreen() {
  const { device, api, clock, world } = useServices()
  const { profile } = useUnlocked()
  const [zoneId, chooseZone] = useState<ZoneId | null>(profile.zones[0]?.id ?? null)
  const [work, setWork] = useState<Work>({ kind: 'idle' })
  const [reason, setReason] = useState<string>(words.weekly)
  const zone = profile.zones.find(({ id }) => id === zoneId)

  async function make() {
    if (zone === undefined) return
    const stop = new AbortController()
    setWork({ kind: 'making', done: 0, of: 1, stop })
    const outcome = await makeBinder(
      { zone, reason: reason.trim() === '' ? words.weekly : reason.trim() },
      {
        core: device.core(),
        api,
        world,
        now: clock.now(),
        signal: stop.signal,
        onProgress: (done, of) => setWork({ kind: 'making', done, of, stop }),
      },
    )
    setWork(outcome)
  }

  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.meaning}
      foot={
        work.kind === 'making' ? (
          <Action rank="second" onPress={() => work.stop.abort()}>
            {words.cancel}
          </Action>
        ) : work.kind === 'printed' ? (
          <Action rank="primary" onPress={() => saveFile(work.bytes, work.fileName)}>
            {words.download}
          </Action>
        ) : (
          <Action rank="primary" isDisabled={zone === undefined} onPress={() => void make()}>
            {words.make(zone?.name ?? '')}
          </Action>
        )
      }
    >
      <Chips
        label={words.zone}
        count="one"
        choices={profile.zones.map(({ id, name }) => ({ value: id, label: zoneText(name) }))}
        chosen={zoneId === null ? [] : [zoneId]}
        onChoose={([chosen]) => {
          chooseZone(profile.zones.find(({ id }) => id === chosen)?.id ?? null)
          setWork({ kind: 'idle' })
        }}
      />
      <TextField label={words.reason} from={reason} maxLength={200} onType={setReason} />
      <WorkNotice work={work} zones={profile.zones} />
    </Screen>
  )
}

function WorkNotice({ work, zones }: { work: Work; zones: readonly NamedZone[] }) {
  switch (work.kind) {
    case 'idle':
      return null
    case 'making':
      return (
        <div className="binder__progress" role="status">
          <p>{`${words.making} … ${words.page(work.done, work.of)}`}</p>
          <Progress label={words.making} done={work.done} of={work.of} />
        </div>
      )
    case 'cancelled':
      return <Notice kind="empty" title={words.cancelled} />
    case 'printed':
      return (
        <Notice
          kind="done"
          title={words.ready(work.pages)}
          text={`${words.copy(work.copy)} · ${words.content(work.hash.slice(0, 8))}`}
        />
      )
    case 'refused':
      return <Notice kind="failed" title={words.failed} text={work.text ?? words.offline} />
    case 'noLists':
      return <Notice kind="empty" title={words.noLists} text={words.noListsText} />
    case 'notVerified':
      return (
        <Notice
          kind="failed"
          title={trust.notPrinted(streamsText(work.streams, zones))}
          text={trust.notPrintedMeaning}
        />
      )
    case 'olderApp':
      return <Notice kind="failed" title={shell.newer(work.documents)} text={shell.newerMeaning} />
  }
}
