import { useEffect, useEffectEvent, useState } from 'react'
import type { ApiRefusal, DeviceDecision, DeviceRequest, DeviceRequests } from '#app/online/api.ts'
import { deviceRequests as words } from '#text/nb/screens/device-requests.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { DeviceRequestRow } from './DeviceRequestRow.tsx'

type Decided = { label: string; decision: DeviceDecision }

/** The phones that a leader is to approve before the server vouches for them. */
export function DeviceRequestsScreen() {
  const { api } = useServices()
  const [list, setList] = useState<DeviceRequests | null>(null)
  const [fault, setFault] = useState<ApiRefusal | null>(null)
  const [deciding, setDeciding] = useState<DeviceRequest['id'] | null>(null)
  const [decided, setDecided] = useState<Decided | null>(null)

  function show(answer: Awaited<ReturnType<typeof api.listDeviceRequests>>) {
    if (answer.ok) setList(answer.value)
    else setFault(answer.refusal)
  }
  const showFirst = useEffectEvent(show)
  useEffect(() => {
    let isWanted = true
    async function read() {
      const answer = await api.listDeviceRequests()
      if (isWanted) showFirst(answer)
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [api])

  async function readAgain() {
    setFault(null)
    show(await api.listDeviceRequests())
  }

  async function decide({ id, label }: DeviceRequest, decision: DeviceDecision) {
    setDeciding(id)
    setDecided(null)
    const answer = await api.decideDeviceRequest({ requestId: id, decision })
    setDeciding(null)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) {
      setList(answer.value)
      setDecided({ label, decision })
    }
    // It may be gone, or decided by another leader: the list says how things stand.
    else show(await api.listDeviceRequests())
  }

  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      {decided === null ? null : (
        <Notice
          kind="done"
          title={words[decided.decision](decided.label)}
          text={decided.decision === 'approved' ? words.approvedText : words.rejectedText}
        />
      )}
      {fault === null ? null : (
        <Fault fault={fault} isListHere={list !== null} onTryAgain={() => void readAgain()} />
      )}
      {list === null ? (
        fault === null ? (
          <Notice kind="waiting" title={words.reading} />
        ) : null
      ) : list.requests.length > 0 ? (
        <Rows label={words.title}>
          {list.requests.map((request) => (
            <DeviceRequestRow
              key={request.id}
              request={request}
              isBusy={deciding !== null}
              onDecide={(decision) => void decide(request, decision)}
            />
          ))}
        </Rows>
      ) : list.approvesDevices ? (
        <Notice kind="empty" title={words.none} text={words.noneText} />
      ) : (
        <Notice kind="empty" title={words.off} text={words.offText} />
      )}
      {list === null ? null : (
        <button type="button" className="link" onClick={() => void readAgain()}>
          {words.readAgain}
        </button>
      )}
      <p className="about">{words.own}</p>
    </Screen>
  )
}

type FaultProps = { fault: ApiRefusal; isListHere: boolean; onTryAgain: () => void }

function Fault({ fault, isListHere, onTryAgain }: FaultProps) {
  return (
    <Notice
      kind="failed"
      title={isListHere ? words.notDecided : words.failed}
      text={fault.kind === 'unreachable' ? words.offline : fault.text}
    >
      {fault.kind === 'signInNeeded' ? (
        <Action to={paths.signIn.to({ returnTo: 'deviceRequests' })}>{words.signIn}</Action>
      ) : (
        <Action rank="second" onPress={onTryAgain}>
          {words.tryAgain}
        </Action>
      )}
    </Notice>
  )
}
