import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { start } from '#text/nb/start.ts'

export function StartScreen() {
  return (
    <main className="screen">
      <Heading level={1}>{start.title}</Heading>
      <Paragraph>{start.meaning}</Paragraph>
    </main>
  )
}
