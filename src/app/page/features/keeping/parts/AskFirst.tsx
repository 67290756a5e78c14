import { Action } from '../../../ui/Action.tsx'
import { Opened } from '../../../ui/focus/Opened.tsx'
import '../../../ui/ask-first.css'

type AskFirstProps = {
  question: string
  text: string
  sure: string
  cancel: string
  isBusy: boolean
  onSure: () => void
  onCancel: () => void
}

/** What is asked before something that cannot be taken back by one press. */
export function AskFirst({
  question,
  text,
  sure,
  cancel,
  isBusy,
  onSure,
  onCancel,
}: AskFirstProps) {
  return (
    <Opened question={question} className="ask-first">
      <p>{question}</p>
      <p className="keeping__meaning">{text}</p>
      <Action isBusy={isBusy} isDisabled={isBusy} onPress={onSure}>
        {sure}
      </Action>
      <Action rank="second" onPress={onCancel}>
        {cancel}
      </Action>
    </Opened>
  )
}
