// Quicksort written in the language; in Ruff the list is passed in and the sorted list comes back.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

func quicksort(numbers []int, low, high int) []int {
	if low >= high {
		return numbers
	}
	pivot := numbers[low+(high-low)/2]
	i := low
	j := high
	for i <= j {
		for numbers[i] < pivot {
			i = i + 1
		}
		for numbers[j] > pivot {
			j = j - 1
		}
		if i <= j {
			kept := numbers[i]
			numbers[i] = numbers[j]
			numbers[j] = kept
			i = i + 1
			j = j - 1
		}
	}
	numbers = quicksort(numbers, low, j)
	return quicksort(numbers, i, high)
}

func benchmark(n int) int {
	var numbers []int
	state := 42
	for i := 0; i < n; i++ {
		state = (state * 16807) % 2147483647
		numbers = append(numbers, state)
	}
	numbers = quicksort(numbers, 0, n-1)
	check := 0
	for i := 0; i < n; i++ {
		check = (check + numbers[i]*(i%7+1)) % 1000003
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
