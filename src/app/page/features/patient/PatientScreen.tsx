import type { PatientId } from '#domain/base/ids.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { formerPatientName } from '#text/nb/words/notes/former-patient.ts'
import { useNow } from '../../services/use-now.ts'
import type { ListOrigin } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { LoggedOpening } from '../../parts/LoggedOpening.tsx'
import { PatientCard } from './PatientCard.tsx'

/** The patient card. The opening is logged before anything of the card is shown. */
export function PatientScreen({ patientId, ...origin }: { patientId: PatientId } & ListOrigin) {
  const reading = useOpened((core) => core.reader.findPatient(patientId), [patientId])
  const named = useOpened((core) => core.queries.patientsByName([patientId]), [patientId])
  const former = named?.kind === 'open' ? (named.value[0]?.former ?? null) : null
  const now = useNow()
  const found = reading?.kind === 'open' ? reading.value : null

  if (found !== null) {
    return (
      <LoggedOpening key={found.id} patient={found}>
        <PatientCard patient={found} reading={reading} origin={origin} />
      </LoggedOpening>
    )
  }
  return (
    <Screen title={words.card} busy={reading === undefined}>
      <OpenReading
        reading={reading}
        none={{ title: lists.nothingHere, text: lists.nothingHereText }}
      >
        {(_, { isWhole }) =>
          isWhole &&
          (former === null ? (
            <Notice kind="empty" title={words.unknown} text={words.unknownText} />
          ) : (
            <Notice kind="empty" title={formerPatientName(former, now)} text={words.formerText} />
          ))
        }
      </OpenReading>
    </Screen>
  )
}
