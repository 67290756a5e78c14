import * as z from 'zod/mini'
import { SymptomGuide } from '#domain/cards/symptom.ts'

/** «Hva virker ikke?»: which cards each symptom leads to, and the one question that may change it. */
export const defaultSymptomGuides: readonly SymptomGuide[] = z.array(SymptomGuide).parse([
  {
    symptom: 'power',
    cards: ['TK-01', 'TK-02'],
    question: {
      text: 'Er strømmen borte i hele området?',
      answers: [
        { id: 'area', text: 'Ja, området', cards: ['TK-01', 'TK-02'] },
        { id: 'building', text: 'Nei, bare bygget', cards: ['TK-01'] },
      ],
    },
  },
  {
    symptom: 'mobile',
    cards: ['TK-02', 'TK-05'],
    question: {
      text: 'Virker mobilen hos en annen operatør?',
      answers: [
        { id: 'otherWorks', text: 'Ja, bare én operatør er nede', cards: ['TK-02'] },
        { id: 'noneWorks', text: 'Nei, eller vet ikke', cards: ['TK-02', 'TK-05'] },
      ],
    },
  },
  {
    symptom: 'internet',
    cards: ['TK-02'],
    question: {
      text: 'Hva ser du?',
      answers: [
        { id: 'netOnly', text: 'Bare nettet er borte', cards: ['TK-02'] },
        { id: 'ehrToo', text: 'EPJ eller Citrix er også borte', cards: ['TK-02', 'TK-04'] },
        {
          id: 'attackSigns',
          text: 'Uvanlige filer, krav om løsepenger eller mange utestengt',
          cards: ['TK-03', 'TK-02'],
        },
      ],
    },
  },
  {
    symptom: 'ehr',
    cards: ['TK-04'],
    question: {
      text: 'Hva ser du?',
      answers: [
        { id: 'ehrOnly', text: 'Bare EPJ eller Citrix svikter', cards: ['TK-04'] },
        { id: 'allGone', text: 'Hele nettet er borte', cards: ['TK-02'] },
        {
          id: 'attackSigns',
          text: 'Uvanlige filer, krav om løsepenger eller mange utestengt',
          cards: ['TK-03'],
        },
      ],
    },
  },
  {
    symptom: 'alarm',
    cards: ['TK-05'],
    question: {
      text: 'Hvor mange alarmer er stille?',
      answers: [
        { id: 'one', text: 'Én bruker', cards: ['TK-05'] },
        { id: 'many', text: 'Mange', cards: ['TK-05', 'TK-14'] },
        {
          id: 'supplier',
          text: 'Leverandøren eller responssenteret er nede',
          cards: ['TK-14', 'TK-05'],
        },
      ],
    },
  },
  { symptom: 'dispenser', cards: ['TK-06'], question: null },
  { symptom: 'supervision', cards: ['TK-07'], question: null },
  { symptom: 'lock', cards: ['TK-08'], question: null },
  {
    symptom: 'signIn',
    cards: ['TK-13'],
    question: {
      text: 'Kan det være et dataangrep?',
      answers: [
        { id: 'attackSigns', text: 'Ja, eller mistanke', cards: ['TK-03', 'TK-13'] },
        { id: 'noSigns', text: 'Nei', cards: ['TK-13'] },
      ],
    },
  },
  { symptom: 'water', cards: ['TK-09'], question: null },
  {
    symptom: 'road',
    cards: ['TK-10'],
    question: {
      text: 'Har politiet bestemt at noen skal ut?',
      answers: [
        { id: 'noEvacuation', text: 'Nei', cards: ['TK-10'] },
        { id: 'evacuation', text: 'Ja, evakuering', cards: ['TK-11', 'TK-10'] },
      ],
    },
  },
  { symptom: 'attack', cards: ['TK-03'], question: null },
  { symptom: 'leak', cards: ['TK-12'], question: null },
])
