import type { ZoneId } from '#domain/base/ids.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { Field } from '../../ui/Field.tsx'
import { zoneField } from './typed-contact.ts'

/** The zone whose people a contact answers for: who has not the zone on the phone is told to ring it. */
export function ZoneField({ zone }: { zone: ZoneId | undefined }) {
  const zones = useZoneNames()
  // One that this phone has no name of must stay chosen, or saving would take it away.
  const unnamed = zone === undefined || zones.some(({ id }) => id === zone) ? [] : [zone]
  return (
    <Field label={words.zone} help={words.zoneHelp}>
      {({ id, describedBy }) => (
        <select
          // The names come a moment later, and then the choice is made anew.
          key={zones.length}
          id={id}
          className="field__input"
          name={zoneField}
          aria-describedby={describedBy}
          defaultValue={zone ?? ''}
        >
          <option value="">{words.wholeMunicipality}</option>
          {zones.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {zoneText(name)}
            </option>
          ))}
          {unnamed.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
