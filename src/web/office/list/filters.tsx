/** The filters of a list: one form, shown as a row on a desk and folded away on a phone. */
import type { FC } from 'hono/jsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DateField, SelectField, TextField } from '../form/fields.tsx';
import { isPosted, type ListDefinition, type ListFilter, type ListState } from './definition.ts';
import { isNarrowed } from './state.ts';

interface FiltersProps {
  readonly desk: Desk;
  readonly definition: ListDefinition<never>;
  readonly state: ListState;
}

export const ListFilters: FC<FiltersProps> = ({ desk, definition, state }) => {
  const { filters = [] } = definition;
  if (filters.length === 0) return null;
  const texts = officeTextsIn(desk.frame.language);
  const address = deskAddress(desk, definition.page);
  return (
    <search>
      <form class="filters" method={isPosted(definition) ? 'post' : 'get'} action={address}>
        {isPosted(definition) || desk.purpose === null ? null : (
          <input type="hidden" name="purpose" value={desk.purpose.name} />
        )}
        {state.sort === definition.sortedBy ? null : <input type="hidden" name="sort" value={state.sort} />}
        {filters.map((filter) => (
          <OneFilter desk={desk} filter={filter} state={state} />
        ))}
        <div class="buttons">
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.narrow}
          </button>
          {isNarrowed(state) ? (
            <a class="ds-button" data-variant="tertiary" href={address}>
              {texts.clearFilters}
            </a>
          ) : null}
        </div>
      </form>
    </search>
  );
};

const OneFilter: FC<{ desk: Desk; filter: ListFilter; state: ListState }> = ({ desk, filter, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const field = {
    desk,
    state: { values: state.filters, faults: {} },
    name: filter.name,
    label: filter.label(texts),
    // A filter may always be left empty, so that none need say so.
    required: 'filter' as const,
    ...(filter.hint === undefined ? {} : { hint: filter.hint(texts) }),
  };
  if (filter.kind === 'date') return <DateField {...field} />;
  if (filter.kind === 'text') return <TextField {...field} type="search" longest={100} />;
  return <SelectField {...field} options={filter.options?.(texts, desk) ?? []} empty={texts.all} />;
};
