import { Link } from 'react-router'
import type { PatientId } from '#domain/base/ids.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { LoggedOpening } from '../../parts/LoggedOpening.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { readSigningList } from './read-signing-list.ts'
import { SigningList } from './SigningList.tsx'

/** The doses of a day from the medication sheet, each signed for as an entry of its own. */
export function SigningListScreen({ patientId }: { patientId: PatientId }) {
  const reading = useOpened((core) => readSigningList(core, patientId), [patientId])
  const none = { title: words.noSheet, text: words.noSheetText }
  const found = reading?.kind === 'open' ? reading.value : null
  if (found !== null && found.sheet !== null && found.form !== null) {
    const { patient, sheet, form } = found
    // Opening the sheet is logged as opening the card.
    return (
      <LoggedOpening patient={patient}>
        {/* Keyed: what is marked of one patient is never another's. */}
        <SigningList key={patient.id} {...found} sheet={sheet} form={form} reading={reading} />
      </LoggedOpening>
    )
  }
  return (
    <Screen
      kind="reading"
      title={words.title}
      busy={reading === undefined}
      above={
        found === null ? undefined : (
          <Link className="link" to={paths.patient.to({ patientId })}>
            {lookupName(found.patient.name)}
          </Link>
        )
      }
    >
      <OpenReading reading={reading} none={none}>
        {(value) =>
          value.sheet === null ? (
            <Notice kind="empty" {...none} />
          ) : (
            <Notice kind="empty" title={words.noForm} text={words.noFormText} />
          )
        }
      </OpenReading>
    </Screen>
  )
}
