import { shell } from '#text/nb/shell.ts'

export function Waiting() {
  return (
    <main className="screen" aria-busy="true">
      <p>{shell.waiting}</p>
    </main>
  )
}
