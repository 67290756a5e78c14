import type { PowerPoint } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { ContactFaults } from './contact-faults.ts'
import { driveField, powerPointFields } from './typed-power-point.ts'
import './contacts.css'

type PowerPointFieldsProps = { point: PowerPoint | undefined; faults: ContactFaults }

/** What makes a contact a place with power: when it is open, who drives there, and how long it takes from her zones. */
export function PowerPointFields({ point, faults }: PowerPointFieldsProps) {
  const { zones } = useUnlocked().profile
  return (
    <details className="contacts__power-point" open={point !== undefined}>
      <summary>{words.powerPoint}</summary>
      <p className="field__help">{words.powerPointHelp}</p>
      {zones.map(({ id, name }) => (
        <TextField
          key={id}
          label={words.driveFrom(zoneText(name))}
          fault={faults.get(driveField(id))}
          name={driveField(id)}
          kind="number"
          from={String(point?.driveMinutes.find(({ zone }) => zone === id)?.minutes ?? '')}
          maxLength={3}
        />
      ))}
      <TextField
        label={words.pointHours}
        fault={faults.get(powerPointFields.hours)}
        name={powerPointFields.hours}
        from={point?.hours ?? ''}
        maxLength={80}
      />
      <TextField
        label={words.drivenBy}
        fault={faults.get(powerPointFields.drivenBy)}
        name={powerPointFields.drivenBy}
        from={point?.drivenBy ?? ''}
        maxLength={80}
      />
    </details>
  )
}
