// shop NET COUNTRY prints the price with tax.
package main

import (
	"fmt"
	"log"
	"math"
	"os"
	"strconv"

	"shop.example/price"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("shop NET COUNTRY")
	}
	net, err := strconv.ParseFloat(os.Args[1], 64)
	if err != nil {
		log.Fatal(err)
	}
	cents, err := price.WithTax(int64(math.Round(net*100)), os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d.%02d\n", cents/100, cents%100)
}
