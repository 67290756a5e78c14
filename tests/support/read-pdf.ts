import { execFileSync, spawnSync } from 'node:child_process'

/** What a reader or a search finds in the PDF (poppler's pdftotext). */
export function textOfPdf(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: bytes,
    maxBuffer: 2 ** 28,
  }).toString()
}

export function pagesOfPdf(bytes: Uint8Array): string[] {
  return textOfPdf(bytes).split('\f').slice(0, -1)
}

/** The name of each font and whether it is embedded and maps back to characters. */
export function fontsOfPdf(
  bytes: Uint8Array,
): { name: string; embedded: boolean; unicode: boolean }[] {
  const lines = execFileSync('pdffonts', ['-'], { input: bytes }).toString().trim().split('\n')
  return lines.slice(2).map((line) => {
    const [name = '', ...rest] = line.trim().split(/\s+/)
    const [embedded, , unicode] = rest.slice(-5, -2)
    return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' }
  })
}

/** Exit code and words of `qpdf --check` on a file. */
export function checkPdf(path: string): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path])
  return { code: status, output: `${stdout.toString()}${stderr.toString()}` }
}
