import type { PatientId } from '#domain/base/ids.ts'
import { isbar as words } from '#text/nb/screens/incident/isbar.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { patient as patientWords } from '#text/nb/screens/patient.ts'
import { LoggedOpening } from '../../parts/LoggedOpening.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Isbar } from './Isbar.tsx'

/** What to say to 113 or 116 117 about a patient. It is a reading of the patient's card, and logged as one. */
export function IsbarScreen({ patientId }: { patientId: PatientId }) {
  const reading = useOpened((core) => core.reader.findPatient(patientId), [patientId])
  const found = reading?.kind === 'open' ? reading.value : null
  if (found !== null) {
    return (
      <LoggedOpening key={found.id} patient={found}>
        <Isbar patient={found} reading={reading} />
      </LoggedOpening>
    )
  }
  return (
    <Screen title={words.title} busy={reading === undefined}>
      <OpenReading
        reading={reading}
        none={{ title: lists.nothingHere, text: lists.nothingHereText }}
      >
        {(_, { isWhole }) =>
          isWhole && (
            <Notice kind="empty" title={patientWords.unknown} text={patientWords.unknownText} />
          )
        }
      </OpenReading>
    </Screen>
  )
}
