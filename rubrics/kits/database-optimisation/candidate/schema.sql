-- A marketplace: customers order in shops. Figures of production: 300,000 customers, 400 shops, 1.5 million orders.
CREATE TABLE customers (
    id         bigint PRIMARY KEY,
    email      text NOT NULL,
    name       text NOT NULL
);
CREATE INDEX customers_email ON customers (email);

CREATE TABLE shops (
    id   bigint PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE orders (
    id          bigint PRIMARY KEY,
    shop_id     bigint NOT NULL REFERENCES shops,
    customer_id bigint NOT NULL REFERENCES customers,
    status      text NOT NULL CHECK (status IN ('open', 'paid', 'shipped', 'cancelled')),
    placed_at   timestamptz NOT NULL,
    note        text NOT NULL
);
CREATE INDEX orders_shop ON orders (shop_id);
CREATE INDEX orders_placed_at ON orders (placed_at);

CREATE TABLE order_lines (
    id         bigint PRIMARY KEY,
    order_id   bigint NOT NULL REFERENCES orders,
    product    text NOT NULL,
    quantity   int NOT NULL,
    unit_cents int NOT NULL
);
CREATE INDEX order_lines_order ON order_lines (order_id);
