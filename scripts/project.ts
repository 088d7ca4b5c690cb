import path from 'node:path';

/** The project's folder: every other path is derived from it. */
export const projectRoot = path.resolve(import.meta.dirname, '..');

/** Something the person at the keyboard can mend: shown as its sentence, without a stack. */
export class Sentence extends Error {}
