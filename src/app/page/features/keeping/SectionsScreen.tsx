import { useState } from 'react'
import type { OrganisedSection } from '#app/online/account-calls.ts'
import { sections as words } from '#text/nb/screens/keeping/sections.ts'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import type { ChangePlaces } from './change-places.ts'
import { faultText, KeptFault } from './parts/KeptFault.tsx'
import { NameForm } from './NameForm.tsx'
import { SectionPart } from './SectionPart.tsx'
import { useKept } from './use-kept.ts'
import './keeping.css'

/** Sections and their zones: made, named, taken out of use. */
export function SectionsScreen() {
  const { api } = useServices()
  const { value, fault, readAgain, show } = useKept(api.readOrganisation)
  const [isBusy, setBusy] = useState(false)
  const known: readonly OrganisedSection[] | null =
    value?.kind === 'organisation' ? value.sections : null

  const change: ChangePlaces = async (work) => {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    if (!answer.ok) return faultText(answer.refusal)
    if (answer.value.kind === 'refused') {
      const { refusal } = answer.value
      return refusal.kind === 'zoneHolds'
        ? words.refusals.zoneHolds(refusal)
        : words.refusals[refusal.kind]()
    }
    show(answer.value)
    return null
  }
  const isReady = known !== null && known.length > 0 && known.every(({ zones }) => zones.length > 0)

  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.under}
      foot={
        isReady ? (
          <Action rank="primary" to={paths.employees.to()}>
            {words.toEmployees}
          </Action>
        ) : undefined
      }
    >
      <KeptFault fault={fault} returnTo="begin" onTryAgain={readAgain} />
      {known === null ? null : (
        <>
          {known.length === 0 ? (
            <Notice kind="empty" title={words.none} text={words.noneText} />
          ) : null}
          {known.map((section) => (
            <SectionPart key={section.id} section={section} isBusy={isBusy} onChange={change} />
          ))}
          <NameForm
            label={words.newSection}
            help={words.newSectionHelp}
            submit={words.addSection}
            isBusy={isBusy}
            onSave={(name) => change(() => api.saveSection({ id: null, name }))}
          />
        </>
      )}
    </Screen>
  )
}
