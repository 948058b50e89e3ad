// Counts n events in a map with a thousand string keys.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 2000

func benchmark(n int) int {
	var names []string
	for i := 0; i < 1000; i++ {
		names = append(names, "key"+strconv.Itoa(i))
	}
	counts := map[string]int{}
	for i := 0; i < n; i++ {
		name := names[i*7919%1000]
		if _, found := counts[name]; found {
			counts[name] = counts[name] + 1
		} else {
			counts[name] = 1
		}
	}
	check := 0
	for i := 0; i < 1000; i++ {
		check = (check*31 + counts[names[i]]) % 1000003
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
