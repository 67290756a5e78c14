import { type Selector, transform } from 'lightningcss'
import type { Plugin } from 'vite'

const framePattern = /<section id="lock-frame"[\s\S]*?<\/section>/
const sheetPattern = /\s*<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)">/

/**
 * Gives the lock screen's frame in `index.html` a small stylesheet of its own, cut from the app's, and keeps the app's for later: a phone reads a
 * tenth of the rules before the keypad is painted. `laterClasses` are those that the first script gives it. The cut is the same rules in the same order, so the app's changes nothing of it.
 */
export function frameStyles(laterClasses: readonly string[]): Plugin {
  return {
    name: 'frame-styles',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') this.error('index.html is not in the bundle.')
      const html = String(page.source)
      const frame = framePattern.exec(html)?.[0]
      const [link = '', sheet = ''] = sheetPattern.exec(html) ?? []
      const styles = bundle[sheet]
      if (frame === undefined || styles?.type !== 'asset') {
        this.error('index.html has no frame or no stylesheet.')
      }
      const { classes, attributes } = namesIn(`${/<html[^>]*>/.exec(html)?.[0]}${frame}`)
      const names = { classes: new Set([...classes, ...laterClasses]), attributes }
      const cut = this.emitFile({
        type: 'asset',
        name: 'frame.css',
        source: cutStyles(Buffer.from(styles.source), names),
      })
      const cutLink = link.replace(sheet, this.getFileName(cut))
      // Of no medium, so that nothing waits for it; the app's start gives it every medium.
      const later = link.replace('<link', '<link id="app-styles" media="not all"')
      page.source = html.replace(link, `${cutLink}${later}`)
    },
  }
}

/** What the frame is made of, and the page's own element around it. */
type Names = { classes: ReadonlySet<string>; attributes: ReadonlySet<string> }

function namesIn(html: string): Names {
  const words = [...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '))
  const attributes = [...html.matchAll(/\s([a-z-]+)(?:=|\s|>)/g)].map(([, name = '']) => name)
  return { classes: new Set(words), attributes: new Set(attributes) }
}

/** The rules that may apply where only these classes and attributes are, and of the custom properties those that they use. */
export function cutStyles(styles: Uint8Array, names: Names): Uint8Array {
  const cut = transform({
    filename: 'frame.css',
    code: styles,
    minify: true,
    visitor: {
      Rule: {
        style: ({ value }) =>
          value.selectors.some((selector) => mayApply(selector, names)) ? undefined : [],
      },
    },
  })
  const used = usedProperties(cut.code.toString())
  return transform({
    filename: 'frame.css',
    code: cut.code,
    minify: true,
    visitor: {
      Declaration: {
        custom: ({ name }) => (!name.startsWith('--') || used.has(name) ? undefined : []),
      },
    },
  }).code
}

function mayApply(selector: Selector, names: Names): boolean {
  return selector.every((part) => {
    if (part.type === 'class') return names.classes.has(part.name)
    if (part.type === 'attribute') return names.attributes.has(part.name)
    const isChoice = part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where')
    return !isChoice || part.selectors.some((one) => mayApply(one, names))
  })
}

/** Custom properties that other properties use, and those that these are made of. */
function usedProperties(css: string): ReadonlySet<string> {
  const declarations = css.split(/[{};]/).map((text) => {
    const [name = '', ...value] = text.split(':')
    return {
      name,
      uses: [...value.join(':').matchAll(/var\((--[\w-]+)/g)].map(([, use = '']) => use),
    }
  })
  const used = new Set(
    declarations.filter(({ name }) => !name.startsWith('--')).flatMap(({ uses }) => uses),
  )
  for (const name of used) {
    for (const one of declarations) if (one.name === name) for (const use of one.uses) used.add(use)
  }
  return used
}
