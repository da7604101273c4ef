/** Digests make stored tokens useless to whoever reads the tables, where they are only compared. */
import { createHash } from 'node:crypto';

/** Tokens are 32 random letters and digits: a plain digest cannot be guessed back. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
