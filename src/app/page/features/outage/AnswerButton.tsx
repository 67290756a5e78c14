type AnswerButtonProps = { text: string; isChosen: boolean; onPress: () => void }

/** A big answer, with a mark when it is the one that stands. */
export function AnswerButton({ text, isChosen, onPress }: AnswerButtonProps) {
  return (
    <button type="button" className="answer" aria-pressed={isChosen} onClick={onPress}>
      {isChosen ? <span aria-hidden>✓ </span> : null}
      {text}
    </button>
  )
}
