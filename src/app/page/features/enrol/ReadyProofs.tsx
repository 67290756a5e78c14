import { useState } from 'react'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import type { EmployeeId } from '#domain/base/ids.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import { readReadiness, readyProof } from '../../services/readiness.ts'
import { useDevice, useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { useNow } from '../../services/use-now.ts'
import { Waiting } from '../../parts/Waiting.tsx'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Proofs } from '../../ui/Proofs.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Durability } from './Durability.tsx'
import { ProveForm } from './ProveForm.tsx'
import { type OfflineProof, proofsOf } from './proofs-of.ts'

/** Six proofs; «Ikke klar ennå» until the last one. */
export function ReadyProofs({ employeeId }: { employeeId: EmployeeId }) {
  const { device, clock, isShellWhole, storage } = useServices()
  const isPersisted = useLiveQuery(() => storage.isPersisted())
  const { sync } = useDevice()
  const now = useNow()
  const navigate = useNavigate()
  const readiness = useOpened(readReadiness)
  const [offline, setOffline] = useState<OfflineProof>(() => provedBefore(employeeId))

  if (readiness === undefined || readiness === null) return <Waiting />
  const proofs = proofsOf(readiness, offline, now)
  const isFetched = proofs.slice(0, 5).every(({ state }) => state === 'done' || state === 'lacking')
  const isReady = isFetched && (offline.kind === 'done' || offline.kind === 'proved')

  async function prove(code: string) {
    setOffline({ kind: 'reading', done: 0, of: 1 })
    const answer = await device.proveWithoutNetwork(employeeId, code, (done, of) =>
      setOffline({ kind: 'reading', done, of }),
    )
    const isWhole = await isShellWhole()
    if (!answer.ok) {
      const { refusal } = answer
      setOffline(
        refusal.kind === 'wrongCode'
          ? { kind: 'wrongCode' }
          : { kind: 'failed', what: refusal.read.faults.join(', ') },
      )
    } else if (!isWhole) setOffline({ kind: 'failed', what: enrol.shellMissing })
    else {
      readyProof.keep(employeeId, clock.now())
      setOffline({ kind: 'done', documents: answer.read.documents })
    }
  }

  return (
    <Screen
      kind="plain"
      title={enrol.title}
      beside={
        isFetched && !isReady ? (
          <Link className="link" to={paths.now.to()}>
            {enrol.later}
          </Link>
        ) : undefined
      }
      under={enrol.meaning}
      foot={
        <>
          <p className="proofs__verdict" role="status">
            <strong>{isReady ? enrol.ready : enrol.notReady}</strong>{' '}
            {isReady
              ? isPersisted === true
                ? enrol.readyText
                : enrol.readyNow
              : nextStep(isFetched, sync.line === 'offline')}
          </p>
          {isReady ? <Durability isPersisted={isPersisted} /> : null}
          {isReady ? (
            <>
              <Action rank="primary" onPress={() => void navigate(paths.now.to())}>
                {enrol.start}
              </Action>
              {offline.kind === 'proved' ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => setOffline({ kind: 'notTried' })}
                >
                  {enrol.proveAgain}
                </button>
              ) : null}
            </>
          ) : isFetched ? (
            <ProveForm
              isBusy={offline.kind === 'reading'}
              isWrong={offline.kind === 'wrongCode'}
              onProve={(code) => void prove(code)}
            />
          ) : (
            <Action rank="second" to={paths.now.to()}>
              {enrol.stop}
            </Action>
          )}
        </>
      }
    >
      <Proofs label={enrol.proofs} proofs={proofs} />
      {!isFetched && sync.line === 'offline' ? (
        <Action rank="second" onPress={() => void device.core().syncNow()}>
          {enrol.tryAgain}
        </Action>
      ) : null}
    </Screen>
  )
}

/** The proof of before still stands when she comes back to look. */
function provedBefore(employee: EmployeeId): OfflineProof {
  const at = readyProof.find(employee)
  return at === null ? { kind: 'notTried' } : { kind: 'proved', at }
}

function nextStep(isFetched: boolean, isOffline: boolean): string {
  if (isFetched) return enrol.proveLast
  return isOffline ? enrol.noNetwork : enrol.waitForAll
}
