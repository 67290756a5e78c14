import { countersign as words } from '#text/nb/screens/writing/countersign.ts'
import { AboutNoteScreen, type NoteAddress } from './AboutNoteScreen.tsx'
import { Countersign } from './Countersign.tsx'

/** Double control: the note is read here, and a second employee signs that she has checked it. */
export function CountersignScreen(address: NoteAddress) {
  return (
    <AboutNoteScreen {...address} title={words.title} meaning={words.meaning}>
      {(at) => <Countersign {...at} />}
    </AboutNoteScreen>
  )
}
