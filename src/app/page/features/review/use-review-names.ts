import type { HeldEntry } from '#app/online/api.ts'
import type { Note } from '#domain/entries/note.ts'
import { review as words } from '#text/nb/screens/review.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { formTitle } from '../../parts/form-title.ts'
import { patientNames } from '../../parts/patient-names.ts'
import { useNow } from '../../services/use-now.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'

/** The names of a note's form, zone and patient, from the phone's own lists: the server sends no name of a patient. */
export type ReviewNames = (note: Note) => { title: string; patient: string; zone: string }

export function useReviewNames(entries: readonly HeldEntry[]): ReviewNames {
  const now = useNow()
  const { profile } = useUnlocked()
  const ids = entries.flatMap(({ note }) => note.patientId ?? [])
  const opened = useOpened(
    async ({ queries, reader }) => ({
      patients: await queries.patientsByName(ids),
      forms: await reader.listForms(),
    }),
    [ids.join()],
  )
  const nameOf = patientNames(opened?.patients, { unknown: words.unknownPatient, now })
  const forms = opened?.forms.kind === 'open' ? opened.forms.value : []
  return ({ form, patientId, zone }) => {
    const known = profile.zones.find(({ id }) => id === zone)
    return {
      title: words.factTitles[form] ?? formTitle(form, forms),
      patient: patientId === null ? (words.factsAbout[form] ?? words.zoneLog) : nameOf(patientId),
      zone: words.zone(known === undefined ? zone : zoneText(known.name)),
    }
  }
}
