import { describeFault } from './run-command.ts'

type Answering<Outcome> = {
  carryOut: () => Promise<Outcome>
  /** What is answered where the database is out of reach, or the environment is wrong; `sentence` says so. */
  ofFault: (sentence: string) => Outcome
  textOf: (outcome: Outcome) => string
}

/**
 * Carries out a command that a script may call, and answers its exit code. Standard output holds the answer alone; wrong
 * usage (2) is told on standard error.
 */
export async function answerCommand<Outcome extends { exitCode: number; answer: unknown }>(
  answerAs: 'json' | 'text',
  { carryOut, ofFault, textOf }: Answering<Outcome>,
): Promise<number> {
  if (answerAs === 'json') {
    const outcome = await carryOut().catch((error: unknown) => {
      const sentence = describeFault(error)
      if (sentence === null) throw error
      console.error(sentence)
      return ofFault(sentence)
    })
    console.log(JSON.stringify(outcome.answer))
    return outcome.exitCode
  }
  const outcome = await carryOut()
  if (outcome.exitCode === 2) console.error(textOf(outcome))
  else console.log(textOf(outcome))
  return outcome.exitCode
}
