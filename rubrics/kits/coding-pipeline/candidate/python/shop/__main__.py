"""`shop NET COUNTRY` prints the price with tax."""

import sys

from shop.price import with_tax


def main():
    net, country = sys.argv[1:]
    print(f"{with_tax(net, country):.2f}")


main()
