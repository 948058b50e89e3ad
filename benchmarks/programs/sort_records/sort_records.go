// Sorts n records with a comparator: by key, then by descending number.
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"time"
)

const defaultN = 100

type record struct{ key, number int }

func randomRecords(length int) []*record {
	var records []*record
	state := 42
	for i := 0; i < length; i++ {
		state = (state * 16807) % 2147483647
		records = append(records, &record{state % 1000, i})
	}
	return records
}

func compare(a, b *record) int {
	if a.key != b.key {
		return a.key - b.key
	}
	return b.number - a.number
}

func benchmark(n int) int {
	ordered := randomRecords(n)
	sort.Slice(ordered, func(i, j int) bool { return compare(ordered[i], ordered[j]) < 0 })
	check := 0
	for i := 0; i < n; i++ {
		check = (check + ordered[i].number*(i%7+1)) % 1000003
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
