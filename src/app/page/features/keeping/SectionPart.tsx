import { useState } from 'react'
import type { OrganisedSection } from '#app/online/account-calls.ts'
import { sections as words } from '#text/nb/screens/keeping/sections.ts'
import { useServices } from '../../services/services.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { NameForm } from './NameForm.tsx'
import type { ChangePlaces } from './change-places.ts'
import { ZoneRow } from './ZoneRow.tsx'

type SectionPartProps = { section: OrganisedSection; isBusy: boolean; onChange: ChangePlaces }

export function SectionPart({ section, isBusy, onChange }: SectionPartProps) {
  const { api } = useServices()
  const [isNaming, setNaming] = useState(false)
  const { id, name, zones } = section
  return (
    <section aria-label={name}>
      <GroupHeading
        text={name}
        beside={
          <button
            type="button"
            className="link"
            aria-label={words.renameNamed(name)}
            onClick={() => setNaming(!isNaming)}
          >
            {words.rename}
          </button>
        }
      />
      {isNaming ? (
        <NameForm
          label={words.name}
          from={name}
          submit={words.save}
          isBusy={isBusy}
          onCancel={() => setNaming(false)}
          onSave={async (changed) => {
            const wrong = await onChange(() => api.saveSection({ id, name: changed }))
            if (wrong === null) setNaming(false)
            return wrong
          }}
        />
      ) : null}
      {zones.length === 0 ? (
        <p className="field__help">{words.noZones}</p>
      ) : (
        <Rows label={words.zonesOf(name)}>
          {zones.map((zone) => (
            <ZoneRow key={zone.id} zone={zone} section={id} isBusy={isBusy} onChange={onChange} />
          ))}
        </Rows>
      )}
      <NameForm
        label={words.newZoneIn(name)}
        submit={words.addZone}
        isBusy={isBusy}
        onSave={(zone) => onChange(() => api.saveZone({ id: null, section: id, name: zone }))}
      />
    </section>
  )
}
