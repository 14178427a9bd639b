package price

import "testing"

func check(t *testing.T, net int64, country string, wanted int64) {
	t.Helper()
	found, err := WithTax(net, country)
	if err != nil || found != wanted {
		t.Errorf("%d %s: found %d, %v, wanted %d", net, country, found, err, wanted)
	}
}

func TestTaxIsAdded(t *testing.T) { check(t, 10000, "DE", 11900) }

func TestEachCountryHasItsRate(t *testing.T) { check(t, 10000, "LU", 11700) }

func TestHalfACentIsRoundedUp(t *testing.T) {
	check(t, 1999, "DE", 2379)
	check(t, 50, "IE", 62)
}

func TestAnUnknownCountryIsAnError(t *testing.T) {
	if _, err := WithTax(100, "XX"); err == nil {
		t.Error("no error")
	}
}
