import { useState } from 'react'
import type { OrganisedZone } from '#app/online/account-calls.ts'
import type { SectionId } from '#domain/base/ids.ts'
import { sections as words } from '#text/nb/screens/keeping/sections.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useServices } from '../../services/services.ts'
import { Row } from '../../ui/Rows.tsx'
import { AskFirst } from './parts/AskFirst.tsx'
import { NameForm } from './NameForm.tsx'
import type { ChangePlaces } from './change-places.ts'

type ZoneRowProps = {
  zone: OrganisedZone
  section: SectionId
  isBusy: boolean
  onChange: ChangePlaces
}

export function ZoneRow({ zone, section, isBusy, onChange }: ZoneRowProps) {
  const { api } = useServices()
  const [open, setOpen] = useState<'name' | 'close' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { id, isInUse, employees } = zone
  const name = zoneText(zone.name)

  async function use(next: boolean) {
    const wrong = await onChange(() => api.setZoneUse({ zone: id, isInUse: next }))
    setFault(wrong)
    setOpen(null)
  }

  return (
    <Row
      name={name}
      facts={[isInUse ? words.employees(employees) : words.closed]}
      aside={
        <span className="keeping__links">
          <button
            type="button"
            className="link"
            disabled={isBusy}
            aria-label={words.renameNamed(name)}
            onClick={() => setOpen(open === 'name' ? null : 'name')}
          >
            {words.rename}
          </button>
          <button
            type="button"
            className="link"
            disabled={isBusy}
            aria-label={isInUse ? words.closeNamed(name) : words.openNamed(name)}
            onClick={() => (isInUse ? setOpen('close') : void use(true))}
          >
            {isInUse ? words.close : words.open}
          </button>
        </span>
      }
      below={
        <>
          {open === 'name' ? (
            <NameForm
              label={words.name}
              from={zone.name ?? ''}
              submit={words.save}
              isBusy={isBusy}
              onCancel={() => setOpen(null)}
              onSave={async (changed) => {
                const wrong = await onChange(() => api.saveZone({ id, section, name: changed }))
                if (wrong === null) setOpen(null)
                return wrong
              }}
            />
          ) : null}
          {open === 'close' ? (
            <AskFirst
              question={words.closeAsk(name)}
              text={words.closeAskText}
              sure={words.closeSure}
              cancel={words.cancel}
              isBusy={isBusy}
              onSure={() => void use(false)}
              onCancel={() => setOpen(null)}
            />
          ) : null}
          {fault === null ? null : (
            <p role="alert" className="field__fault">
              {fault}
            </p>
          )}
        </>
      }
    />
  )
}
