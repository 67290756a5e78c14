import type { Patient } from '#domain/patient/patient.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { fullAddress } from '#text/nb/words/address.ts'
import { mapUrl } from '../../parts/address-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { AmendmentsOf } from './AmendmentsOf.tsx'
import { HiddenAddress } from './HiddenAddress.tsx'

export function WhereSheLives({ patient }: { patient: Patient }) {
  const { address, addressProtection, remarks, mobility, communication } = patient
  const where =
    addressProtection !== 'none' ? (
      <HiddenAddress patient={patient} />
    ) : address === null ? (
      words.noAddress
    ) : (
      <>
        {fullAddress(address)}{' '}
        <a className="phone-link" href={mapUrl(address)}>
          {words.openMap}
        </a>
      </>
    )
  return (
    <>
      <GroupHeading text={words.whereAndHow} />
      <AmendmentsOf patientId={patient.id} kind="moved" />
      <Facts
        facts={[
          { label: words.address, value: where },
          ...(mobility === null ? [] : [{ label: words.mobility, value: mobility }]),
          ...(communication === null ? [] : [{ label: words.communication, value: communication }]),
          ...(remarks.length === 0 ? [] : [{ label: words.remarks, value: remarks.join('. ') }]),
        ]}
      />
    </>
  )
}
