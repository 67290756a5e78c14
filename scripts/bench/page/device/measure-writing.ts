import { FormReference } from '#domain/forms/form-reference.ts'
import { EntryId } from '#domain/base/ids.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import { benchPatientId, benchZone } from '../people.ts'
import { type Extent, inTurns, middle, percentile95, type Rounds, timed } from '../rounds.ts'
import { strictRows } from '../store/strict-rows.ts'
import { startDevice } from './bench-device.ts'
import { benchClock, benchProfile, enrol } from './bench-employee.ts'

/** So many of each in a round; the round's figure is its 95th percentile. */
const notesPerRound = 40

const words =
  'Hun hadde spist lite til middag og var svimmel da hun reiste seg. Målte blodtrykk, ga drikke, ble sittende til hun kviknet til. Datteren kommer i kveld. '

/** One note after the other: its long answer is saved as it is typed, then it is signed. */
export async function measureWriting({ rounds }: Extent): Promise<Record<string, Rounds>> {
  const { device, end } = startDevice()
  const opened = await device.open()
  await enrol(opened)
  const floor = await strictRows('bench-strict-rows')

  const parts = await inTurns(rounds, {
    ours: async () => {
      const saves: number[] = []
      const signings: number[] = []
      for (let note = 0; note < notesPerRound; note++) {
        const id = EntryId.parse(crypto.randomUUID())
        const save = await timed(async () => opened.saveDraft(draftOf(id)))
        const sign = await timed(async () => opened.addEntry(entryOf(id)))
        if (!save.value.ok || !sign.value.ok) throw new Error('A note was refused.')
        saves.push(save.milliseconds)
        signings.push(sign.milliseconds)
      }
      return timesOf(saves, signings)
    },
    'floor:indexeddb': async () => {
      const writes: number[] = []
      for (let note = 0; note < notesPerRound * 2; note++) {
        const row = { id: crypto.randomUUID(), words: words.repeat(2) }
        writes.push((await timed(() => floor.put(row))).milliseconds)
      }
      return timesOf(writes, writes)
    },
  })
  await floor.remove()
  end()
  return parts
}

/** `slow` is what nineteen of twenty stay below; `usual` is the one in the middle, which a busy machine says less about. */
function timesOf(saves: readonly number[], signings: readonly number[]): Record<string, number> {
  return {
    slowSave: percentile95(saves),
    slowSigning: percentile95(signings),
    usualSave: middle(saves),
    usualSigning: middle(signings),
  }
}

function draftOf(id: EntryId) {
  const now = benchClock.now()
  return {
    id,
    form: FormReference.parse('besoksnotat@1'),
    zone: benchZone,
    world: 'real',
    patientId: benchPatientId,
    eventAt: now,
    corrects: null,
    response: responseOf('in-progress'),
    startedAt: now,
  } as const
}

function entryOf(entryId: EntryId) {
  const now = benchClock.now()
  return {
    entryId,
    form: FormReference.parse('besoksnotat@1'),
    zone: benchZone,
    incident: null,
    world: 'real',
    content: {
      kind: 'form',
      author: benchProfile.author,
      patientId: benchPatientId,
      eventAt: now,
      writtenAt: now,
      corrects: null,
      response: responseOf('completed'),
    },
  } as const
}

function responseOf(status: QuestionnaireResponse['status']): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: 'urn:beredt:form:besoksnotat|1',
    status,
    item: [
      { linkId: 'visitedAt', answer: [{ valueDateTime: benchClock.now() }] },
      { linkId: 'done', answer: [{ valueString: words.repeat(2) }] },
      { linkId: 'changed', answer: [{ valueBoolean: false }] },
    ],
  }
}
