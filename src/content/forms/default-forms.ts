import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { avvik } from './avvik.ts'
import { besoksnotat } from './besoksnotat.ts'
import { endring } from './endring.ts'
import { evakuering } from './evakuering.ts'
import { hendelseslogg } from './hendelseslogg.ts'
import { kartlegging } from './kartlegging.ts'
import { mottakslogg } from './mottakslogg.ts'
import { news } from './news.ts'
import { observasjoner } from './observasjoner.ts'
import { oppmotelogg } from './oppmotelogg.ts'
import { signeringsliste } from './signeringsliste.ts'
import { telefonlogg } from './telefonlogg.ts'
import { utleveringDispenser } from './utlevering-dispenser.ts'
import { utskriftslogg } from './utskriftslogg.ts'
import { vaktrapport } from './vaktrapport.ts'

/** The forms that a new municipality starts with: those of the manual journal (`domain.md` 4.6), NEWS2 and the mapping. */
export const defaultForms: readonly Questionnaire[] = [
  besoksnotat,
  signeringsliste,
  utleveringDispenser,
  observasjoner,
  news,
  kartlegging,
  endring,
  evakuering,
  hendelseslogg,
  telefonlogg,
  oppmotelogg,
  vaktrapport,
  avvik,
  mottakslogg,
  utskriftslogg,
]
