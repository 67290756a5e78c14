import { useState } from 'react'
import { enrol } from '#text/nb/screens/enrol.ts'
import { useServices } from '../../services/services.ts'

type DurabilityProps = { isPersisted: boolean | null | undefined }

/** That the browser may delete the data, until it has promised not to. */
export function Durability({ isPersisted }: DurabilityProps) {
  const { storage } = useServices()
  const [answer, setAnswer] = useState<'notAsked' | 'promised' | 'refused'>('notAsked')
  if (isPersisted === undefined || isPersisted === true || answer === 'promised') return null

  async function ask() {
    setAnswer((await storage.askToPersist()) ? 'promised' : 'refused')
  }

  return (
    <div className="proofs__durability" role="status">
      <p>{answer === 'refused' ? enrol.persistRefused : enrol.mayBeDeleted}</p>
      <button type="button" className="link" onClick={() => void ask()}>
        {enrol.askPersist}
      </button>
    </div>
  )
}
