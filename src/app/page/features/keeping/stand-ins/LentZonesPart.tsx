import { useState } from 'react'
import type { OrganisedSection } from '#app/online/account-calls.ts'
import type { Account } from '#domain/accounts/account.ts'
import type { LentZone } from '#domain/accounts/stand-in.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import { employees } from '#text/nb/screens/keeping/employees.ts'
import { standIns as words } from '#text/nb/screens/keeping/stand-ins.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useNow } from '../../../services/use-now.ts'
import { useServices } from '../../../services/services.ts'
import { Chips } from '../../../ui/Chips.tsx'
import { Form } from '../../../ui/Form.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../../ui/Rows.tsx'
import { DayFields } from './DayFields.tsx'
import { type DayFaults, readDays } from './days-form.ts'
import { useSaveAccount } from './use-save-account.ts'

type LentZonesPartProps = {
  account: Account
  /** Whoever asks lends these alone. */
  sections: readonly OrganisedSection[]
  onChanged: () => void
}

const noFaults: DayFaults = new Map()

/** Zones that an account has for a time beside its own: given, extended by other days, taken back. */
export function LentZonesPart({ account, sections, onChanged }: LentZonesPartProps) {
  const { api } = useServices()
  const now = useNow()
  const saving = useSaveAccount(onChanged)
  const [zone, setZone] = useState<ZoneId | null>(null)
  const [isZoneMissing, setZoneMissing] = useState(false)
  const [faults, setFaults] = useState(noFaults)
  const { id, zones, lentZones = [] } = account
  const known = sections.flatMap((section) => section.zones)
  const toLend = known.filter((one) => one.isInUse && !zones.includes(one.id))

  async function save(form: FormData) {
    const days = readDays(form, now)
    setZoneMissing(zone === null)
    setFaults(
      days.ok ? (days.value === null ? new Map([['to', words.fillDay]]) : noFaults) : days.refusal,
    )
    if (zone === null || !days.ok || days.value === null) return saving.say(employees.look)
    const change = { kind: 'days', ...days.value } as const
    if (await saving.send(() => api.lendZone({ account: id, zone, change }))) setZone(null)
  }

  if (toLend.length === 0 && lentZones.length === 0) return null
  return (
    <section aria-label={words.lentTitle}>
      <GroupHeading text={words.lentTitle} />
      <p className="field__help">{words.lentMeaning}</p>
      {lentZones.length === 0 ? (
        <p>{words.lentNone}</p>
      ) : (
        <Rows label={words.lentList}>
          {lentZones.map((lent) => (
            <Row
              key={lent.zone}
              name={words.zone(nameOf(lent, known), lent, now)}
              aside={
                <button
                  type="button"
                  className="link"
                  disabled={saving.isBusy}
                  aria-label={words.takeBackNamed(nameOf(lent, known))}
                  onClick={() =>
                    void saving.send(() =>
                      api.lendZone({ account: id, zone: lent.zone, change: { kind: 'ended' } }),
                    )
                  }
                >
                  {words.takeBack}
                </button>
              }
            />
          ))}
        </Rows>
      )}
      {toLend.length === 0 ? null : (
        <Form
          key={lentZones.map((lent) => lent.zone + lent.to).join()}
          submit={words.lend}
          rank="second"
          isBusy={saving.isBusy}
          fault={saving.fault}
          onSubmit={(form) => void save(form)}
        >
          <Chips
            label={words.lendZone}
            count="one"
            isRequired
            choices={toLend.map((one) => ({ value: one.id, label: zoneText(one.name) }))}
            chosen={zone === null ? [] : [zone]}
            fault={isZoneMissing ? words.chooseZone : undefined}
            onChoose={([chosen]) => setZone(toLend.find((one) => one.id === chosen)?.id ?? null)}
          />
          <DayFields from={null} toHelp={words.dayHelp} faults={faults} />
        </Form>
      )}
    </section>
  )
}

function nameOf({ zone }: LentZone, known: readonly { id: ZoneId; name: string | null }[]): string {
  const found = known.find(({ id }) => id === zone)
  return found === undefined ? zone : zoneText(found.name)
}
