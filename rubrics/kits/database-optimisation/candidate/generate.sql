-- Fills the tables, the same each time. Shops are of very different size; few orders are open, and most of those are recent.
SELECT setseed(0.42);

INSERT INTO customers
SELECT i, 'Customer' || i || '@example.test', 'Customer ' || i FROM generate_series(1, 300000) AS i;

INSERT INTO shops SELECT i, 'Shop ' || i FROM generate_series(1, 400) AS i;

INSERT INTO orders
SELECT i,
       1 + floor(400 * power(random(), 3))::int,
       1 + floor(300000 * random())::int,
       CASE WHEN i > 1450000 AND random() < 0.3 THEN 'open'
            WHEN random() < 0.002 THEN 'open'
            WHEN random() < 0.1 THEN 'cancelled'
            WHEN random() < 0.2 THEN 'paid'
            ELSE 'shipped' END,
       timestamptz '2024-01-01 00:00 UTC' + i * interval '40 seconds',
       repeat('x', 40 + (i % 60))
FROM generate_series(1, 1500000) AS i;

-- Lines for the latest orders only: that is what the pages of the exercise show.
INSERT INTO order_lines
SELECT row_number() OVER (), o.id, 'product ' || (o.id * 7 + n) % 900, 1 + n % 3, 100 + (o.id * n) % 5000
FROM orders o CROSS JOIN generate_series(1, 3) AS n
WHERE o.id > 1400000;

VACUUM ANALYZE;
