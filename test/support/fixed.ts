/** Clocks and ids that are the same at every run. */
import { createHash } from 'node:crypto';

/** A clock that stands still until it is moved. */
export function fixedClock(iso: string): { now: () => Date; move: (milliseconds: number) => void } {
  let at = new Date(iso).getTime();
  return {
    now: () => new Date(at),
    move: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** Ids in the form of UUIDs, the same for the same seed. */
export function seededIds(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${seed}\0${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
