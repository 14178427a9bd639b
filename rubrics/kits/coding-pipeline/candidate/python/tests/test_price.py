import unittest
from decimal import Decimal

from shop.price import with_tax


class Price(unittest.TestCase):
    def test_tax_is_added(self):
        self.assertEqual(with_tax("100", "DE"), Decimal("119.00"))

    def test_each_country_has_its_rate(self):
        self.assertEqual(with_tax("100", "LU"), Decimal("117.00"))

    def test_half_a_cent_is_rounded_up(self):
        self.assertEqual(with_tax("19.99", "DE"), Decimal("23.79"))
        self.assertEqual(with_tax("0.50", "IE"), Decimal("0.62"))

    def test_an_unknown_country_is_an_error(self):
        with self.assertRaises(KeyError):
            with_tax("1", "XX")
