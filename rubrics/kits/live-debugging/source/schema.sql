CREATE TABLE products (id int PRIMARY KEY, name text NOT NULL, cents int NOT NULL);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer int NOT NULL, product int NOT NULL REFERENCES products, status text NOT NULL);
CREATE TABLE outbox (id bigserial PRIMARY KEY, order_id bigint NOT NULL, sent boolean NOT NULL DEFAULT false);
INSERT INTO products SELECT i, 'product ' || i, 100 + i FROM generate_series(1, 500) i;
