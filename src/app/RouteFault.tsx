import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { shell } from '#text/nb/shell.ts'

/** What stands where a screen failed. A fault is never shown as an empty list. */
export function RouteFault() {
  return (
    <main className="screen">
      <Heading level={1}>{shell.fault}</Heading>
      <Paragraph>{shell.faultMeaning}</Paragraph>
      <Button onClick={() => location.reload()}>{shell.openAgain}</Button>
    </main>
  )
}
