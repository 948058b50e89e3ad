// Closures that change what they have captured: counters with a cell of their own, accounts whose two functions share one.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

func makeCounter(step int) func() int {
	count := 0
	return func() int {
		count = (count + step) % 1000003
		return count
	}
}

func makeAccount(balance int) (func(int), func() int) {
	deposit := func(amount int) { balance = (balance + amount) % 1000003 }
	read := func() int { return balance }
	return deposit, read
}

func benchmark(n int) int {
	counters := []func() int{makeCounter(1), makeCounter(2), makeCounter(3), makeCounter(5)}
	deposit, read := makeAccount(100)
	total := 0
	for i := 0; i < n; i++ {
		if i%10 == 0 {
			counters[i/10%4] = makeCounter(i % 7)
		}
		counter := counters[i%4]
		deposit(counter())
		total = (total + read()) % 1000003
	}
	return total
}

func main() {
	settings := []int{defaultN, 0, 1}
	for i := range settings {
		if i+1 < len(os.Args) {
			settings[i], _ = strconv.Atoi(os.Args[i+1])
		}
	}
	warmup := settings[1]
	var result any
	for step := 0; step < warmup+settings[2]; step++ {
		start := time.Now()
		result = benchmark(settings[0])
		elapsed := time.Since(start)
		if step >= warmup {
			fmt.Printf("time_ms: %f\n", float64(elapsed.Nanoseconds())/1e6)
		}
	}
	fmt.Printf("result: %v\n", result)
}
