/** Notes of staff about customers. */
export { LONGEST_NOTE, type Note, readNotes, writeNote } from './notes.ts';
