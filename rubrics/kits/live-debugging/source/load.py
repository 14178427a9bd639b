"""Customers: each thinks for a while (4 seconds in the mean), then looks at a product or orders one. Runs until it is ended."""

import http.client
import random
import sys
import threading
import time

PORT, CUSTOMERS = int(sys.argv[1]), int(sys.argv[2])


def customer(number):
    time.sleep(random.uniform(0, 4))
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    while True:
        product, choice = random.randint(1, 500), random.random()
        if choice < 0.7:
            connection.request("POST", f"/checkout?customer={number}&product={product}")
        else:
            connection.request("GET", f"/products/{product}" if choice < 0.95 else "/health")
        connection.getresponse().read()
        time.sleep(random.expovariate(1 / 4))


for number in range(CUSTOMERS):
    threading.Thread(target=customer, args=(number,), daemon=True).start()
threading.Event().wait()
