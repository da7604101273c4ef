-- Searching names as they are typed and as they are misspelt.
-- Why: under row-level security Postgres uses an index only for operators that cannot leak, and none that knows
-- likeness is among them. `kept apply` makes a function for each column that the policy lets people be searched by; it
-- looks here as the owner, for rows that permit the purpose that calls it. An older server can still run against this.

-- Bodies that begin with RETURN are bound to what they call when they are made, so they need no search path and can be
-- written into the statement that calls them.

-- A word as it sounds: accents, Sámi letters, double letters and spellings that Norwegian names have beside each other.
create function kept.search_sound(word text) returns text
language sql immutable strict parallel safe
return regexp_replace(
  translate(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      translate(word, 'åäáàâãøöóòôõæéèêëíïúüýčçđðŋñšŧž', 'aaaaaaooooooeeeeeiiuuyccddnnstz'),
      'ae', 'e'), 'oe', 'o'), 'ch', 'k'), 'ck', 'k'), 'ph', 'f'), 'th', 't'), 'dt', 't'),
      'hj', 'j'), 'gj', 'j'), 'hv', 'v'), 'x', 'ks'),
    'cqwzyj', 'kkvsii'),
  '(.)\1+', '\1', 'g');

-- The words of a text in lower case, whatever the collation of the database; at most twelve.
create function kept.search_words(given text) returns text[]
language sql immutable strict parallel safe
return (array_remove(regexp_split_to_array(
  lower(translate(normalize(given, nfc),
    'ÆØÅÄÖÁČĐŊŠŦŽÉÈÊËÜÍÏÓÒÔÕÚÀÂÃÇÑÝÐÞ', 'æøåäöáčđŋšŧžéèêëüíïóòôõúàâãçñýðþ') collate "C") collate "C",
  '[[:space:][:punct:]]+'), ''))[1:12];

-- What is left of a sound when one of its letters is not there: two words that differ in one letter have one in common.
create function kept.search_gaps(sound text) returns text[]
language sql immutable strict parallel safe
return (select coalesce(array_agg(distinct overlay(sound placing '' from at for 1)), '{}')
          from generate_series(1, case when length(sound) >= 4 then least(length(sound), 20) else 0 end) as at);

-- What a text is found by: each word as it is written (w), as it sounds (s), and with a letter missing (g). With its
-- owner's rights, because whoever stores a name calls it through the index.
create function kept.search_vector(given text) returns tsvector
language plpgsql immutable strict parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
  found text[] := '{}';
  word text;
  sound text;
  gap integer;
begin
  foreach word in array kept.search_words(given) loop
    sound := kept.search_sound(word);
    found := found || ('w' || word) || ('s' || sound);
    if length(sound) >= 4 then
      for gap in 1..least(length(sound), 20) loop
        found := found || ('g' || overlay(sound placing '' from gap for 1));
      end loop;
    end if;
  end loop;
  return array_to_tsvector(found);
end $$;

-- How a typed text is looked for, best first: the very words; words that begin so; that sound so; that differ from it in
-- a letter for each word. In whatever order they are typed.
create function kept.search_queries(typed text) returns tsquery[]
language plpgsql immutable strict parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked text[] := '{}';
  word text;
  sound text;
  ending text;
begin
  foreach word in array (kept.search_words(typed))[1:6] loop
    sound := kept.search_sound(word);
    -- Of a long word the end may still be missing; of a short one that would be anything.
    ending := case when length(sound) >= 6 then ':*' else '' end;
    asked := asked || array[
      quote_literal('w' || word),
      quote_literal('w' || word) || ':*',
      quote_literal('s' || sound) || ':*',
      '(' || quote_literal('s' || sound) || ':*'
        || (select coalesce(string_agg(' | ' || quote_literal('s' || gap) || ending || ' | ' || quote_literal('g' || gap) || ending, ''), '')
              from unnest(kept.search_gaps(sound)) as gap)
        || case when length(sound) >= 4 then ' | ' || quote_literal('g' || sound) || ending else '' end || ')'];
  end loop;
  return array(select string_agg(asked[at], ' & ' order by at)::tsquery
                 from generate_series(1, cardinality(asked)) as at
                group by (at - 1) % 4 order by (at - 1) % 4);
end $$;

revoke execute on function kept.search_sound(text), kept.search_words(text), kept.search_gaps(text),
  kept.search_vector(text), kept.search_queries(text) from public;

-- Written at once and not gathered first: what is gathered would be read through by every search.
create index customer_search on register.customer using gin (kept.search_vector(legal_name)) with (fastupdate = off);
create index contact_person_search on register.contact_person using gin (kept.search_vector(full_name))
  with (fastupdate = off);
-- Whom goods go to, as long as they are on their way.
create index sales_order_search on register.sales_order using gin (kept.search_vector(deliver_to_name))
  with (fastupdate = off) where status in ('placed', 'confirmed', 'part-delivered');

-- The beginning of a mail address, by an operator that cannot leak.
create index customer_email_begins on register.customer (email text_pattern_ops);
create index contact_person_email_begins on register.contact_person (email text_pattern_ops);
-- Whole numbers, by equality.
create index customer_phone on register.customer (phone) where phone is not null;
create index contact_person_phone on register.contact_person (phone) where phone is not null;
create index customer_organisation on register.customer (organisation_number) where organisation_number is not null;
create index invoice_payment_reference on register.invoice (payment_reference);

-- The search before read these from the first row to the last, so nobody misses it.
drop index register.customer_name;
