import { Button } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

type ActionProps = {
  /** primary: the one thing this screen is for. */
  rank?: 'primary' | 'main' | 'second'
  icon?: ReactNode
  isBusy?: boolean
  isDisabled?: boolean
  children: ReactNode
} & (
  | { to: string }
  | { href: string; onPress?: () => void }
  | { onPress: () => void }
  | { submits: true }
)

/** A button for the next step, as wide as the screen, worded as what will happen. */
export function Action({ rank, icon, isBusy, isDisabled, children, ...target }: ActionProps) {
  const look = {
    className: rank === 'primary' ? 'button button--primary' : 'button',
    variant: rank === 'second' ? 'secondary' : 'primary',
  } as const
  if ('to' in target) {
    return (
      <Button {...look} asChild>
        <Link to={target.to}>
          {icon}
          {children}
        </Link>
      </Button>
    )
  }
  if ('href' in target) {
    return (
      <Button {...look} asChild>
        <a href={target.href} onClick={target.onPress}>
          {icon}
          {children}
        </a>
      </Button>
    )
  }
  return (
    <Button
      {...look}
      type={'submits' in target ? 'submit' : 'button'}
      aria-busy={isBusy === true}
      disabled={isDisabled === true}
      onClick={'onPress' in target ? target.onPress : undefined}
    >
      {icon}
      {children}
    </Button>
  )
}
