-- 1. Sign-in: find the account by e-mail, in whichever case it was typed. 40 times a second at peak.
SELECT id, name FROM customers WHERE lower(email) = lower('CUSTOMER271828@example.test');

-- 2. A shop's desk: its oldest orders that are still open. Each of 400 shops asks every 30 seconds.
SELECT id, customer_id, placed_at FROM orders WHERE shop_id = 350 AND status = 'open' ORDER BY placed_at LIMIT 50;

-- 2b. The same for the largest shop.
SELECT id, customer_id, placed_at FROM orders WHERE shop_id = 1 AND status = 'open' ORDER BY placed_at LIMIT 50;

-- 3. The account page: a customer's latest orders.
SELECT id, status, placed_at FROM orders WHERE customer_id = 141421 ORDER BY placed_at DESC LIMIT 20;
