/** What is asked for of a list, from the address or from the form that was posted, and the address that asks for it. */
import { readPlace } from '../../../register/index.ts';
import { typedIn, type WebContext } from '../../http-request.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { isPosted, type ListDefinition, type ListState } from './definition.ts';

/** Characters of a filter at most; what is longer counts as nothing. */
const LONGEST = 200;

export async function readListState<Row>(context: WebContext, definition: ListDefinition<Row>): Promise<ListState> {
  const posted = context.req.method === 'POST' ? await typedIn(context) : null;
  const asked = (name: string, text: boolean): string => {
    // What may be a name is taken from no address.
    const value = posted === null ? (text ? '' : (context.req.query(name) ?? '')) : (posted[name] ?? '');
    return value.length > LONGEST ? '' : value.trim();
  };
  const texts = new Set((definition.filters ?? []).flatMap(({ kind, name }) => (kind === 'text' ? [name] : [])));
  return stateFrom(definition, (name) => asked(name, texts.has(name)));
}

/** @param asked What was asked for under a name; an empty text where nothing was. */
export function stateFrom<Row>(definition: ListDefinition<Row>, asked: (name: string) => string): ListState {
  const filters = (definition.filters ?? []).map(({ name, kind }) => {
    const value = asked(name);
    return [name, kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? '' : value] as const;
  });
  const wanted = asked('sort');
  const sort = Object.hasOwn(definition.sorts, wanted) ? wanted : definition.sortedBy;
  const order = definition.sorts[sort];
  if (order === undefined) throw new Error(`the list ${definition.page} has no sort ${sort}`);
  return { filters: Object.fromEntries(filters), sort, order, place: readPlace(asked('place'), order) };
}

/** The fields that ask for a list as it is, but for what is changed. */
export function fieldsOf<Row>(
  definition: ListDefinition<Row>,
  state: ListState,
  change: { readonly sort?: string; readonly place?: string | null; readonly without?: string },
): Readonly<Record<string, string>> {
  const sort = change.sort ?? state.sort;
  const filters = Object.entries(state.filters).filter(([name, value]) => value !== '' && name !== change.without);
  return {
    ...Object.fromEntries(filters),
    ...(sort === definition.sortedBy ? {} : { sort }),
    ...(change.place ? { place: change.place } : {}),
  };
}

/** The address of a list that is not posted. */
export function listAddress<Row>(
  desk: Desk,
  definition: ListDefinition<Row>,
  fields: Readonly<Record<string, string>>,
): string {
  const address = deskAddress(desk, definition.page);
  const query = new URLSearchParams(isPosted(definition) ? {} : fields).toString();
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

export const isNarrowed = ({ filters }: ListState): boolean => Object.values(filters).some((value) => value !== '');
