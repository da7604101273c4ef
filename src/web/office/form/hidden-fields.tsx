/** Fields that travel with a form without being typed. */
import type { FC } from 'hono/jsx';

export const HiddenFields: FC<{ fields: Readonly<Record<string, string | readonly string[]>> }> = ({ fields }) => (
  <>
    {Object.entries(fields).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => <input type="hidden" name={name} value={one} />),
    )}
  </>
);
