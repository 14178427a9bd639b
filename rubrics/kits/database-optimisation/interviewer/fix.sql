-- 1. An index on the expression that the query uses. On a live table: CREATE INDEX CONCURRENTLY.
CREATE INDEX customers_lower_email ON customers (lower(email));

-- 2. Equality first, then the order wanted. A partial index WHERE status = 'open' on (shop_id, placed_at) is smaller and as good
--    while the query always asks for 'open'. Afterwards orders_shop is a prefix of this index and can go, once nobody else needs it.
CREATE INDEX orders_shop_status_placed_at ON orders (shop_id, status, placed_at);

-- 3. The same pattern: equality, then order. PostgreSQL reads it backwards for DESC.
CREATE INDEX orders_customer_placed_at ON orders (customer_id, placed_at);

ANALYZE;
