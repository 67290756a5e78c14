import { importLists as words } from '#text/nb/screens/import.ts'
import { Action } from '../../ui/Action.tsx'
import { Progress } from '../../ui/Progress.tsx'
import type { RunningImport } from './use-import-watch.ts'

/** How far an import has come, and the way out of it. */
export function ImportProgressLine({ running }: { running: RunningImport }) {
  const { progress, onCancel } = running
  const { step, done, of } = progress ?? { step: 'reading', done: 0, of: 1 }
  return (
    <div className="import__progress">
      <p role="status">{words.steps[step]}</p>
      <Progress label={words.steps[step]} done={done} of={of} />
      {of > 1 ? <p className="import__then">{words.stepCount(done, of)}</p> : null}
      <Action rank="second" onPress={onCancel}>
        {words.stop}
      </Action>
    </div>
  )
}
