import type { ZoneId } from '#domain/base/ids.ts'
import { received as words } from '#text/nb/screens/received.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { Core } from '#app/bridge/core.ts'
import { noteAdditions, standingNotes } from '#domain/entries/note-additions.ts'
import { useOpened } from '../../services/use-opened.ts'
import { NoteAdditions } from '../../note-parts/NoteAdditions.tsx'
import { needsControl } from '#domain/entries/double-control.ts'
import { formTitle } from '../../parts/form-title.ts'
import { ComingNotes } from '../../note-parts/ComingNotes.tsx'
import { HeldNotes } from '../../parts/HeldNotes.tsx'
import { NoteView } from '../../parts/NoteView.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { patientNames } from '../../parts/patient-names.ts'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useNow } from '../../services/use-now.ts'
import { useZoneChoice } from '../../services/zone-choice.ts'
import { ZonePicker } from '../../parts/ZonePicker.tsx'
import type { ZoneChoice } from '#app/bridge/device-reader.ts'

/** The entries that the server has received from phones, newest first, each once. */
export function ReceivedScreen({ zone }: { zone?: ZoneId | undefined }) {
  const now = useNow()
  const choice = useZoneChoice(zone, (chosen) => paths.received.to({ zone: chosen }))
  const opened = useOpened((core) => readReceived(core, choice.zone), [choice.zone])
  const nameOf = patientNames(opened?.patients, { unknown: words.unknownPatient, now })
  const additionsOf = noteAdditions(opened?.notes.kind === 'open' ? opened.notes.value : [])
  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.meaning}
      beside={<ZonePicker choice={choice} />}
    >
      <ComingNotes zones={choice.zone === null ? null : [choice.zone]} now={now} />
      {opened === undefined ? null : <HeldNotes held={opened.held} now={now} />}
      <OpenReading reading={opened?.notes} none={{ title: words.empty, text: words.emptyText }}>
        {(notes, { isWhole }) =>
          notes.length === 0 ? (
            isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
          ) : (
            <>
              <p>{words.count(standingNotes(notes).length)}</p>
              {standingNotes(notes)
                .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
                .map((note) => (
                  <NoteView
                    key={note.entryId}
                    title={`${formTitle(note.form, opened?.forms ?? [])} · ${
                      note.patientId === null ? words.zoneLog : nameOf(note.patientId)
                    }`}
                    note={note}
                    marks={note.marks}
                    now={now}
                    more={[
                      words.receivedAt(momentWords(note.receivedAt, now)),
                      words.number(note.deviceId.slice(0, 4), note.n),
                    ]}
                    additions={
                      <NoteAdditions
                        additions={additionsOf(note)}
                        needsControl={needsControl(note, opened?.forms ?? [])}
                        now={now}
                      />
                    }
                  />
                ))}
            </>
          )
        }
      </OpenReading>
    </Screen>
  )
}

async function readReceived({ reader, queries }: Core, zone: ZoneChoice) {
  const [notes, held, forms] = await Promise.all([
    reader.listNotes(zone),
    reader.listHeldNotes(zone),
    reader.listForms(),
  ])
  const ids = notes.kind === 'open' ? notes.value.flatMap(({ patientId }) => patientId ?? []) : []
  const patients = await queries.patientsByName(ids)
  return {
    notes,
    held: held.kind === 'open' ? held.value : [],
    forms: forms.kind === 'open' ? forms.value : [],
    patients,
  }
}
