import { rescue as words } from '#text/nb/screens/starting/rescue.ts'
import type { OutboxReading } from './outbox-file.ts'

/** Where this worker answers with the outbox as a file. It is a plain link, for the page has no script. */
export const outboxFilePath = '/redning/ikke-sendt'

/** The page stands alone: neither script nor style nor letters of the app may be there. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The colors of the app's theme, light and dark. */
const style = `
:root { color-scheme: light dark; --ground: #ffffff; --text: #212e2d; --quiet: #555f5f; --line: #b8bcbc;
  --mark: #ce4d4d; --press: #0e5563; --on-press: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ground: #141918; --text: #ececec; --quiet: #a5a9a8; --line: #4a5151;
  --mark: #bc6b64; --press: #85a9b0; --on-press: #000000; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1.125rem/1.5 Inter, system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: max(2rem, env(safe-area-inset-top)) 1.25rem 2rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0 0 0.25rem; font-size: 1.125rem; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
section { margin: 1.5rem 0; }
.kept { border-left: 0.375rem solid var(--press); padding-left: 1rem; }
.unknown { border-left: 0.375rem solid var(--mark); padding-left: 1rem; }
ol { margin: 0; padding-left: 1.5rem; }
li { margin-bottom: 0.5rem; }
a { display: flex; align-items: center; justify-content: center; min-height: 3.5rem; padding: 0.5rem 1rem;
  border: 2px solid var(--press); border-radius: 0.5rem; color: var(--press); font-weight: 600; text-align: center;
  text-decoration: none; }
a.first { background: var(--press); color: var(--on-press); }
a:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
.quiet { margin-top: 0.75rem; color: var(--quiet); font-size: 1rem; }
`

/** Says that the app cannot start, what became of what was written, and what to do. It claims only what was read. */
export function rescuePage(
  reading: OutboxReading,
  { tryAgainAt }: { tryAgainAt: string },
): Response {
  const isUnsent = reading.kind === 'read' && reading.outbox.entries.length > 0
  const html = `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${words.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.why}</p>
${keptPart(reading)}
<section>
<h2>${words.whatToDo}</h2>
<ol>${words.steps.map((step) => `<li>${step}</li>`).join('')}</ol>
</section>
<section>
<a class="first" href="${attribute(tryAgainAt)}">${words.tryAgain}</a>
</section>
${isUnsent ? takeOutPart() : ''}
</main>
</body>
</html>`
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  })
}

function keptPart(reading: OutboxReading): string {
  switch (reading.kind) {
    case 'none':
      return part('unknown', words.nothing, [words.nothingMeaning])
    case 'unread':
      return part('unknown', words.unread, [words.unreadMeaning])
    case 'read': {
      const { entries, drafts } = reading.outbox
      const sent = entries.length === 0 ? words.allSent : words.unsent(entries.length)
      return part('kept', words.kept, drafts === 0 ? [sent] : [sent, words.drafts])
    }
  }
}

function part(name: string, title: string, lines: readonly string[]): string {
  const text = lines.map((line) => `<p>${line}</p>`).join('')
  return `<section class="${name}"><h2>${title}</h2>${text}</section>`
}

function takeOutPart(): string {
  return `<section><a href="${outboxFilePath}">${words.takeOut}</a><p class="quiet">${words.takeOutMeaning}</p></section>`
}

/** The only text of the page that is not this app's own. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
