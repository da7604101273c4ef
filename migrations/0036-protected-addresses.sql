-- Confidential addresses lie in a table of their own.
-- Why: a column cannot be hidden from a purpose for some customers and shown for others. A table can be granted to those
-- who deliver and to nobody else, so that Postgres itself keeps the address from every other purpose.
-- An older server can still run: what it writes to the customer or to an order of a customer with a confidential address
-- is moved here as it is written.

create table register.protected_address (
  customer_id uuid not null references register.customer on delete cascade,
  -- The customer's own id for their own address, the order's for where that order goes.
  address_id uuid not null,
  about_order uuid,
  street_address text check (length(street_address) <= 200),
  postal_code text check (postal_code ~ '^[0-9]{4}$'),
  city text check (length(city) <= 100),
  permits bigint not null default 0,
  primary key (customer_id, address_id)
);

alter table register.customer
  add constraint customer_protected_address
    check (not protected_address or num_nonnulls(street_address, postal_code, city) = 0);

-- The customer's own address: out of their row while it is confidential, and back when it no longer is.
create function register.protect_customer_address() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept register.protected_address;
begin
  if new.protected_address then
    if num_nonnulls(new.street_address, new.postal_code, new.city) > 0 then
      insert into register.protected_address (customer_id, address_id, street_address, postal_code, city)
      values (new.customer_id, new.customer_id, new.street_address, new.postal_code, new.city)
      on conflict (customer_id, address_id) do update
        set street_address = excluded.street_address, postal_code = excluded.postal_code, city = excluded.city;
      new.street_address := null;
      new.postal_code := null;
      new.city := null;
    end if;
  elsif old.protected_address then
    delete from register.protected_address
     where customer_id = new.customer_id and address_id = new.customer_id returning * into kept;
    if num_nonnulls(new.street_address, new.postal_code, new.city) = 0 then
      new.street_address := kept.street_address;
      new.postal_code := kept.postal_code;
      new.city := kept.city;
    end if;
  end if;
  return new;
end $$;
create trigger protect_address before update of protected_address, street_address, postal_code, city
  on register.customer for each row execute function register.protect_customer_address();

-- Where earlier orders went; it stays hidden also when the address is no longer confidential.
create function register.protect_earlier_orders() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update register.sales_order
     set deliver_to_street = deliver_to_street, deliver_to_postal_code = deliver_to_postal_code,
         deliver_to_city = deliver_to_city
   where customer_id = new.customer_id
     and num_nonnulls(deliver_to_street, deliver_to_postal_code, deliver_to_city) > 0;
  return null;
end $$;
create trigger protect_earlier_orders after update of protected_address on register.customer
  for each row when (new.protected_address and not old.protected_address)
  execute function register.protect_earlier_orders();

-- Where an order goes. The customer's row is held while it is looked at, so that none slips past one who becomes
-- confidential in the same moment.
create function register.protect_order_address() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  confidential boolean;
begin
  if num_nonnulls(new.deliver_to_street, new.deliver_to_postal_code, new.deliver_to_city) = 0 then
    return new;
  end if;
  select protected_address into confidential from register.customer where customer_id = new.customer_id for share;
  if confidential then
    insert into register.protected_address (customer_id, address_id, about_order, street_address, postal_code, city)
    values (new.customer_id, new.order_id, new.order_id, new.deliver_to_street, new.deliver_to_postal_code,
            new.deliver_to_city)
    on conflict (customer_id, address_id) do update
      set street_address = excluded.street_address, postal_code = excluded.postal_code, city = excluded.city;
    new.deliver_to_street := null;
    new.deliver_to_postal_code := null;
    new.deliver_to_city := null;
  end if;
  return new;
end $$;
create trigger protect_address before insert or update of deliver_to_street, deliver_to_postal_code, deliver_to_city
  on register.sales_order for each row execute function register.protect_order_address();

revoke execute on function register.protect_customer_address(), register.protect_earlier_orders(),
  register.protect_order_address() from public;
