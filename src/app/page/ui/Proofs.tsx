import { CheckmarkCircleIcon, CircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import './proofs.css'
import { Progress } from './Progress.tsx'

export type Proof = {
  title: string
  text: string
  /** lacking: there is nothing more to wait for, and something is missing all the same. */
  state: 'done' | 'waiting' | 'failed' | 'lacking'
  /** The state in a word, for users who do not see the mark. */
  stateWord: string
  progress?: { done: number; of: number } | undefined
}

const marks = {
  done: CheckmarkCircleIcon,
  waiting: CircleIcon,
  failed: ExclamationmarkTriangleIcon,
  lacking: ExclamationmarkTriangleIcon,
}

export function Proofs({ proofs, label }: { proofs: readonly Proof[]; label: string }) {
  return (
    <ol className="proofs" aria-label={label}>
      {proofs.map((proof) => {
        const Mark = marks[proof.state]
        return (
          <li key={proof.title}>
            <span className={`proofs__mark proofs__mark--${proof.state}`}>
              <Mark title={proof.stateWord} />
            </span>
            <div>
              <span className="proofs__title">{proof.title}</span>
              <span className="proofs__text">{proof.text}</span>
              {proof.progress === undefined ? null : (
                <Progress label={proof.title} {...proof.progress} />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
