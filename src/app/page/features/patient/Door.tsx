import { accessOffline } from '#domain/patient/access-offline.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Access, Patient } from '#domain/patient/patient.ts'
import type { AccessCode } from '#domain/patient/protected-details.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { accessKindText, accessText, offlineText } from '#text/nb/words/access.ts'
import { codeOfAccess, DoorCode } from '../../parts/DoorCode.tsx'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { AmendmentsOf } from './AmendmentsOf.tsx'
import { FetchedCodes } from './FetchedCodes.tsx'

/** How to get into the patient's home. Codes are shown one at a time, to roles that have them, and each time is logged. */
export function Door({ patient, isDisclosed }: { patient: Patient; isDisclosed: boolean }) {
  const protectedReading = useOpened(
    (core) => core.reader.findProtected(patient.id, patient.zone),
    [patient.id, patient.zone],
  )
  const mayReveal = protectedReading?.kind === 'open'
  const { profile } = useUnlocked()
  const mayFetch = mayDo(profile.role, 'fetchPatientPart')
  const codes = mayReveal ? (protectedReading.value?.codes ?? []) : []
  return (
    <>
      <GroupHeading text={words.door} />
      <AmendmentsOf patientId={patient.id} kind="key" isDisclosed={isDisclosed} />
      <TrustNotices reading={protectedReading} />
      {patient.access.length === 0 ? <p>{words.noAccess}</p> : null}
      <Facts
        facts={[
          ...patient.access.map((access) => ({
            label: accessKindText[access.kind],
            value: (
              <>
                {wayText(access)}
                {access.hasCode && !mayFetch ? (
                  <DoorCode
                    patient={patient}
                    findCode={(all) => codeOfAccess(all, access.id)}
                    mayReveal={mayReveal}
                  />
                ) : null}
              </>
            ),
          })),
          ...otherCodes(codes).map(({ label }, place) => ({
            label: words.code,
            value: (
              <>
                {label}
                <DoorCode
                  patient={patient}
                  findCode={(all) => otherCodes(all)[place]?.code}
                  mayReveal={mayReveal}
                />
              </>
            ),
          })),
        ]}
      />
      {mayFetch ? <FetchedCodes patient={patient} /> : null}
    </>
  )
}

function wayText(access: Access): string {
  const offline = accessOffline(access)
  return offline === null ? accessText(access) : `${accessText(access)} – ${offlineText[offline]}`
}

/** Codes of which the list does not say which way in they open. */
function otherCodes(codes: readonly AccessCode[]): { label: string | null; code: string }[] {
  return codes.flatMap(({ opens, code }) =>
    opens.kind === 'other' ? [{ label: opens.label, code }] : [],
  )
}
