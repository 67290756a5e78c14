import { useState } from 'react'
import type { Account } from '#domain/accounts/account.ts'
import { isClosedByTime } from '#domain/accounts/stand-in.ts'
import { standIns as words } from '#text/nb/screens/keeping/stand-ins.ts'
import { capitalized } from '#text/nb/words/time.ts'
import { employees } from '#text/nb/screens/keeping/employees.ts'
import { useNow } from '../../../services/use-now.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { Form } from '../../../ui/Form.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AskFirst } from '../parts/AskFirst.tsx'
import { DayFields } from './DayFields.tsx'
import { type DayFaults, readDays } from './days-form.ts'
import { useSaveAccount } from './use-save-account.ts'

type StandInPartProps = { account: Account; onChanged: () => void }

const noFaults: DayFaults = new Map()

/** For how long an account is valid: its days, more of them, an end at once, or none. */
export function StandInPart({ account, onChanged }: StandInPartProps) {
  const { api } = useServices()
  const now = useNow()
  const saving = useSaveAccount(onChanged)
  const [faults, setFaults] = useState(noFaults)
  const [isAsked, setAsked] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const { id, name, closedAt, standIn = null } = account
  const isOver = isClosedByTime(closedAt, standIn)

  async function change(message: Parameters<typeof api.saveStandIn>[0]['change']) {
    setSaved(await saving.send(() => api.saveStandIn({ account: id, change: message })))
    setAsked(false)
  }

  async function save(form: FormData) {
    const days = readDays(form, now)
    setFaults(
      days.ok ? (days.value === null ? new Map([['to', words.fillDay]]) : noFaults) : days.refusal,
    )
    saving.say(days.ok && days.value !== null ? null : employees.look)
    if (days.ok && days.value !== null) await change({ kind: 'days', ...days.value })
  }

  return (
    <section aria-label={words.title}>
      <GroupHeading text={words.title} />
      <p>
        {standIn === null ? words.permanent : capitalized(words.account(standIn, closedAt, now))}
      </p>
      {isSaved ? <Notice kind="done" title={words.saved} text={words.savedText} /> : null}
      <Form
        key={standIn?.to ?? 'permanent'}
        submit={standIn === null ? words.make : isOver ? words.openAgain : words.extend}
        rank="second"
        isBusy={saving.isBusy}
        fault={saving.fault}
        onSubmit={(form) => void save(form)}
      >
        <DayFields
          from={isOver ? null : standIn}
          toHelp={standIn === null ? words.makeMeaning : words.dayHelp}
          faults={faults}
        />
      </Form>
      {standIn === null ? null : isAsked ? (
        <AskFirst
          question={words.endAsk(name)}
          text={words.endText}
          sure={words.endSure}
          cancel={employees.cancel}
          isBusy={saving.isBusy}
          onSure={() => void change({ kind: 'ended' })}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <div className="keeping__choices">
          {isOver ? null : (
            <Action rank="second" onPress={() => setAsked(true)}>
              {words.end}
            </Action>
          )}
          <Action
            rank="second"
            isDisabled={saving.isBusy}
            onPress={() => void change({ kind: 'permanent' })}
          >
            {words.makePermanent}
          </Action>
        </div>
      )}
    </section>
  )
}
