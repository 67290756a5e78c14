import type { EmployeeListPreview } from '#app/online/account-calls.ts'
import { employeeListScreen as words } from '#text/nb/screens/keeping/employee-list.ts'
import { andText } from '#text/nb/words/and.ts'
import { Chips } from '../../../ui/Chips.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'

type NewPlacesPartProps = {
  newPlaces: EmployeeListPreview['newPlaces']
  isAccepted: boolean
  onAccept: (isAccepted: boolean) => void
}

/** Sections and zones that the list would make: a name that is spelled otherwise would be a place of its own. */
export function NewPlacesPart({ newPlaces, isAccepted, onAccept }: NewPlacesPartProps) {
  const { sections, zones } = newPlaces
  if (zones.length === 0) return null
  const within = [...new Set(zones.map(({ section }) => section))]
  return (
    <>
      <GroupHeading text={words.newPlaces} />
      {sections.length === 0 ? null : <p>{words.newSections(andText(sections))}</p>}
      {within.map((section) => (
        <p key={section}>
          {words.newZone(
            section,
            andText(zones.filter((zone) => zone.section === section).map(({ name }) => name)),
          )}
        </p>
      ))}
      <Chips
        label={words.newPlaces}
        isLabelHidden
        count="several"
        choices={[{ value: 'yes', label: words.acceptPlaces }]}
        chosen={isAccepted ? ['yes'] : []}
        onChoose={(chosen) => onAccept(chosen.includes('yes'))}
      />
    </>
  )
}
