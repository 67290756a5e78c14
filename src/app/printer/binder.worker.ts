import { expose } from 'comlink'
import { binderPrinter } from './binder-printer.ts'

expose(binderPrinter())
