/** UUIDs of version 7 (RFC 9562, section 5.7): they sort by the time they were made, so that indexes grow at one end. */
import { randomBytes } from 'node:crypto';

/** @param now Milliseconds since 1970 go into the first 48 bits. */
export function newIds(now: () => Date): () => string {
  return () => {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(now().getTime(), 0, 6);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
}
