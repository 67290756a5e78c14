import type { SignInCode } from '#app/online/account-calls.ts'
import { codes as words } from '#text/nb/screens/keeping/codes.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { CodeSlip } from './CodeSlip.tsx'
import './code-slips.css'

type CodesScreenProps = { title: string; codes: readonly SignInCode[] }

/** The codes that have just been made, as slips to print. The server cannot show them again. */
export function CodesScreen({ title, codes }: CodesScreenProps) {
  return (
    <Screen
      title={title}
      above={words.title}
      foot={
        codes.length === 0 ? undefined : (
          <Action rank="primary" onPress={() => window.print()}>
            {words.print(codes.length)}
          </Action>
        )
      }
      beside={
        <Action rank="second" to={paths.employees.to()}>
          {words.done}
        </Action>
      }
    >
      {codes.length === 0 ? null : (
        <>
          <Notice kind="old" title={words.once} text={words.onceText} />
          <ul className="code-slips" aria-label={words.slips}>
            {codes.map((code) => (
              <CodeSlip key={code.account} code={code} />
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}
