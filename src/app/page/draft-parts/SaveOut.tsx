import { forms as words } from '#text/nb/screens/forms.ts'
import { Action } from '../ui/Action.tsx'
import { saveFile } from '../ui/save-file.ts'

/** Lets the employee take what she wrote off a device that does not store it. The file can be read by anybody, and says so. */
export function SaveOut({ lines }: { lines: () => readonly string[] }) {
  function saveOut() {
    const bytes = new TextEncoder().encode(`${lines().join('\r\n')}\r\n`)
    saveFile(bytes, words.savedOutFile, 'text/plain;charset=utf-8')
  }
  return (
    <>
      <Action rank="second" onPress={saveOut}>
        {words.saveOut}
      </Action>
      <p className="saved">{words.saveOutMeaning}</p>
    </>
  )
}
