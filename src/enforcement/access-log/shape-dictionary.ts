/** Numbers of the log's shapes, asked for once each and then remembered: there are as many as kinds of statement. */
import type { Pool } from '../../postgres/index.ts';
import type { AccessShape } from './entry.ts';

export interface ShapeDictionary {
  /** The number at once when it is known, so that the usual entry waits for nothing. */
  known(shape: AccessShape): number | undefined;
  /** Finds or makes it. */
  find(shape: AccessShape): Promise<number>;
}

export function shapeDictionary(pool: Pool): ShapeDictionary {
  // Statements are planned once, so the same object comes again; equal ones are found by their text.
  const byObject = new WeakMap<AccessShape, number>();
  const byText = new Map<string, Promise<number>>();
  async function ask({ purpose, action, tables, categories }: AccessShape): Promise<number> {
    const { rows } = await pool.query<{ id: number }>('select kept.access_shape_id($1, $2, $3, $4) as id', [
      purpose,
      action,
      tables,
      categories,
    ]);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('kept.access_shape_id gave no number');
    return id;
  }
  return {
    known: (shape) => byObject.get(shape),
    async find(shape) {
      const text = JSON.stringify([shape.purpose, shape.action, shape.tables, shape.categories]);
      const asked = byText.get(text) ?? ask(shape);
      byText.set(text, asked);
      // What failed is asked again by the next one.
      asked.catch(() => byText.delete(text));
      const id = await asked;
      byObject.set(shape, id);
      return id;
    },
  };
}
