// Sorts n pseudo-random integers with the language's own sort.
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"time"
)

const defaultN = 100

func randomNumbers(length int) []int {
	var numbers []int
	state := 42
	for i := 0; i < length; i++ {
		state = (state * 16807) % 2147483647
		numbers = append(numbers, state)
	}
	return numbers
}

func benchmark(n int) int {
	ordered := randomNumbers(n)
	sort.Ints(ordered)
	check := 0
	for i := 0; i < n; i++ {
		check = (check + ordered[i]*(i%7+1)) % 1000003
	}
	return check
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
