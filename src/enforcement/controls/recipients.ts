/**
 * Controls of where personal data goes: recipients are registered whole, and what the ledger tells of disclosures
 * names only them; places where data lies are told and lie where the law lets them.
 */
import { EEA, type Policy, type Recipient } from '../../policy/index.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults } from './outcome.ts';

function gapsOf(recipient: Recipient): string[] {
  const abroad = recipient.countries.filter((country) => !EEA.has(country));
  const gaps = [
    recipient.purposes.length === 0 ? 'no purpose' : null,
    recipient.categories.length === 0 ? 'no category' : null,
    recipient.countries.length === 0 ? 'no country' : null,
    abroad.length > 0 && recipient.transfer === null ? `no transfer ground for ${abroad.join(', ')}` : null,
  ];
  return gaps.filter((gap) => gap !== null);
}

export const recipientsRegistered: Control = {
  name: 'recipients-registered',
  label: {
    nb: 'Alle mottakere er registrert, og ingen andre får noe',
    en: 'Every recipient is registered, and nobody else gets anything',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    for (const [name, recipient] of Object.entries(policy.recipients)) {
      for (const gap of gapsOf(recipient)) faults.add(`${name}: ${gap}`);
    }
    const { rows } = await owner.query<{ index: string; recipient: string | null }>(
      `select entry_index as index, convert_from(leaf, 'UTF8')::jsonb -> 'body' ->> 'recipient' as recipient
         from kept.ledger_entry where kind = 'disclosure'
          and not coalesce(convert_from(leaf, 'UTF8')::jsonb -> 'body' ->> 'recipient' = any($1), false)
        order by entry_index limit 1000`,
      [Object.keys(policy.recipients)],
    );
    for (const { index } of rows) faults.add(`kept.ledger_entry ${index}: disclosure to an unregistered recipient`);
    const count = Object.keys(policy.recipients).length;
    return faults.outcome(
      {
        nb: `${count} mottakere er registrert; ingen utlevering til andre.`,
        en: `${count} recipients registered; no disclosure to others.`,
      },
      { nb: 'En mottaker er ikke fullt registrert.', en: 'A recipient is not fully registered.' },
      { recipients: count },
    );
  },
};

export const dataLocationsRegistered: Control = {
  name: 'data-locations-registered',
  label: { nb: 'Stedene der data ligger er oppgitt', en: 'The places where data lies are registered' },
  async look({ policy }): Promise<ControlOutcome> {
    const faults = new Faults();
    const { dataLocations } = policy.security;
    if (dataLocations.length === 0) faults.add('data_locations: none');
    for (const { country } of dataLocations) if (!mayHold(policy, country)) faults.add(`data_locations: ${country}`);
    for (const [name, recipient] of storageRecipients(policy)) {
      const untold = recipient.countries.filter((country) => !dataLocations.some((place) => place.country === country));
      for (const country of untold) faults.add(`${name}: stores in ${country}, which data_locations does not tell`);
    }
    return faults.outcome(
      { nb: `${dataLocations.length} steder er oppgitt.`, en: `${dataLocations.length} places are registered.` },
      {
        nb: 'Et sted mangler eller ligger utenfor det loven tillater.',
        en: 'A place is missing or lies outside what the law allows.',
      },
      { locations: dataLocations.length },
    );
  },
};

/** In the EEA, or where a recipient with a transfer ground holds it. */
function mayHold(policy: Policy, country: string): boolean {
  const grounds = Object.values(policy.recipients).filter(({ transfer }) => transfer !== null);
  return EEA.has(country) || grounds.some(({ countries }) => countries.includes(country));
}

function storageRecipients(policy: Policy): [string, Recipient][] {
  return Object.entries(policy.recipients).filter(([, recipient]) => recipient.type === 'storage');
}
