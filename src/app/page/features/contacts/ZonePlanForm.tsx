import { useRef, useState } from 'react'
import type { ApiRefusal } from '#app/online/api.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import { meetingIntervals, usualAfterMinutes, type ZonePlan } from '#domain/contacts/zone-plan.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { useServices } from '../../services/services.ts'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { NamedSelect } from './NamedSelect.tsx'
import { NotSaved } from './NotSaved.tsx'
import { typedZonePlan, type ZonePlanFaults } from './typed-zone-plan.ts'

type ZonePlanFormProps = {
  zone: ZoneId
  /** The plan as it was when she began; null for a first one. */
  seen: ZonePlan | null
  isSaved: boolean
  onSaved: (plan: ZonePlan) => void
}

const noFaults: ZonePlanFaults = new Map()

/** What a leader agrees on with her zone. One press saves it as gone through today. */
export function ZonePlanForm({ zone, seen, isSaved, onSaved }: ZonePlanFormProps) {
  const { api, device } = useServices()
  const [faults, setFaults] = useState(noFaults)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const saving = useRef(false)

  async function save(form: FormData) {
    const typed = typedZonePlan(form, zone)
    setRefusal(null)
    setFaults(typed.ok ? noFaults : typed.refusal)
    if (!typed.ok || saving.current) return
    saving.current = true
    setBusy(true)
    const answer = await api.saveZonePlan({ draft: typed.value, before: seen })
    saving.current = false
    setBusy(false)
    // Also when another leader was first: what she saved is then on its way to this phone.
    await device.core().trigger('requested')
    if (answer.ok) onSaved(answer.value.plan)
    else setRefusal(answer.refusal)
  }

  return (
    <>
      <Form
        submit={isBusy ? words.saving : words.save}
        isBusy={isBusy}
        fault={null}
        onSubmit={(form) => void save(form)}
      >
        <TextField
          label={words.place}
          help={words.placeHelp}
          fault={faults.get('meetingPlace')}
          name="meetingPlace"
          from={seen?.meetingPlace ?? ''}
          maxLength={120}
        />
        <TextField
          label={words.first}
          help={words.firstHelp}
          fault={faults.get('at')}
          name="at"
          from={seen?.meetings?.at ?? ''}
        />
        <NamedSelect
          name="everyMinutes"
          label={words.interval}
          from={String(seen?.meetings?.everyMinutes ?? 120)}
          choices={meetingIntervals.map((minutes) => ({
            value: String(minutes),
            label: words.intervals[minutes],
          }))}
        />
        <TextField
          label={words.fetching}
          help={words.fetchingHelp}
          fault={faults.get('fetching')}
          name="fetching"
          from={seen?.fetching ?? ''}
          maxLength={300}
        />
        <TextField
          label={words.after}
          kind="number"
          fault={faults.get('afterMinutes')}
          name="afterMinutes"
          from={String(seen?.afterMinutes ?? usualAfterMinutes)}
        />
        <NamedSelect
          name="mobileMinutes"
          label={words.mobile}
          help={words.mobileHelp}
          from={String(seen?.mobileMinutes ?? '')}
          choices={[
            { value: '', label: words.mobileUnknown },
            { value: '120', label: words.mobileText(2) },
            { value: '240', label: words.mobileText(4) },
          ]}
        />
        <TextField
          label={words.reinforced}
          help={words.reinforcedHelp}
          fault={faults.get('reinforced')}
          name="reinforced"
          from={seen?.reinforced ?? ''}
          maxLength={120}
        />
      </Form>
      {isSaved && refusal === null ? (
        <Notice kind="done" title={words.saved} text={words.savedText} />
      ) : null}
      {refusal === null ? null : <NotSaved refusal={refusal} />}
    </>
  )
}
