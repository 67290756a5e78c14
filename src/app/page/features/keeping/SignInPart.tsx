import type { SignInState } from '#domain/accounts/account.ts'
import type { Instant } from '#domain/time/instant.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useNow } from '../../services/use-now.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

type SignInPartProps = { signIn: SignInState; isBusy: boolean; onGive: () => void }

/** How she gets in, and the code for when she does not. */
export function SignInPart({ signIn, isBusy, onGive }: SignInPartProps) {
  const now = useNow()
  return (
    <>
      <GroupHeading text={words.signIn} />
      <p>{stateWords(signIn, now)}</p>
      <p className="field__help">{words.giveCodeMeaning}</p>
      <Action rank="second" isBusy={isBusy} isDisabled={isBusy} onPress={onGive}>
        {words.giveCode}
      </Action>
    </>
  )
}

function stateWords(signIn: SignInState, now: Instant): string {
  switch (signIn.kind) {
    case 'password':
      return words.hasPassword
    case 'none':
      return words.hasNothing
    case 'code': {
      const until = momentWords(signIn.expiresAt, now)
      return signIn.hasPassword ? words.hasCodeToo(until) : words.hasCode(until)
    }
  }
}
