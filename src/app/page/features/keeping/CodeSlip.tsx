import type { SignInCode } from '#app/online/account-calls.ts'
import { codes as words } from '#text/nb/screens/keeping/codes.ts'
import { fullMoment } from '#text/nb/words/time.ts'
import { codeFragment } from '../../paths/code-fragment.ts'
import { paths } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'
import { QrCode } from '../../ui/QrCode.tsx'

/** What one employee gets on paper: where to go, her username, her code, and the same as a picture for the camera. */
export function CodeSlip({ code }: { code: SignInCode }) {
  const status = useOpened((core) => core.vault.status())
  const address = `${location.origin}${paths.firstCode.to()}`
  const root = status?.server?.root ?? null
  return (
    <li className="code-slip" aria-label={words.slip(code.name)}>
      <div>
        <p className="code-slip__name">{code.name}</p>
        <p>{words.how(address.replace(/^https?:\/\//, ''))}</p>
        <dl>
          <dt>{words.username}</dt>
          <dd>{code.username}</dd>
          <dt>{words.code}</dt>
          <dd className="code-slip__code">{code.code}</dd>
        </dl>
        <p className="code-slip__until">{words.until(fullMoment(code.expiresAt))}</p>
      </div>
      <QrCode text={`${address}${codeFragment({ ...code, root })}`} label={words.qr(code.name)} />
    </li>
  )
}
