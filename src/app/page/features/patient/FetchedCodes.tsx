import type { Patient } from '#domain/patient/patient.ts'
import type { AccessCode } from '#domain/patient/protected-details.ts'
import { amendments as amendmentWords } from '#text/nb/screens/amendments.ts'
import { fetches } from '#text/nb/screens/fetches.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { accessKindText } from '#text/nb/words/access.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useNow } from '../../services/use-now.ts'
import { Facts } from '../../ui/Facts.tsx'
import { FetchedPart } from './FetchedPart.tsx'

/** The patient's codes from the server, each with what it opens; those that were signed since the list first. */
export function FetchedCodes({ patient }: { patient: Patient }) {
  const now = useNow()
  return (
    <FetchedPart patient={patient} part="code">
      {({ codes, amendments = [] }) =>
        codes.length + amendments.length === 0 ? (
          <p>{fetches.noCode}</p>
        ) : (
          <Facts
            facts={[
              ...amendments.map(({ from, author, code }) => ({
                label: amendmentWords.newCodeOf(dayAndMomentWords(from, now), author.name),
                value: <span className="reveal__code">{code}</span>,
              })),
              ...codes.map((one) => ({
                label: labelOf(one, patient),
                value: <span className="reveal__code">{one.code}</span>,
              })),
            ]}
          />
        )
      }
    </FetchedPart>
  )
}

function labelOf({ opens }: AccessCode, { access }: Patient): string {
  if (opens.kind === 'other') return opens.label ?? words.code
  const way = access.find(({ id }) => id === opens.accessId)
  return way === undefined ? words.code : accessKindText[way.kind]
}
