/** Where somebody was going when they were asked to sign in, carried along by the forms. */
import type { FC } from 'hono/jsx';

export const NextField: FC<{ next: string | null }> = ({ next }) =>
  next === null ? null : <input type="hidden" name="next" value={next} />;
