"""Prices with tax."""

import json
from decimal import Decimal


def rates():
    """Tax by country, in per cent."""
    with open("shop/rates.json", encoding="utf-8") as file:
        return json.load(file)


def with_tax(net, country):
    """The price with tax, rounded to the cent, half upwards."""
    rate = rates()[country]
    return Decimal(int(Decimal(net) * (100 + rate))) / 100
