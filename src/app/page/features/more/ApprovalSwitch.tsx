import { useEffect, useState } from 'react'
import { more as words } from '#text/nb/screens/more.ts'
import type { ApiRefusal } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { Chips } from '../../ui/Chips.tsx'

/** Whether new phones need a leader. It shows what the server holds, never what was only pressed. */
export function ApprovalSwitch() {
  const { api } = useServices()
  const [isOn, setOn] = useState<boolean | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  useEffect(() => {
    let isWanted = true
    async function read() {
      const answer = await api.readMunicipalitySettings()
      if (!isWanted) return
      if (answer.ok) setOn(answer.value.approvesDevices)
      else setFault(faultText(answer.refusal, words.approvalUnread))
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [api])

  async function save(approvesDevices: boolean) {
    setFault(null)
    const answer = await api.saveMunicipalitySettings({ approvesDevices })
    if (answer.ok) setOn(answer.value.approvesDevices)
    else setFault(faultText(answer.refusal, words.approvalUnsaved))
  }

  if (isOn === null) {
    return <p role="status">{fault ?? words.approvalReading}</p>
  }
  return (
    <Chips
      label={words.approval}
      help={words.approvalMeaning}
      count="one"
      choices={[
        { value: 'on', label: words.approvalOn },
        { value: 'off', label: words.approvalOff },
      ]}
      chosen={[isOn ? 'on' : 'off']}
      fault={fault ?? undefined}
      onChoose={([chosen]) => void save(chosen === 'on')}
    />
  )
}

function faultText(refusal: ApiRefusal, offline: string): string {
  return refusal.kind === 'unreachable' ? offline : refusal.text
}
